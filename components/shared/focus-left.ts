/**
 * The focused element is gone, and nothing nearby can take the focus. The panel handles this event and moves the
 * focus to an element that always exists: if it fell back to the body, the rep's next key would be lost.
 */
export class FocusLeftEvent extends Event {
  constructor() {
    super('omni-focus-left', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'omni-focus-left': FocusLeftEvent;
  }
}
