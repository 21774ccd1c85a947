import type { UserRow } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import { Store } from '../../stores/store.ts';

export interface DirectoryState {
  /** The users found so far, in the server's order. */
  readonly users: readonly UserRow[];
  /** All users seen so far: a form may refer to one who is no longer in the results. */
  readonly known: ReadonlyMap<Id, UserRow>;
  readonly search: string;
  readonly isLoading: boolean;
  /** The cursor of the next page; `null` if there is none. */
  readonly next: string | null;
  /** The number of matches; `null` if unknown. */
  readonly total: number | null;
  readonly problem: string | null;
}

/** The users who could be assigned: too many to load them all. */
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

  /** Adds these users to the known ones. */
  know(users: readonly UserRow[]): void {
    this.update({ known: new Map([...this.state.known, ...users.map((user) => [user.id, user] as const)]) });
  }

  update(change: Partial<DirectoryState>): void {
    this.replace({ ...this.state, ...change });
  }
}
