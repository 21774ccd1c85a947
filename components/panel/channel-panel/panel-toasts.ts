import type { Toasts } from '../../../src/console/console.ts';
import { isWorkRequest } from '../../../src/domain/work/agent-work.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { OmniWorkRequest } from '../work-request/work-request.ts';

/** What is visible of the toasts, read from the page itself. */
export class PanelToasts implements Toasts {
  readonly #panel: HTMLElement;

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  shown(): readonly Id[] {
    return this.#elements().flatMap(({ work, hidden }) => (work && !hidden ? work.id : []));
  }

  isInert(): boolean {
    return this.#areUnreachable() || (this.#waiting().length > 0 && isHiddenFromReaders(this.#panel));
  }

  // Inert elements are not hit by pointers: at the position of a toast, hit testing then does not find the panel at
  // all. If something merely covers the toast, it does.
  #areUnreachable(): boolean {
    const root = this.#panel.getRootNode() as Document | ShadowRoot;
    for (const toast of this.#waiting()) {
      const { x, y, width, height } = toast.getBoundingClientRect();
      const found = root.elementsFromPoint(x + width / 2, y + height / 2);
      // Nothing is found outside the viewport: another toast will tell.
      if (found.length > 0) return !found.includes(this.#panel);
    }
    return false;
  }

  raise(): void {
    const stack = this.#stack();
    // Hiding it for a moment would take the focus from a rep who is about to answer by keyboard.
    if (!stack?.matches(':popover-open') || stack.matches(':focus-within') || this.#areUnreachable()) return;
    stack.hidePopover();
    stack.showPopover();
  }

  #stack(): HTMLElement | null {
    const toasts = this.#panel.shadowRoot?.querySelector('omni-work-requests');
    return toasts?.shadowRoot?.querySelector<HTMLElement>('[part=stack]') ?? null;
  }

  #waiting(): readonly OmniWorkRequest[] {
    return this.#elements().filter(({ work }) => work && isWorkRequest(work.status));
  }

  #elements(): readonly OmniWorkRequest[] {
    return [...(this.#stack()?.querySelectorAll('omni-work-request') ?? [])];
  }
}

/** Whether an ancestor is `aria-hidden`, as a host's own modal dialogs do: screen readers then hear nothing of the toasts. */
function isHiddenFromReaders(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at.ariaHidden === 'true') return true;
  return false;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
