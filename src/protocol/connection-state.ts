import type { Milliseconds } from '../domain/time.ts';
import type { CloseReason } from './close-reasons.ts';
import type { PanelMessage, ServerMessage } from './messages.ts';
import type { Received } from './receiving.ts';

/** A moment of the page's own monotonic time, milliseconds (`Timers.now`). */
export type Moment = Milliseconds;

/** How long the machine waits, milliseconds. */
export const patience = {
  /** For the host's token function. */
  token: 10_000,
  /** For a socket to open. */
  open: 5000,
  /** From `hello` to `welcome`. */
  welcome: 5000,
  /** From interrupted to lost. */
  lost: 2500,
  /** The same where the server said that it is restarting. */
  lostWhileRestarting: 15_000,
  /** For any sign of life after a doubt: the page slept, was frozen, or its timers were late. */
  doubt: 3000,
  /** For a snapshot that was asked for. */
  snapshot: 5000,
} as const;

/** Between two measurements of the clock, milliseconds. */
export const PROBE_INTERVAL: Milliseconds = 30_000;
/** Between two requests for a snapshot, milliseconds: a flood of surprises is answered once a second. */
export const SNAPSHOT_INTERVAL: Milliseconds = 1000;
/** A connection that lasted this long was good: the next attempt is a first one again. */
export const STABLE_AFTER: Milliseconds = 10_000;
/** A timer that comes later than this was held back: by sleep, a frozen page, or throttling. */
export const LATE: Milliseconds = 1000;
/** Silence until a probe, and until the connection counts as interrupted, in beats: 6 s and 9 s at 4 s a beat. */
export const BEATS_UNTIL_PROBE = 1.5;
export const BEATS_UNTIL_INTERRUPTED = 2.25;

/** Connected: the server said welcome on this socket and was heard lately. */
export interface LivePhase {
  readonly name: 'live';
  readonly socket: number;
  readonly since: Moment;
  readonly beatInterval: Milliseconds;
  /** The revision of the latest message that was taken. */
  readonly revision: number;
  /** When silence makes the machine probe; `null`: it has. */
  readonly doubtAt: Moment | null;
  /** When silence breaks the connection. */
  readonly breaksAt: Moment;
  /** Whether a late timer was forgiven since the last sign of life. */
  readonly forgiven: boolean;
  /** The latest probe that is not answered. */
  readonly probe: { readonly number: number; readonly sentAt: Moment } | null;
  readonly nextProbeAt: Moment;
  /** When the snapshot was asked for that has not come. */
  readonly snapshotAskedAt: Moment | null;
  /** When the next snapshot may be asked for; `null`: none is wanted. */
  readonly snapshotDueAt: Moment | null;
  readonly noSnapshotBefore: Moment;
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
  /** Nothing is wanted: not started, signed out, or replaced. */
  | { readonly name: 'resting' }
  /** For the next attempt. */
  | { readonly name: 'waiting'; readonly until: Moment }
  /** The host is asked for a token. */
  | { readonly name: 'authorizing'; readonly until: Moment }
  /** The socket opens. */
  | { readonly name: 'opening'; readonly socket: number; readonly until: Moment }
  /** `hello` is sent, `welcome` is awaited. */
  | { readonly name: 'greeting'; readonly socket: number; readonly sentAt: Moment; readonly until: Moment }
  | LivePhase;

export interface ConnectionMachine {
  readonly phase: Phase;
  readonly status: 'connecting' | 'connected' | 'interrupted' | 'lost' | 'signedOut' | 'replaced' | 'refused';
  /** Since when; for `lost`, since it was interrupted. */
  readonly since: Moment;
  /** What ended the latest connection or attempt, where it said so. */
  readonly reason: CloseReason | 'noToken' | null;
  /** The number of the latest attempt. It names the attempt's socket, so late events of older ones are known. */
  readonly attempt: number;
  /** Attempts failed in a row. */
  readonly failures: number;
  /** Tokens refused in a row. */
  readonly refusals: number;
  readonly probes: number;
  /** How long `interrupted` lasts before it is `lost`. */
  readonly lostAfter: Milliseconds;
  readonly roundTrip: Milliseconds | null;
  /** How long after a loss the server sets the rep Offline; `null` before the first connection. */
  readonly grace: Milliseconds | null;
}

/** What others may see of the machine. */
export type ConnectionView = Pick<
  ConnectionMachine,
  'status' | 'since' | 'reason' | 'roundTrip' | 'grace'
> & {
  readonly nextAttemptAt: Moment | null;
};

export type ConnectionEvent =
  /** To be connected now: the start, "Reconnect now", "Use here"; or in the place of another connection. */
  | { readonly type: 'wanted'; readonly after: ConnectionView | null }
  /** Not to be connected any more. */
  | { readonly type: 'unwanted' }
  | { readonly type: 'token'; readonly attempt: number }
  | { readonly type: 'noToken'; readonly attempt: number; readonly detail: string }
  | { readonly type: 'opened'; readonly socket: number }
  | { readonly type: 'closed'; readonly socket: number; readonly code: number }
  | { readonly type: 'received'; readonly socket: number; readonly received: Received }
  /** Something outside speaks for a change: the page resumed, the network is back. */
  | { readonly type: 'doubted' }
  /** Nobody knows what was missed: the machine slept or the page was frozen. */
  | { readonly type: 'slept' }
  /** A round trip is wanted now. */
  | { readonly type: 'probe' }
  /** The moment that `nextAlarm` named has come. */
  | { readonly type: 'alarm' };

/** Messages that others act on: in order, none twice, none missing. */
export type Told = Exclude<ServerMessage, { type: 'beat' | 'probe-answer' }>;

/** What the interpreter does for the machine, in this order. */
export type ConnectionEffect =
  | { readonly type: 'fetchToken'; readonly attempt: number; readonly fresh: boolean }
  | { readonly type: 'open'; readonly socket: number }
  /** Send `hello`. The token stays out of the machine, so that no log of its states can hold it. */
  | { readonly type: 'greet'; readonly socket: number }
  /** Close the socket and forget it: its close event may take a minute. */
  | { readonly type: 'drop'; readonly socket: number }
  | { readonly type: 'send'; readonly message: PanelMessage }
  | { readonly type: 'tell'; readonly message: Told }
  /** The server's clock read `serverTime`; asked at `sentAt`. The first of a connection is `fresh`. */
  | {
      readonly type: 'measured';
      readonly sentAt: Moment;
      readonly serverTime: number;
      readonly fresh: boolean;
    }
  /** The server wrote a message at `serverTime`, unasked. */
  | { readonly type: 'heard'; readonly serverTime: number }
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
    lostAfter: patience.lost,
    roundTrip: null,
    grace: null,
  };
}

/** The socket that the machine holds; events of any other are late and ignored. */
export function socketOf(phase: Phase): number | null {
  return 'socket' in phase ? phase.socket : null;
}

/** When the machine wants an `alarm`; `null`: never. */
export function nextAlarm({ phase, status, since, lostAfter }: ConnectionMachine): Moment | null {
  const moments: (Moment | null)[] = [status === 'interrupted' ? since + lostAfter : null];
  if (phase.name === 'live') {
    const { doubtAt, breaksAt, nextProbeAt, snapshotAskedAt, snapshotDueAt } = phase;
    moments.push(doubtAt, breaksAt, nextProbeAt, snapshotDueAt);
    if (snapshotAskedAt !== null) moments.push(snapshotAskedAt + patience.snapshot);
  } else if (phase.name !== 'resting') {
    moments.push(phase.until);
  }
  const wanted = moments.filter((moment) => moment !== null);
  return wanted.length === 0 ? null : Math.min(...wanted);
}
