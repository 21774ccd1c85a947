import type { AuditEntry } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import { Store } from '../../stores/store.ts';

export interface AuditState {
  readonly isOpen: boolean;
  /** The record in question; `null` for all records. */
  readonly about: { readonly resource: string; readonly id: Id } | null;
  readonly filter: AuditFilter;
  /** Latest first. */
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
  readonly isLoading: boolean;
  readonly problem: string | null;
  /** The change of assignments that is being undone, or could not be; `null` if there is none. */
  readonly change: Id | null;
}

/** Which entries are shown; empty: all. */
export interface AuditFilter {
  /** Part of the name of a record, or of whoever changed it. */
  readonly search: string;
  readonly resource: string;
  readonly action: string;
}

export const noFilter: AuditFilter = { search: '', resource: '', action: '' };

/** The audit log. */
export class AuditStore extends Store<AuditState> {
  constructor() {
    super({
      isOpen: false,
      about: null,
      filter: noFilter,
      entries: [],
      next: null,
      isLoading: false,
      problem: null,
      change: null,
    });
  }

  update(change: Partial<AuditState>): void {
    this.replace({ ...this.state, ...change });
  }
}
