import {
  BEATS_UNTIL_INTERRUPTED,
  BEATS_UNTIL_PROBE,
  timeouts,
  PROBE_INTERVAL,
  SNAPSHOT_INTERVAL,
  type ConnectionEffect,
  type ConnectionMachine,
  type LivePhase,
  type Moment,
  type Phase,
  type Transition,
} from './connection-state.ts';
import type { ChangeMessage, ServerMessage } from './messages.ts';
import type { Received } from './receiving.ts';

/* The live phase: silence, probes, revisions. Part of the one transition function. */

type Message<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>;

/** The server sent `welcome`: applies its snapshot, and measures the round trip at once. */
export function goLive(
  machine: ConnectionMachine,
  greeting: Extract<Phase, { name: 'greeting' }>,
  welcome: Message<'welcome'>,
  now: Moment,
): Transition {
  const { beatInterval, grace, serverTime, snapshot } = welcome;
  const phase: LivePhase = {
    name: 'live',
    socket: greeting.socket,
    since: now,
    beatInterval,
    revision: snapshot.revision,
    ...signOfLife(beatInterval, now),
    probe: null,
    nextProbeAt: now,
    snapshotAskedAt: null,
    snapshotDueAt: null,
    noSnapshotBefore: now,
    snapshotIsOverdue: false,
  };
  const connected: ConnectionMachine = {
    ...machine,
    status: 'connected',
    since: now,
    reason: null,
    refusals: 0,
    lostAfter: timeouts.lost,
    roundTrip: null,
    grace,
  };
  const probed = probe(connected, phase, now);
  return {
    machine: probed.machine,
    effects: [
      { type: 'measured', sentAt: greeting.sentAt, serverTime, fresh: true },
      { type: 'deliver', message: welcome },
      ...probed.effects,
    ],
  };
}

/** Handles a message. Any message is a sign of life, even a malformed one: then a snapshot is needed. */
export function handleMessage(
  machine: ConnectionMachine,
  before: LivePhase,
  received: Received,
  now: Moment,
): Transition {
  const phase = { ...before, ...signOfLife(before.beatInterval, now) };
  if (received.kind === 'malformed') return askSnapshot(machine, phase, now);
  if (received.kind === 'unknown') return change(machine, phase, received.revision, null, now);
  const { message } = received;
  switch (message.type) {
    case 'welcome':
    case 'snapshot':
      return takeSnapshot(machine, phase, message);
    case 'beat':
      return stay(
        machine,
        phase,
        { type: 'send', message: { type: 'beat', beat: message.beat } },
        { type: 'serverTime', serverTime: message.serverTime },
      );
    case 'probe-answer': {
      if (message.probe !== phase.probe?.number) return stay(machine, phase);
      const { sentAt } = phase.probe;
      return stay(
        { ...machine, roundTrip: now - sentAt },
        { ...phase, probe: null },
        {
          type: 'measured',
          sentAt,
          serverTime: message.serverTime,
          fresh: false,
        },
      );
    }
    case 'result':
      return stay(machine, phase, { type: 'deliver', message });
    case 'not-understood':
      return stay(
        machine,
        phase,
        { type: 'problem', about: 'message', detail: `The server did not understand: ${message.detail}` },
        { type: 'deliver', message },
      );
    case 'presence-changed':
    case 'agent-work-changed':
    case 'capacity-changed':
    case 'configuration-changed':
      return change(machine, phase, message.revision, message, now);
  }
}

/** Requests a snapshot: one at a time, and at most one a second. */
export function askSnapshot(machine: ConnectionMachine, phase: LivePhase, now: Moment): Transition {
  if (phase.snapshotAskedAt !== null) return stay(machine, phase);
  if (now < phase.noSnapshotBefore) return stay(machine, { ...phase, snapshotDueAt: phase.noSnapshotBefore });
  return stay(
    machine,
    { ...phase, snapshotAskedAt: now, snapshotDueAt: null, noSnapshotBefore: now + SNAPSHOT_INTERVAL },
    { type: 'send', message: { type: 'snapshot-request' } },
  );
}

/** Sends a probe: the answer proves the round trip and measures the server's clock. */
export function probe(machine: ConnectionMachine, phase: LivePhase, now: Moment): Transition {
  const number = machine.probes + 1;
  return stay(
    { ...machine, probes: number },
    { ...phase, probe: { number, sentAt: now }, nextProbeAt: now + PROBE_INTERVAL },
    { type: 'send', message: { type: 'probe', probe: number } },
  );
}

/** Applies a change if it is the next one. A repeated one is ignored; after a gap a snapshot is needed. */
function change(
  machine: ConnectionMachine,
  phase: LivePhase,
  revision: number | null,
  message: ChangeMessage | null,
  now: Moment,
): Transition {
  if (revision === null || revision <= phase.revision) return stay(machine, phase);
  if (revision > phase.revision + 1) return askSnapshot(machine, phase, now);
  return stay(machine, { ...phase, revision }, ...(message ? [{ type: 'deliver', message } as const] : []));
}

function takeSnapshot(
  machine: ConnectionMachine,
  phase: LivePhase,
  message: Message<'welcome' | 'snapshot'>,
): Transition {
  const { revision } = message.snapshot;
  // A repeated, older snapshot.
  if (revision < phase.revision) return stay(machine, phase);
  return stay(
    machine,
    { ...phase, revision, snapshotAskedAt: null, snapshotDueAt: null, snapshotIsOverdue: false },
    { type: 'serverTime', serverTime: message.serverTime },
    { type: 'deliver', message },
  );
}

const signOfLife = (beatInterval: number, now: Moment) => ({
  doubtAt: now + beatInterval * BEATS_UNTIL_PROBE,
  breaksAt: now + beatInterval * BEATS_UNTIL_INTERRUPTED,
  forgiven: false,
});

const stay = (
  machine: ConnectionMachine,
  phase: LivePhase,
  ...effects: readonly ConnectionEffect[]
): Transition => ({ machine: { ...machine, phase }, effects });
