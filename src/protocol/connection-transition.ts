import { closeReason, type CloseReason } from './close-reasons.ts';
import { MAX_WAITS, MAX_WAITS_WHEN_REFUSED, waitBeforeAttempt } from './back-off.ts';
import {
  LATE,
  timeouts,
  socketOf,
  STABLE_AFTER,
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionMachine,
  type ConnectionView,
  type LivePhase,
  type Moment,
  type Transition,
} from './connection-state.ts';
import type { Received } from './receiving.ts';
import { askSnapshot, goLive, handleMessage, probe } from './live-connection.ts';

/** What a transition may read besides state and event. */
export interface Circumstances {
  readonly now: Moment;
  /** From 0 to below 1. */
  readonly random: number;
}

/**
 * The complete connection logic: the effect of each event in each phase. Pure. An event without meaning in the
 * present phase (from an old socket, or a late token) changes nothing.
 */
export function transition(
  machine: ConnectionMachine,
  event: ConnectionEvent,
  circumstances: Circumstances,
): Transition {
  const { now } = circumstances;
  const { phase } = machine;
  switch (event.type) {
    case 'wanted':
      if (phase.name === 'waiting') return attempt(machine, now);
      if (phase.name !== 'resting') break;
      return attempt({ ...machine, ...startAfter(event.after, now), failures: 0, refusals: 0 }, now);

    case 'unwanted':
      return rest(machine, now, 'signedOut', null);

    case 'token':
      if (phase.name !== 'authorizing' || event.attempt !== machine.attempt) break;
      return {
        machine: {
          ...machine,
          phase: { name: 'opening', socket: machine.attempt, until: now + timeouts.open },
        },
        effects: [{ type: 'open', socket: machine.attempt }],
      };

    case 'noToken':
      if (phase.name !== 'authorizing' || event.attempt !== machine.attempt) break;
      return withEffect(fail(machine, circumstances, 'noToken'), {
        type: 'problem',
        about: 'token',
        detail: event.detail,
      });

    case 'opened':
      if (phase.name !== 'opening' || event.socket !== phase.socket) break;
      return {
        machine: {
          ...machine,
          phase: { name: 'greeting', socket: phase.socket, sentAt: now, until: now + timeouts.welcome },
        },
        effects: [{ type: 'greet', socket: phase.socket }],
      };

    case 'closed':
      if (event.socket !== socketOf(phase)) break;
      return closed(machine, circumstances, closeReason(event.code));

    case 'received': {
      if (event.socket !== socketOf(phase)) break;
      const { received } = event;
      const problem = received.kind === 'unknown' ? null : received.problem;
      const handled = handle(machine, received, circumstances);
      return problem === null
        ? handled
        : withEffect(handled, { type: 'problem', about: 'message', detail: problem });
    }

    case 'doubted':
      if (phase.name === 'waiting') {
        // Soon, but spread out over all panels behind one network.
        const until = Math.min(phase.until, now + waitBeforeAttempt(0, circumstances.random));
        return { machine: { ...machine, phase: { name: 'waiting', until } }, effects: [] };
      }
      if (phase.name === 'live') return doubt(machine, phase, now);
      break;

    case 'slept':
      if (phase.name === 'live') return askSnapshot(machine, phase, now);
      break;

    case 'probe':
      if (phase.name === 'live') return probe(machine, phase, now);
      break;

    case 'alarm':
      return alarm(machine, circumstances);
  }
  return { machine, effects: [] };
}

/** A message arrived on the machine's socket. */
function handle(machine: ConnectionMachine, received: Received, circumstances: Circumstances): Transition {
  const { now } = circumstances;
  const { phase } = machine;
  const isGreeting = phase.name === 'greeting';
  const isWaitingForState = isGreeting || (phase.name === 'live' && phase.snapshotAskedAt !== null);
  // Without a state that it can use, a panel must not look connected. Another connection may bring one.
  if (isWaitingForState && received.kind === 'malformed' && received.isState)
    return giveUp(machine, circumstances, phase.socket, 'unreadable');
  if (phase.name === 'live') return handleMessage(machine, phase, received, now);
  return isGreeting && received.kind === 'message' && received.message.type === 'welcome'
    ? goLive(machine, phase, received.message, now)
    : { machine, effects: [] };
}

/**
 * The initial state as seen from outside: after another connection it continues as if that one had just broken, or
 * keeps its earlier break.
 */
function startAfter(after: ConnectionView | null, now: Moment): Partial<ConnectionMachine> {
  const afresh = { status: 'connecting', since: now, reason: null } as const;
  if (!after) return afresh;
  const { status, since, reason, grace } = after;
  if (status === 'connected') return { status: 'interrupted', since: now, reason: null, grace };
  const goesOn = status === 'interrupted' || status === 'lost' || status === 'refused';
  return goesOn ? { status, since, reason, grace } : { ...afresh, grace };
}

function attempt(machine: ConnectionMachine, now: Moment): Transition {
  const number = machine.attempt + 1;
  return {
    machine: { ...machine, attempt: number, phase: { name: 'authorizing', until: now + timeouts.token } },
    effects: [{ type: 'fetchToken', attempt: number, fresh: machine.refusals > 0 }],
  };
}

/** The machine's socket closed by itself, perhaps with a reason. */
function closed(
  machine: ConnectionMachine,
  circumstances: Circumstances,
  reason: CloseReason | null,
): Transition {
  const { now } = circumstances;
  switch (reason) {
    // Taken over: a duplicate of this browser tab has the session. Reconnecting would take it back, and so on
    // forever.
    case 'takenOver':
    case 'replaced':
      return rest(machine, now, 'replaced', reason);
    case 'signedOut':
      return rest(machine, now, 'signedOut', reason);
    case 'refused':
      return refused(machine, circumstances);
    case 'restarting':
    case 'tooSlow':
    case 'silent':
    case 'misbehaved':
    case null:
      return fail(machine, circumstances, reason);
  }
}

/** The attempt failed or the connection broke: wait, then retry. */
function fail(
  machine: ConnectionMachine,
  { now, random }: Circumstances,
  reason: ConnectionMachine['reason'],
): Transition {
  const { phase } = machine;
  const wasGood = phase.name === 'live' && now - phase.since >= STABLE_AFTER;
  const failures = wasGood ? 0 : machine.failures;
  const isRefused = machine.status === 'refused';
  const wait = isRefused
    ? waitBeforeAttempt(machine.refusals - 1, random, MAX_WAITS_WHEN_REFUSED)
    : waitBeforeAttempt(failures, random, MAX_WAITS);
  return {
    machine: {
      ...broken(machine, now, reason),
      failures: failures + 1,
      phase: { name: 'waiting', until: now + wait },
    },
    effects: [],
  };
}

/** The same for a socket that is still open. */
function giveUp(
  machine: ConnectionMachine,
  circumstances: Circumstances,
  socket: number,
  reason: ConnectionMachine['reason'],
): Transition {
  return withEffect(fail(machine, circumstances, reason), { type: 'drop', socket });
}

/** The first refusal may be due to an expired token, so a new one is fetched at once. The second is final. */
function refused(machine: ConnectionMachine, { now, random }: Circumstances): Transition {
  const refusals = machine.refusals + 1;
  if (refusals === 1) return attempt({ ...broken(machine, now, 'refused'), refusals }, now);
  const since = machine.status === 'refused' ? machine.since : now;
  const wait = waitBeforeAttempt(refusals - 2, random, MAX_WAITS_WHEN_REFUSED);
  return {
    machine: {
      ...machine,
      status: 'refused',
      since,
      reason: 'refused',
      refusals,
      roundTrip: null,
      phase: { name: 'waiting', until: now + wait },
    },
    effects: [],
  };
}

/**
 * How a break shows outside. A token that may have expired is no break while the rep still waits for the first
 * connection.
 */
function broken(
  machine: ConnectionMachine,
  now: Moment,
  reason: ConnectionMachine['reason'],
): ConnectionMachine {
  const isNews = machine.status === 'connected' || (machine.status === 'connecting' && reason !== 'refused');
  return {
    ...machine,
    reason,
    roundTrip: null,
    ...(isNews && { status: 'interrupted', since: now }),
    ...(isNews && { lostAfter: reason === 'restarting' ? timeouts.lostWhileRestarting : timeouts.lost }),
  };
}

function rest(
  machine: ConnectionMachine,
  now: Moment,
  status: 'signedOut' | 'replaced',
  reason: CloseReason | null,
): Transition {
  const socket = reason === null ? socketOf(machine.phase) : null;
  return {
    machine: { ...machine, phase: { name: 'resting' }, status, since: now, reason, roundTrip: null },
    effects: socket === null ? [] : [{ type: 'drop', socket }],
  };
}

/** The page slept or was frozen: the connection must prove itself soon, whatever its socket reports. */
function doubt(machine: ConnectionMachine, phase: LivePhase, now: Moment): Transition {
  const breaksAt = Math.min(phase.breaksAt, now + timeouts.doubt);
  return probe(machine, { ...phase, doubtAt: null, breaksAt: Math.max(breaksAt, now), forgiven: true }, now);
}

function alarm(before: ConnectionMachine, circumstances: Circumstances): Transition {
  const { now } = circumstances;
  const isLost = before.status === 'interrupted' && now >= before.since + before.lostAfter;
  const machine: ConnectionMachine = isLost ? { ...before, status: 'lost' } : before;
  const { phase } = machine;
  switch (phase.name) {
    case 'resting':
      return { machine, effects: [] };
    case 'waiting':
      return now >= phase.until ? attempt(machine, now) : { machine, effects: [] };
    case 'authorizing':
      if (now < phase.until) return { machine, effects: [] };
      return withEffect(fail(machine, circumstances, 'noToken'), {
        type: 'problem',
        about: 'token',
        detail: 'The token function gave no answer in time.',
      });
    case 'opening':
    case 'greeting':
      if (now < phase.until) return { machine, effects: [] };
      return giveUp(machine, circumstances, phase.socket, null);
    case 'live':
      return liveAlarm(machine, phase, circumstances);
  }
}

function liveAlarm(machine: ConnectionMachine, phase: LivePhase, circumstances: Circumstances): Transition {
  const { now } = circumstances;
  if (now >= phase.breaksAt) {
    // Nothing ran for a while, so nothing could be received: messages that arrived meanwhile are still queued.
    if (now - phase.breaksAt > LATE && !phase.forgiven)
      return probe(machine, { ...phase, breaksAt: now + timeouts.doubt, doubtAt: null, forgiven: true }, now);
    return giveUp(machine, circumstances, phase.socket, null);
  }
  const { snapshotAskedAt, snapshotDueAt } = phase;
  const snapshotIsLate = snapshotAskedAt !== null && now >= snapshotAskedAt + timeouts.snapshot;
  if (snapshotIsLate && phase.snapshotIsOverdue)
    return giveUp(machine, circumstances, phase.socket, 'unreadable');
  if (snapshotIsLate || (snapshotDueAt !== null && now >= snapshotDueAt))
    return askSnapshot(
      machine,
      { ...phase, snapshotAskedAt: null, snapshotIsOverdue: snapshotIsLate || phase.snapshotIsOverdue },
      now,
    );
  if (phase.doubtAt !== null && now >= phase.doubtAt) return probe(machine, { ...phase, doubtAt: null }, now);
  if (now >= phase.nextProbeAt) return probe(machine, phase, now);
  return { machine, effects: [] };
}

const withEffect = ({ machine, effects }: Transition, effect: ConnectionEffect): Transition => ({
  machine,
  effects: [effect, ...effects],
});
