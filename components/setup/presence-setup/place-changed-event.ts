import type { Place } from '../../../src/setup/setup.ts';

/** The user moved to another place in Setup: for a host that gives each place a URL. */
export class PlaceChangedEvent extends Event implements Place {
  readonly page: Place['page'];
  /** An id, or `+` for a record that is not stored yet; `null` if nothing on the page is open. */
  readonly record: Place['record'];
  /** Whether this is the same step under another name, without its own history entry. */
  readonly isSameStep: boolean;

  constructor({ page, record }: Place, isSameStep: boolean) {
    super('omni-place-changed');
    this.page = page;
    this.record = record;
    this.isSameStep = isSameStep;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'omni-place-changed': PlaceChangedEvent;
  }
}
