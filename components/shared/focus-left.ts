/**
 * What had the focus is gone, and nothing near it can have it. For the panel only, which takes the focus to a place that
 * is always there: left on the page's body, the next key of the rep would go nowhere.
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
