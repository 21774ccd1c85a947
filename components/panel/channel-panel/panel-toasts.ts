import type { Toasts } from '../../../src/console/console.ts';
import { isWorkRequest } from '../../../src/domain/work/agent-work.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { OmniWorkRequest } from '../work-request/work-request.ts';

/** What of the toasts can be seen on the page, read from the page itself. */
export class PanelToasts implements Toasts {
  readonly #panel: HTMLElement;

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  shown(): readonly Id[] {
    return this.#elements().flatMap(({ work }) => work?.id ?? []);
  }

  // What is inert is no target of the pointer: at the place of a toast the page then has no panel at all. Where
  // something merely lies over the toast, it has.
  isInert(): boolean {
    const root = this.#panel.getRootNode() as Document | ShadowRoot;
    for (const toast of this.#elements()) {
      if (!toast.work || !isWorkRequest(toast.work.status)) continue;
      const { x, y, width, height } = toast.getBoundingClientRect();
      const found = root.elementsFromPoint(x + width / 2, y + height / 2);
      // Beyond the edge of the window nothing is found: another toast tells.
      if (found.length > 0) return !found.includes(this.#panel);
    }
    return false;
  }

  raise(): void {
    const stack = this.#stack();
    // Taking it down for a moment would take the focus of who is about to answer by keys.
    if (!stack?.matches(':popover-open') || stack.matches(':focus-within') || this.isInert()) return;
    stack.hidePopover();
    stack.showPopover();
  }

  #stack(): HTMLElement | null {
    const toasts = this.#panel.shadowRoot?.querySelector('omni-work-requests');
    return toasts?.shadowRoot?.querySelector<HTMLElement>('[part=stack]') ?? null;
  }

  #elements(): readonly OmniWorkRequest[] {
    return [...(this.#stack()?.querySelectorAll('omni-work-request') ?? [])];
  }
}
