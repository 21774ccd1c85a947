import { html } from 'lit';
import { NOW, request, works } from '../../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../../components/shared/stories/story-contexts.ts';
import '../../../../components/panel/work-requests/work-requests.ts';
import { mount, within, type Mounted } from '../../../helpers/mount.ts';

type Work = ReturnType<typeof request>;

/** A request that ends this many seconds from now. */
export const ends = (
  seconds: number,
  id = `in-${seconds}`,
  change: Parameters<typeof request>[1] = {},
): Work =>
  request(id, { subject: id, ...change, stamp: { deadline: NOW + seconds * 1000, ...change.stamp } });

/** Work that was accepted automatically. */
export const automatic = (id: string): Work =>
  ends(60, id, { status: 'opened', openedBy: 'automatic', openedAt: NOW, stamp: { automatic: true } });

/** The stack with these requests, beside a field of the host; `show` gives it others. */
export async function stackOf(list: readonly Work[], context: StoryContext = {}) {
  const mounted = await mount(html`<input /><omni-work-requests></omni-work-requests>`, {
    work: works(list),
    ...context,
  });
  const stack = mounted.get('omni-work-requests');
  return { ...mounted, stack, show: (next: readonly Work[]) => mounted.change({ work: works(next) }) };
}

export const toasts = (stack: Element): HTMLElement[] => within(stack, 'omni-work-request');

/** The ids of the requests, in the order of their toasts. */
export const ids = (stack: Element): string[] =>
  toasts(stack).map((toast) => (toast as never as { work: Work }).work.id);

/** So long that a click is meant for what is there. */
export const long = ({ clock }: Mounted): Promise<void> => clock.advance(400);
