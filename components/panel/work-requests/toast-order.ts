import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';

/** How many requests are shown; the others are counted. */
const MAX_SHOWN = 5;

/** A request that is shown, and how. */
export interface Toast {
  readonly work: AgentWork;
  /** Whole, or a row. Once whole it stays so, but for an outcome that makes room. */
  readonly whole: boolean;
  /** Since when it stands in this place. */
  readonly since: Instant;
}

const waits = ({ work }: Pick<Toast, 'work'>) => isWorkRequest(work.status);

/**
 * Which requests are shown, in which order. `requests` come with the soonest deadline first, and so they enter; from
 * then on none moves for a newcomer: what is shown keeps its order, what is new is appended. A request that waits while
 * every place is taken replaces an outcome (not one that is `held` by the pointer or the focus), in its very place.
 * The first that waits is whole. When something new comes, outcomes that were whole become rows, so that they do not
 * pile up over the record; not while any toast is held, since others would move.
 */
export function arrange(
  before: readonly Toast[],
  requests: readonly AgentWork[],
  held: ReadonlySet<Id>,
  now: Instant,
): Toast[] {
  const byId = new Map(requests.map((work) => [work.id, work]));
  const toasts: Toast[] = [];
  const makesRoom = held.size === 0 && requests.some(({ id }) => !before.some(({ work }) => work.id === id));
  for (const toast of before) {
    const work = byId.get(toast.work.id);
    if (work) toasts.push({ ...toast, work, whole: toast.whole && (waits({ work }) || !makesRoom) });
    byId.delete(toast.work.id);
  }
  const queued = [...byId.values()].map((work) => ({ work, whole: false, since: now }));
  const [waiting, outcomes] = [queued.filter(waits), queued.filter((toast) => !waits(toast))];
  for (const toast of [...waiting, ...outcomes]) {
    if (toasts.length < MAX_SHOWN) {
      toasts.push(toast);
      continue;
    }
    const place = waits(toast) ? toasts.findIndex((shown) => !waits(shown) && !held.has(shown.work.id)) : -1;
    const shown = toasts[place];
    if (!shown) break;
    toasts[place] = { ...toast, whole: shown.whole };
  }
  const first = toasts.find(waits) ?? toasts[0];
  const hasWhole = toasts.some((toast) => toast.whole && (waits(toast) || toast === first));
  return toasts.map((toast, index) => {
    const whole = toast.whole || (!hasWhole && toast === first);
    const was = before[index];
    const inPlace = was?.work.id === toast.work.id && was.whole === whole;
    return { ...toast, whole, since: inPlace ? toast.since : now };
  });
}
