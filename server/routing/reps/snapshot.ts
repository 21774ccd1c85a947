import { isTakeable } from '../../../src/domain/work/answer-rules.ts';
import { isOpen, MAX_SETTLED_WORKS, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { capacityOf } from '../../../src/domain/work/capacity.ts';
import { byOffer } from '../../../src/domain/work/request-order.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Snapshot } from '../../../src/protocol/messages.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { UnknownRepError } from '../engine/engine.ts';
import type { KnownRep, KnownWork } from './known-reps.ts';
import { SHOWN_AFTER_SETTLING } from './read-reps.ts';

/** Everything that a rep's panel shows. Throws `UnknownRepError` if the user is no longer a rep. */
export function snapshotOf(
  { row, works: known }: KnownRep,
  configuration: ConfigurationView,
  now: Instant,
): Omit<Snapshot, 'revision'> {
  const effective = configuration.effective(row.id);
  const configurationVersion = configuration.version(row.id);
  const status = configuration.status(row.statusId);
  if (!effective || configurationVersion === null || !status)
    throw new UnknownRepError(`There is no rep ${row.id}.`);
  const works = shown([...known.values()], now)
    // A burst is created within one millisecond; its numbers tell who came first.
    .sort((one, other) => one.item.number - other.item.number)
    .map((work) => agentWorkOf(work, configuration))
    .sort(byOffer);
  const { capacity, interruptibleCapacity } = effective.settings;
  return {
    rep: { id: row.id, name: effective.rep.name },
    presence: { status, since: row.statusSince, cause: row.statusCause },
    capacity: capacityOf(
      works.filter((work) => isOpen(work.status)).map(({ stamp: { size, pool } }) => ({ size, pool })),
      { capacity: capacity.value, interruptibleCapacity: interruptibleCapacity.value },
    ),
    statusAfterAcw: row.statusAfterAcwId === null ? null : configuration.status(row.statusAfterAcwId),
    outboundEndsAt: row.outboundEndsAt,
    agentWorks: works,
    configurationVersion,
  };
}

/** Open works, and the latest of those settled within the last hour. */
function shown(works: readonly KnownWork[], now: Instant): KnownWork[] {
  const settledAt = ({ work }: KnownWork) => work.settledAt ?? Number.POSITIVE_INFINITY;
  const recent = works.filter((one) => settledAt(one) > now - SHOWN_AFTER_SETTLING);
  const open = recent.filter(({ work }) => work.settledAt === null);
  const settled = recent.filter(({ work }) => work.settledAt !== null);
  if (settled.length <= MAX_SETTLED_WORKS) return recent;
  settled.sort((one, other) => settledAt(other) - settledAt(one) || (one.work.id < other.work.id ? 1 : -1));
  return [...open, ...settled.slice(0, MAX_SETTLED_WORKS)];
}

/** Agent works are the same objects as long as neither they nor the configuration change: that is quick to compare. */
const made = new WeakMap<
  KnownWork,
  { readonly configuration: ConfigurationView; readonly agentWork: AgentWork }
>();

function agentWorkOf(known: KnownWork, configuration: ConfigurationView): AgentWork {
  const before = made.get(known);
  if (before?.configuration === configuration) return before.agentWork;
  const agentWork = makeAgentWork(known, configuration);
  made.set(known, { configuration, agentWork });
  return agentWork;
}

function makeAgentWork({ work, item, conference }: KnownWork, configuration: ConfigurationView): AgentWork {
  const { id, status, stamp, offeredAt, openedAt, openedBy, settledAt } = work;
  const { cancelReason, customerLeftAt, declineReason, statusUpdate, acw, transferredTo, flag } = work;
  const { subject, customerName, highlights, recordId, createdAt: waitingSince } = item;
  const channel = configuration.channel(item.channelId);
  const queue = configuration.queue(item.queueId);
  return {
    id,
    // Reps in the same conversation see the same work item.
    workItemId: item.conferenceId ?? item.id,
    status,
    channel: { id: channel.id, name: channel.name, type: channel.type },
    queue: { id: queue.id, name: queue.name },
    subject,
    customerName,
    highlights,
    recordId,
    waitingSince,
    offeredAt,
    openedAt,
    openedBy,
    settledAt,
    cancelReason,
    customerLeftAt,
    declineReason,
    statusUpdate,
    stamp,
    acw,
    transferredTo,
    conference,
    flag,
    takeable: isTakeable(status) && item.status === 'waiting',
  };
}
