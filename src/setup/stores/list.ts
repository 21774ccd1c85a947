import { Store } from '../../stores/store.ts';
import type { Resource, Row } from '../client.ts';

export interface ListState {
  readonly resource: Resource;
  readonly rows: readonly Row[];
  readonly search: string;
  readonly isLoading: boolean;
  /** The cursor of what follows; `null`: this is all. */
  readonly next: string | null;
  /** Why there is no list; `null`: there is one. */
  readonly problem: string | null;
  /** Whether this person may not use Setup at all. */
  readonly isForbidden: boolean;
}

/** The records of the page that is open. */
export class ListStore extends Store<ListState> {
  constructor() {
    super({
      resource: 'presence-configurations',
      rows: [],
      search: '',
      isLoading: false,
      next: null,
      problem: null,
      isForbidden: false,
    });
  }

  update(change: Partial<ListState>): void {
    this.replace({ ...this.state, ...change });
  }
}
