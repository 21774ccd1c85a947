import type { Id } from '../../src/domain/values.ts';

/** The rep wants to see the toast of a waiting request: the panel handles this event. */
export class RevealRequestEvent extends Event {
  readonly workId: Id;

  constructor(workId: Id) {
    super('omni-reveal', { bubbles: true, composed: true });
    this.workId = workId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'omni-reveal': RevealRequestEvent;
  }
}
