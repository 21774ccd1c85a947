import type { Place } from '../../../src/setup/setup.ts';

/** The person is at another place of Setup: for a host that gives each place an address. */
export class PlaceChangedEvent extends Event implements Place {
  readonly page: Place['page'];
  /** An id, or `+`: one that is not stored yet; `null`: nothing of the page is open. */
  readonly record: Place['record'];
  /** Whether it is the same step under another name: no entry of its own in the history. */
  readonly isSameStep: boolean;

  constructor({ page, record }: Place, isSameStep: boolean) {
    super('omni-place-changed');
    this.page = page;
    this.record = record;
    this.isSameStep = isSameStep;
  }
}

declare global {
  interface HTMLElementEventMap {
    'omni-place-changed': PlaceChangedEvent;
  }
}
