import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';

/** The most requests shown; the others are counted. */
export const MAX_SHOWN = 5;

/** A visible request and its presentation. */
export interface Toast {
  readonly work: AgentWork;
  /** A full toast, or a row. A full toast stays full, except for an outcome that makes room. */
  readonly whole: boolean;
  /** When it moved to its place. */
  readonly since: Instant;
}

const waits = ({ work }: Pick<Toast, 'work'>) => isWorkRequest(work.status);

/**
 * Which requests are shown, and in which order. `requests` are sorted by earliest deadline, and enter in that order;
 * from then on they keep their order, and new ones are appended. When all places are taken, a waiting request
 * replaces an outcome in its place (except one that is `held` by the pointer or the focus). The first waiting request
 * is a full toast. When a new one arrives, outcomes shown in full become rows, so that they do not pile up over the
 * record; not while any toast is held, since others would move. Where there is room for fewer than `most`, those that are
 * held stay, and then the first waiting ones.
 */
export function arrange(
  before: readonly Toast[],
  requests: readonly AgentWork[],
  held: ReadonlySet<Id>,
  now: Instant,
  most = MAX_SHOWN,
): Toast[] {
  const byId = new Map(requests.map((work) => [work.id, work]));
  let toasts: Toast[] = [];
  const makesRoom = held.size === 0 && requests.some(({ id }) => !before.some(({ work }) => work.id === id));
  for (const toast of before) {
    const work = byId.get(toast.work.id);
    if (work) toasts.push({ ...toast, work, whole: toast.whole && (waits({ work }) || !makesRoom) });
    byId.delete(toast.work.id);
  }
  if (toasts.length > most) {
    const rank = (toast: Toast) => (held.has(toast.work.id) ? 0 : waits(toast) ? 1 : 2);
    const kept = toasts.toSorted((one, other) => rank(one) - rank(other)).slice(0, most);
    for (const { work } of toasts) byId.set(work.id, work);
    for (const { work } of kept) byId.delete(work.id);
    toasts = toasts.filter((toast) => kept.includes(toast));
  }
  const queued = [...byId.values()].map((work) => ({ work, whole: false, since: now }));
  const [waiting, outcomes] = [queued.filter(waits), queued.filter((toast) => !waits(toast))];
  for (const toast of [...waiting, ...outcomes]) {
    if (toasts.length < most) {
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
