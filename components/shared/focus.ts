import type { Id } from '../../src/domain/values.ts';

/**
 * The focused element is gone, and nothing within its own element can take the focus. The panel handles this event and
 * moves the focus to what is nearest: if it fell back to the body, the rep's next key would be lost.
 */
export class FocusLeftEvent extends Event {
  /** The work that the rep answered there; `null` if it was not an answer. */
  readonly workId: Id | null;

  constructor(workId: Id | null = null) {
    super('omni-focus-left', { bubbles: true, composed: true });
    this.workId = workId;
  }
}

/** The rep wants to see the toast of a waiting request: the panel handles this event. */
export class RevealRequestEvent extends Event {
  readonly workId: Id;

  constructor(workId: Id) {
    super('omni-reveal', { bubbles: true, composed: true });
    this.workId = workId;
  }
}

const FOCUSABLE = 'button, input, select, summary, [href], [tabindex="0"]';

/** The first visible element that takes the focus, in this tree and the shadow trees in it; `null` if there is none. */
export function firstFocusable(root: ParentNode): HTMLElement | null {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.matches(FOCUSABLE)) return element;
    const inner = element.shadowRoot && firstFocusable(element.shadowRoot);
    if (inner) return inner;
  }
  return null;
}

declare global {
  interface HTMLElementEventMap {
    'omni-focus-left': FocusLeftEvent;
    'omni-reveal': RevealRequestEvent;
  }
}
