import type { StatusBefore } from '../domain/configuration/presence-status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import { Store } from './store.ts';

/**
 * Where the connection stands. `interrupted`: just broken or silent, shown quietly. `lost`: for longer. `replaced`:
 * signed in elsewhere. `refused`: the token was not taken.
 */
export type ConnectionStatus =
  | 'connecting'
  | 'connected'
  | 'interrupted'
  | 'lost'
  | 'signedOut'
  | 'replaced'
  | 'refused';

/** What to tell the rep who is back. */
interface Returned {
  /** When they were back, which is when the state was resynchronised. */
  readonly at: Instant;
  readonly awayFor: Milliseconds;
  /** How many requests were missed meanwhile. */
  readonly missed: number;
  /** Whether grace had passed, so that the server set Offline. */
  readonly setOfflineByServer: boolean;
  /** The status before, to go back to with one click; `null`: none is known, or it holds still. */
  readonly statusBefore: StatusBefore | null;
  /** Whether the machine slept or the page was frozen, rather than the connection lost. */
  readonly slept: boolean;
}

export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Since when, on the server's clock as far as it is known. */
  readonly since: Instant;
  /** When the next attempt starts; `null` while there is none planned. */
  readonly nextAttemptAt: Instant | null;
  /** How long after the loss the server sets the rep Offline, milliseconds; `null` before the first connection. */
  readonly grace: Milliseconds | null;
  /** What to tell the rep beside the status, in one sentence; `null`: nothing. */
  readonly detail: string | null;
  /** The latest round trip; `null` before the first. */
  readonly roundTrip: Milliseconds | null;
  /** Server time minus local time; `null` before the first measurement. */
  readonly clockOffset: Milliseconds | null;
  /** The alarm of a lost connection; `null`: there is none. */
  readonly alarm: 'sounding' | 'silenced' | null;
  /** What happened while the rep was away, until they dismiss it; `null`: nothing is to be told. */
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

/** Whether what the panel shows of the server is known to be true now. */
export function isConnected(state: Pick<ConnectionState, 'status'>): boolean {
  return state.status === 'connected';
}
