import type { OfferedDestination } from '../domain/work/transfer.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** The rep's latest search for a destination. */
export interface TransferState {
  /** The work that it is for; `null`: nothing is searched for. */
  readonly agentWorkId: Id | null;
  readonly status: 'asking' | 'here' | 'failed';
  /** What was found, by kind and then by name; while the server is asked, what was found before. */
  readonly items: readonly OfferedDestination[];
  /** Whether there is more. */
  readonly more: boolean;
}

const NOTHING: TransferState = { agentWorkId: null, status: 'here', items: [], more: false };

/** The destinations that the rep looks through. */
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
