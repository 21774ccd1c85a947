import { firstFocusable } from '../../shared/focus.ts';
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

/**
 * Above the tabs that is the status. Below them, and for the toasts, it is the first row of work, else the open tab: none of
 * them does harm if the rep is still pressing a key.
 */
function nearest(root: ParentNode, from: Element | undefined): HTMLElement | null {
  const tabs = root.querySelector('[role=tablist]');
  const isAbove = tabs && from && from.compareDocumentPosition(tabs) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (isAbove) return root.querySelector('omni-presence-menu');
  const work = root.querySelector('[role=tabpanel]:not([hidden]) > omni-work-list')?.shadowRoot;
  return (work && firstFocusable(work)) ?? root.querySelector('[role=tab][aria-selected=true]');
}
