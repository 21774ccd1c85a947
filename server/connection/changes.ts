import { isDeepStrictEqual } from 'node:util';
import { isOpen } from '../../src/domain/work/agent-work.ts';
import type { ChangeMessage, Snapshot } from '../../src/protocol/messages.ts';

/** A snapshot without its revision, which the connection counts. */
export type RepSnapshot = Omit<Snapshot, 'revision'>;

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'revision'> : never;
/** A change without its revision. */
export type Change = Unnumbered<ChangeMessage>;

/**
 * The changes from one snapshot to the next, in the order for the panel: agent work first, then what follows from it.
 * `null`: no change can express it (open work is gone, the rep was renamed), so the whole snapshot has to be sent.
 * Settled work that is gone has merely expired, which is not a change.
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

/** The current status, the one to be set when wrap-up ends, and until when an outbound conversation may last. */
const presenceOf = ({ presence, statusAfterAcw, outboundEndsAt }: RepSnapshot) => ({
  presence,
  statusAfterAcw,
  outboundEndsAt,
});
