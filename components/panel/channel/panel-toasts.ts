import type { Toasts } from '../../../src/console/console.ts';
import { isWorkRequest } from '../../../src/domain/work/agent-work.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ancestors, hostOf } from '../../shared/ancestors.ts';
import type { OmniWorkRequest } from '../work-request/work-request.ts';
import type { OmniWorkRequests } from '../work-requests/work-requests.ts';

/** What is visible of the toasts, read from the page itself. */
export class PanelToasts implements Toasts {
  readonly #requests: () => OmniWorkRequests | null;

  constructor(requests: () => OmniWorkRequests | null) {
    this.#requests = requests;
  }

  shown(): readonly Id[] {
    return this.#elements().flatMap(({ work, hidden }) => (work && !hidden ? work.id : []));
  }

  // A host's own modal dialogs make ancestors `aria-hidden`: screen readers then hear nothing of the toasts.
  isInert(): boolean {
    const requests = this.#requests();
    if (!requests || this.#waiting().length === 0) return false;
    return this.#areUnreachable() || ancestors(requests).some(({ ariaHidden }) => ariaHidden === 'true');
  }

  // Inert elements are not hit by pointers: at the position of a toast, hit testing then does not find the panel at
  // all. If something merely covers the toast, it does.
  #areUnreachable(): boolean {
    const panel = hostOf(this.#requests());
    if (!panel) return false;
    const root = panel.getRootNode() as Document | ShadowRoot;
    for (const toast of this.#waiting()) {
      const { x, y, width, height } = toast.getBoundingClientRect();
      const found = root.elementsFromPoint(x + width / 2, y + height / 2);
      // Nothing is found outside the viewport: another toast will tell.
      if (found.length > 0) return !found.includes(panel);
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
    return this.#requests()?.shadowRoot?.querySelector<HTMLElement>('[part=stack]') ?? null;
  }

  #waiting(): readonly OmniWorkRequest[] {
    return this.#elements().filter(({ work }) => work && isWorkRequest(work.status));
  }

  #elements(): readonly OmniWorkRequest[] {
    return [...(this.#stack()?.querySelectorAll('omni-work-request') ?? [])];
  }
}
