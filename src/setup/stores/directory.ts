import type { UserRow } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import { Store } from '../../stores/store.ts';

export interface DirectoryState {
  /** The users found so far, in the order of the server. */
  readonly users: readonly UserRow[];
  /** Everybody who came by: a form may name who is not found any more. */
  readonly known: ReadonlyMap<Id, UserRow>;
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
    super({
      users: [],
      known: new Map<Id, UserRow>(),
      search: '',
      isLoading: false,
      next: null,
      total: null,
      problem: null,
    });
  }

  /** Knows these by name, beside whoever it knows. */
  know(users: readonly UserRow[]): void {
    this.update({ known: new Map([...this.state.known, ...users.map((user) => [user.id, user] as const)]) });
  }

  update(change: Partial<DirectoryState>): void {
    this.replace({ ...this.state, ...change });
  }
}
