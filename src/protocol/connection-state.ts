import type { Milliseconds } from '../domain/time.ts';
import type { CloseReason } from './close-reasons.ts';
import type { PanelMessage, ServerMessage } from './messages.ts';
import type { Received } from './receiving.ts';

/** A moment on the page's own monotonic clock, milliseconds (`Timers.now`). */
export type Moment = Milliseconds;

/** Time-outs of the state machine, milliseconds. */
export const timeouts = {
  /** For the host's token function. */
  token: 10_000,
  /** For a socket to open. */
  open: 5000,
  /** From `hello` to `welcome`. */
  welcome: 5000,
  /** Until an interrupted connection counts as lost. */
  lost: 2500,
  /** The same if the server announced a restart. */
  lostWhileRestarting: 15_000,
  /** For any sign of life after a doubt: the page slept, was frozen, or its timers were late. */
  doubt: 3000,
  /** For a requested snapshot. */
  snapshot: 5000,
} as const;

/** The interval between two clock measurements, milliseconds. */
export const PROBE_INTERVAL: Milliseconds = 30_000;
/**
 * The minimum interval between two snapshot requests, milliseconds: a flood of malformed messages triggers one a
 * second.
 */
export const SNAPSHOT_INTERVAL: Milliseconds = 1000;
/** A connection that lasted this long was stable: the next attempt counts as a first one. */
export const STABLE_AFTER: Milliseconds = 10_000;
/** A timer later than this was delayed: by sleep, a frozen page, or throttling. */
export const LATE: Milliseconds = 1000;
/** Silence until a probe, and until the connection counts as interrupted, in heartbeats: 6 s and 9 s at 4 s each. */
export const BEATS_UNTIL_PROBE = 1.5;
export const BEATS_UNTIL_INTERRUPTED = 2.25;

/** Connected: the server sent `welcome` on this socket and was active recently. */
export interface LivePhase {
  readonly name: 'live';
  readonly socket: number;
  readonly since: Moment;
  readonly beatInterval: Milliseconds;
  /** The revision of the latest message that was applied. */
  readonly revision: number;
  /** When silence triggers a probe; `null` if it already has. */
  readonly doubtAt: Moment | null;
  /** When silence breaks the connection. */
  readonly breaksAt: Moment;
  /** Whether a late timer was excused since the last sign of life. */
  readonly forgiven: boolean;
  /** The latest unanswered probe. */
  readonly probe: { readonly number: number; readonly sentAt: Moment } | null;
  readonly nextProbeAt: Moment;
  /** When the outstanding snapshot was requested; `null` if there is none. */
  readonly snapshotAskedAt: Moment | null;
  /** When the next snapshot may be requested; `null` if none is needed. */
  readonly snapshotDueAt: Moment | null;
  readonly noSnapshotBefore: Moment;
  /** Whether the server left a request for a snapshot unanswered; the second time, the connection is given up. */
  readonly snapshotIsOverdue: boolean;
}

/**
 * What the machine is doing.
 *
 * ```
 * resting -> authorizing -> opening -> greeting -> live
 *    ^            ^  \________ \_________ \________/
 *    |            |           v          (failed, broken, closed)
 *    '-(unwanted) '------- waiting
 * ```
 */
export type Phase =
  /** No connection wanted: not started, signed out, or replaced. */
  | { readonly name: 'resting' }
  /** Waiting for the next attempt. */
  | { readonly name: 'waiting'; readonly until: Moment }
  /** Asking the host for a token. */
  | { readonly name: 'authorizing'; readonly until: Moment }
  /** Opening the socket. */
  | { readonly name: 'opening'; readonly socket: number; readonly until: Moment }
  /** `hello` is sent, `welcome` is awaited. */
  | { readonly name: 'greeting'; readonly socket: number; readonly sentAt: Moment; readonly until: Moment }
  | LivePhase;

export interface ConnectionMachine {
  readonly phase: Phase;
  readonly status: 'connecting' | 'connected' | 'interrupted' | 'lost' | 'signedOut' | 'replaced' | 'refused';
  /** Since when; for `lost`, since it was interrupted. */
  readonly since: Moment;
  /** What ended the latest connection or attempt, if known. `unreadable`: the server sent no state that can be used. */
  readonly reason: CloseReason | 'noToken' | 'unreadable' | null;
  /**
   * The number of the latest attempt. It also identifies the attempt's socket, so that late events of older ones are
   * recognised.
   */
  readonly attempt: number;
  /** Consecutive failed attempts. */
  readonly failures: number;
  /** Consecutive refused tokens. */
  readonly refusals: number;
  readonly probes: number;
  /** How long `interrupted` lasts before it is `lost`. */
  readonly lostAfter: Milliseconds;
  readonly roundTrip: Milliseconds | null;
  /** How long after a loss the server sets the rep Offline; `null` before the first connection. */
  readonly grace: Milliseconds | null;
}

/** The part of the machine that is visible outside. */
export type ConnectionView = Pick<
  ConnectionMachine,
  'status' | 'since' | 'reason' | 'roundTrip' | 'grace'
> & {
  readonly nextAttemptAt: Moment | null;
};

export type ConnectionEvent =
  /** Connect now: at the start, on "Reconnect now" or "Use here"; or as the successor of another connection. */
  | { readonly type: 'wanted'; readonly after: ConnectionView | null }
  /** Disconnect, and stay disconnected. */
  | { readonly type: 'unwanted' }
  | { readonly type: 'token'; readonly attempt: number }
  | { readonly type: 'noToken'; readonly attempt: number; readonly detail: string }
  | { readonly type: 'opened'; readonly socket: number }
  | { readonly type: 'closed'; readonly socket: number; readonly code: number }
  | { readonly type: 'received'; readonly socket: number; readonly received: Received }
  /** Something outside hints at a change: the page resumed, the network is back. */
  | { readonly type: 'doubted' }
  /** Messages may have been missed: the machine slept or the page was frozen. */
  | { readonly type: 'slept' }
  /** A round trip is requested. */
  | { readonly type: 'probe' }
  /** The moment set by `nextAlarm` has come. */
  | { readonly type: 'alarm' };

/** Messages to act on: in order, without duplicates or gaps. */
export type OrderedMessage = Exclude<ServerMessage, { type: 'beat' | 'probe-answer' }>;

/** What the interpreter does for the machine, in this order. */
export type ConnectionEffect =
  | { readonly type: 'fetchToken'; readonly attempt: number; readonly fresh: boolean }
  | { readonly type: 'open'; readonly socket: number }
  /** Send `hello`. The token stays out of the machine, so that no log of its states can contain it. */
  | { readonly type: 'greet'; readonly socket: number }
  /** Close the socket and ignore it from now on: its close event may take a minute. */
  | { readonly type: 'drop'; readonly socket: number }
  | { readonly type: 'send'; readonly message: PanelMessage }
  | { readonly type: 'deliver'; readonly message: OrderedMessage }
  /**
   * The server's clock read `serverTime` in the answer to a request sent at `sentAt`. The first one of a connection
   * is `fresh`.
   */
  | {
      readonly type: 'measured';
      readonly sentAt: Moment;
      readonly serverTime: number;
      readonly fresh: boolean;
    }
  /** The server wrote an unsolicited message at `serverTime`. */
  | { readonly type: 'serverTime'; readonly serverTime: number }
  | { readonly type: 'problem'; readonly about: 'message' | 'token'; readonly detail: string };

export interface Transition {
  readonly machine: ConnectionMachine;
  readonly effects: readonly ConnectionEffect[];
}

export function initialMachine(now: Moment): ConnectionMachine {
  return {
    phase: { name: 'resting' },
    status: 'connecting',
    since: now,
    reason: null,
    attempt: 0,
    failures: 0,
    refusals: 0,
    probes: 0,
    lostAfter: timeouts.lost,
    roundTrip: null,
    grace: null,
  };
}

/** The machine's current socket; events of any other one are late and ignored. */
export function socketOf(phase: Phase): number | null {
  return 'socket' in phase ? phase.socket : null;
}

/** When the machine needs an `alarm`; `null` for never. */
export function nextAlarm({ phase, status, since, lostAfter }: ConnectionMachine): Moment | null {
  const moments: (Moment | null)[] = [status === 'interrupted' ? since + lostAfter : null];
  if (phase.name === 'live') {
    const { doubtAt, breaksAt, nextProbeAt, snapshotAskedAt, snapshotDueAt } = phase;
    moments.push(doubtAt, breaksAt, nextProbeAt, snapshotDueAt);
    if (snapshotAskedAt !== null) moments.push(snapshotAskedAt + timeouts.snapshot);
  } else if (phase.name !== 'resting') {
    moments.push(phase.until);
  }
  const wanted = moments.filter((moment) => moment !== null);
  return wanted.length === 0 ? null : Math.min(...wanted);
}
