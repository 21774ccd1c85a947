import type { AuditEntry } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import { Store } from '../../stores/store.ts';

export interface AuditState {
  readonly isOpen: boolean;
  /** The one record it is about; `null`: all of them. */
  readonly about: { readonly resource: string; readonly id: Id } | null;
  /** The latest first. */
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
  readonly isLoading: boolean;
  readonly problem: string | null;
}

/** Who changed what. */
export class AuditStore extends Store<AuditState> {
  constructor() {
    super({ isOpen: false, about: null, entries: [], next: null, isLoading: false, problem: null });
  }

  update(change: Partial<AuditState>): void {
    this.replace({ ...this.state, ...change });
  }
}
