import { firstFocusable } from '../../shared/focus-left.ts';
import type { OmniWorkRequests } from '../work-requests/work-requests.ts';

/**
 * Keeps the focus near what the rep answered, and reports the answered work, so that the host can move it on to the
 * record. Brings a request's toast into reach when a list asks for it.
 */
export function keepFocus(
  panel: HTMLElement,
  deps: {
    readonly root: ParentNode;
    /** The rep answered this request by its toast, and no other toast is left. */
    readonly answered: (workId: string) => void;
  },
): void {
  const { root, answered } = deps;
  const toasts = () => root.querySelector<OmniWorkRequests>('omni-work-requests');

  panel.addEventListener('omni-focus-left', (event) => {
    event.stopPropagation();
    const from = event.composedPath().find((one) => one instanceof Element && one.parentNode === root);
    nearest(root, from as Element | undefined)?.focus({ preventScroll: true });
    if (event.workId !== null) answered(event.workId);
  });
  panel.addEventListener('omni-reveal', (event) => {
    event.stopPropagation();
    void toasts()?.reveal(event.workId);
  });
}

/** What follows in the panel, or else its open tab: the toasts are no place to go to by chance. */
function nearest(root: ParentNode, from: Element | undefined): HTMLElement | null {
  const children = [...root.children];
  const after = from ? children.slice(children.indexOf(from) + 1) : [];
  for (const child of after) {
    if (child.localName === 'omni-work-requests' || !child.checkVisibility()) continue;
    const found = child.shadowRoot ? firstFocusable(child.shadowRoot) : firstFocusable(child);
    if (found) return found;
  }
  const open = root.querySelector('[role=tabpanel]:not([hidden])');
  return (open && firstFocusable(open)) ?? root.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
}
