import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';

/** The most requests shown, unless the rep opens the rest. */
export const MAX_SHOWN = 5;

/** A visible request and its presentation. */
export interface Toast {
  readonly work: AgentWork;
  /** A full toast, or a row. A full toast stays full, except for an outcome that makes room. */
  readonly whole: boolean;
  /** When it moved to its place. */
  readonly since: Instant;
}

const deadline = ({ work }: Toast): Instant => work.stamp.deadline ?? Number.POSITIVE_INFINITY;

/** The place of the first outcome, or else of the waiting request that ends last; `null` if all are held. */
function leastUrgent(toasts: readonly Toast[], held: ReadonlySet<Id>): number | null {
  const urgency = (toast: Toast) => (waits(toast) ? deadline(toast) : Number.NaN);
  let found: number | null = null;
  for (const [place, toast] of toasts.entries()) {
    if (held.has(toast.work.id)) continue;
    if (Number.isNaN(urgency(toast))) return place;
    // Of those that end together, the last one.
    if (found === null || urgency(toast) >= urgency(toasts[found] ?? toast)) found = place;
  }
  return found;
}

const waits = ({ work }: Pick<Toast, 'work'>) => isWorkRequest(work.status);

/**
 * Which requests are shown, and in which order. `requests` are sorted by earliest deadline, and enter in that order;
 * from then on they keep their order, and new ones are appended. When all `max` places are taken, a waiting request
 * replaces an outcome in its place, or else the request that ends last, if that ends later: what ends next is always
 * shown. Nothing replaces what is `held` by the pointer or the focus. The first waiting request is a full toast. When
 * a new one arrives, outcomes shown in full become rows, so that they do not pile up over the record; not while any
 * toast is held, since others would move.
 */
export function arrange(
  before: readonly Toast[],
  requests: readonly AgentWork[],
  held: ReadonlySet<Id>,
  now: Instant,
  max: number = MAX_SHOWN,
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
  // The rep has closed the rest.
  while (toasts.length > max) toasts.splice(leastUrgent(toasts, held) ?? toasts.length - 1, 1);
  for (const toast of [...waiting, ...outcomes]) {
    if (toasts.length < max) {
      toasts.push(toast);
      continue;
    }
    const place = waits(toast) ? leastUrgent(toasts, held) : null;
    const shown = place === null ? undefined : toasts[place];
    if (place === null || !shown || (waits(shown) && deadline(shown) <= deadline(toast))) break;
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
