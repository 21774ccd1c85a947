import type { OfferedDestination } from '../domain/work/transfer.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** The rep's latest search for a destination. */
export interface TransferState {
  /** The work to transfer; `null` if there is no search. */
  readonly agentWorkId: Id | null;
  readonly status: 'asking' | 'here' | 'failed';
  /** The results, by kind and then by name; while the server is asked, the previous ones. */
  readonly items: readonly OfferedDestination[];
  /** Whether there are more. */
  readonly more: boolean;
}

const NOTHING: TransferState = { agentWorkId: null, status: 'here', items: [], more: false };

/** The transfer destinations that the rep is searching. */
export class TransferStore extends Store<TransferState> {
  constructor() {
    super(NOTHING);
  }

  update(change: Partial<TransferState>): void {
    this.replace({ ...this.state, ...change });
  }

  empty(): void {
    this.replace(NOTHING);
  }
}
