import type { OmniWorkRequests } from '../work-requests/work-requests.ts';

/**
 * Keeps the focus near what the rep answered, and reports the answered work, so that the host can move it on to the
 * record. Brings a request's toast into reach when a list asks for it.
 */
export function keepFocus(
  channel: HTMLElement,
  deps: {
    readonly requests: () => OmniWorkRequests | null;
    readonly nearest: (event: Event) => HTMLElement | null;
    /** The rep answered this request by its toast, and no other toast is left. */
    readonly answered: (workId: string) => void;
  },
): void {
  const { requests, nearest, answered } = deps;
  channel.addEventListener('omni-focus-left', (event) => {
    event.stopPropagation();
    nearest(event)?.focus({ preventScroll: true });
    if (event.workId !== null) answered(event.workId);
  });
  channel.addEventListener('omni-reveal', (event) => {
    event.stopPropagation();
    void requests()?.reveal(event.workId);
  });
}
