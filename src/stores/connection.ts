import type { StatusBefore } from '../domain/configuration/presence-status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import { Store } from './store.ts';

/**
 * The state of the connection. `interrupted`: just broken or silent, shown unobtrusively. `lost`: for longer.
 * `replaced`: signed in elsewhere. `refused`: the token was rejected.
 */
export type ConnectionStatus =
  | 'connecting'
  | 'connected'
  | 'interrupted'
  | 'lost'
  | 'signedOut'
  | 'replaced'
  | 'refused';

/** The report for a rep who is back. */
interface Returned {
  /** When the rep was back, which is when the state was resynchronised. */
  readonly at: Instant;
  readonly awayFor: Milliseconds;
  /** How many requests were missed meanwhile. */
  readonly missed: number;
  /** Whether the grace period expired, so that the server set Offline. */
  readonly setOfflineByServer: boolean;
  /** The previous status, to return to with one click; `null` if unknown or still set. */
  readonly statusBefore: StatusBefore | null;
  /** Whether the machine slept or the page was frozen, rather than the connection lost. */
  readonly slept: boolean;
}

export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Since when, by the server's clock as far as it is known. */
  readonly since: Instant;
  /** When the next attempt starts; `null` if none is planned. */
  readonly nextAttemptAt: Instant | null;
  /** How long after the loss the server sets the rep Offline, milliseconds; `null` before the first connection. */
  readonly grace: Milliseconds | null;
  /** A sentence for the rep in addition to the status; `null` for none. */
  readonly detail: string | null;
  /**
   * Why the panel has never connected: the server is not there, only its WebSocket is not, a policy of the page or the
   * server forbids it, or the host has not named the rep. `null` if that is not known, or it has connected.
   */
  readonly obstacle: 'server' | 'socket' | 'policy' | 'rep' | null;
  /** The latest round trip; `null` before the first. */
  readonly roundTrip: Milliseconds | null;
  /** Server time minus local time; `null` before the first measurement. */
  readonly clockOffset: Milliseconds | null;
  /** The alarm for a lost connection; `null` if there is none. */
  readonly alarm: 'sounding' | 'silenced' | null;
  /** What happened while the rep was away, until they dismiss it; `null` if there is nothing to report. */
  readonly returned: Returned | null;
}

/** The state of the connection. */
export class ConnectionStore extends Store<ConnectionState> {
  constructor(now: Instant) {
    super({
      status: 'connecting',
      since: now,
      nextAttemptAt: null,
      grace: null,
      detail: null,
      obstacle: null,
      roundTrip: null,
      clockOffset: null,
      alarm: null,
      returned: null,
    });
  }

  update(change: Partial<ConnectionState>): void {
    this.replace({ ...this.state, ...change });
  }
}

/** Whether the panel's view of the server is known to be current. */
export function isConnected(state: Pick<ConnectionState, 'status'>): boolean {
  return state.status === 'connected';
}
