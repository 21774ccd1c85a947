import type { UserRow } from '../../domain/setup-api.ts';
import { Store } from '../../stores/store.ts';

export interface DirectoryState {
  /** The users found so far, in the order of the server. */
  readonly users: readonly UserRow[];
  readonly search: string;
  readonly isLoading: boolean;
  /** The cursor of the next page; `null`: these are all. */
  readonly next: string | null;
  /** How many match; `null`: unknown. */
  readonly total: number | null;
  readonly problem: string | null;
}

/** Who could be assigned: too many to have them all here. */
export class DirectoryStore extends Store<DirectoryState> {
  constructor() {
    super({ users: [], search: '', isLoading: false, next: null, total: null, problem: null });
  }

  update(change: Partial<DirectoryState>): void {
    this.replace({ ...this.state, ...change });
  }
}
