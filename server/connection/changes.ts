import { isDeepStrictEqual } from 'node:util';
import { isOpen } from '../../src/domain/work/agent-work.ts';
import type { ChangeMessage, Snapshot } from '../../src/protocol/messages.ts';

/** A snapshot without its number: the connection counts. */
export type RepSnapshot = Omit<Snapshot, 'revision'>;

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'revision'> : never;
/** A change that has no revision yet. */
export type Change = Unnumbered<ChangeMessage>;

/**
 * What turned one snapshot into the other, in the order in which a panel should hear it: the works, then what follows
 * from them. `null`: no change tells it (open work is gone, the rep is named otherwise), so the whole snapshot must go.
 * Settled work that is gone only grew old: that is no change.
 */
export function changesBetween(before: RepSnapshot, after: RepSnapshot): Change[] | null {
  if (!isDeepStrictEqual(before.rep, after.rep)) return null;
  const kept = new Set(after.agentWorks.map(({ id }) => id));
  if (before.agentWorks.some(({ id, status }) => isOpen(status) && !kept.has(id))) return null;

  const known = new Map(before.agentWorks.map((agentWork) => [agentWork.id, agentWork]));
  const changes: Change[] = after.agentWorks
    .filter((agentWork) => !isDeepStrictEqual(agentWork, known.get(agentWork.id)))
    .map((agentWork) => ({ type: 'agent-work-changed', agentWork }));
  if (!isDeepStrictEqual(before.capacity, after.capacity))
    changes.push({ type: 'capacity-changed', capacity: after.capacity });
  if (!isDeepStrictEqual(presenceOf(before), presenceOf(after)))
    changes.push({ type: 'presence-changed', ...presenceOf(after) });
  if (before.configurationVersion !== after.configurationVersion)
    changes.push({ type: 'configuration-changed', configurationVersion: after.configurationVersion });
  return changes;
}

/** The status that holds, and the one that will when wrap-up ends. */
const presenceOf = ({ presence, statusAfterAcw }: RepSnapshot) => ({ presence, statusAfterAcw });
