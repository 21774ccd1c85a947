import { Store } from '../../stores/store.ts';
import type { Resource, Row } from '../client.ts';

export interface ListState {
  readonly resource: Resource;
  readonly rows: readonly Row[];
  readonly search: string;
  readonly isLoading: boolean;
  /** The cursor of the next page; `null` if there is none. */
  readonly next: string | null;
  /** Why the list could not be loaded; `null` if it was. */
  readonly problem: string | null;
  /** Whether the user has no permission for Setup at all. */
  readonly isForbidden: boolean;
}

/** The records of the open page. */
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
