import type { Id } from '../../domain/values.ts';
import type { Resource } from '../client.ts';
import type { EditingStore } from '../stores/editing.ts';
import { NEW, type PageName, type Place, type PlaceStore } from '../stores/place.ts';

interface Surroundings {
  readonly place: PlaceStore;
  readonly editing: EditingStore;
  readonly listing: { readonly open: (resource: Resource) => Promise<void> };
  readonly opening: {
    readonly open: (resource: Resource, id: Id | null) => Promise<void>;
    readonly close: () => void;
  };
  readonly explaining: { readonly open: (id: Id) => Promise<void>; readonly close: () => void };
}

/** Reps are users. Import and export have no list. */
function listOf(page: PageName): Resource | null {
  if (page === 'import') return null;
  return page === 'explain' ? 'users' : page;
}

/** Tracks the user's place in Setup and moves between places. Whether the user may leave is checked before. */
export class Navigation {
  readonly #deps: Surroundings;

  constructor(deps: Surroundings) {
    this.#deps = deps;
    deps.editing.subscribe(() => this.#follow());
  }

  /** Shows a place for the first time, and always loads its list. */
  start(place: Place): Promise<void> {
    this.#list(place.page);
    return this.#open(place);
  }

  async go(place: Place): Promise<void> {
    if (place.page !== this.#deps.place.state.page) this.#list(place.page);
    await this.#open(place);
  }

  #list(page: PageName): void {
    const resource = listOf(page);
    if (resource !== null) void this.#deps.listing.open(resource);
  }

  async #open(place: Place): Promise<void> {
    const { page, record } = place;
    const { opening, explaining } = this.#deps;
    this.#deps.place.go(place);
    if (page !== 'explain' || record === null) explaining.close();
    if (page === 'explain' || page === 'import' || record === null) opening.close();
    if (record === null || page === 'import') return;
    if (page === 'explain') await explaining.open(record);
    else await opening.open(page, record === NEW ? null : record);
  }

  /** A record saved for the first time now has an id; a deleted record is no longer open. */
  #follow(): void {
    const { place, editing } = this.#deps;
    const { page, record } = place.state;
    const { editing: open, isLoading, problem } = editing.state;
    if (page === 'explain' || page === 'import' || record === null || isLoading || problem !== null) return;
    const now = open ? (open.id ?? NEW) : null;
    if (now !== record) place.rename(now);
  }
}
