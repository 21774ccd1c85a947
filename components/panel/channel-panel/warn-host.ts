import { ProblemEvent } from '../../../src/events/facts.ts';

const EXPLAINED =
  'https://github.com/omni-channel-panel/omni-channel-panel/blob/main/docs/embedding.md#problems';

const warned = new WeakMap<EventTarget, Set<ProblemEvent['problem']>>();

/** Writes the first problem of each kind to the console too: whoever embeds the panel looks there before they listen. */
export function warnHost(panel: EventTarget, event: Event): void {
  if (!(event instanceof ProblemEvent)) return;
  const kinds = warned.get(panel) ?? new Set();
  warned.set(panel, kinds);
  if (kinds.has(event.problem)) return;
  kinds.add(event.problem);
  console.warn(`<omni-channel-panel>: ${event.detail} See ${EXPLAINED}`);
}
