import type { Presence, PresenceStatus } from '../domain/configuration/presence-status.ts';
import type { Id } from '../domain/values.ts';
import type { Instant } from '../domain/time.ts';
import { Store } from './store.ts';

/** Something that prevents the rep from being available, or that they should know: one sentence and its fix. */
export interface ReadinessProblem {
  readonly kind:
    | 'notConnected'
    | 'noConfiguration'
    | 'soundBlocked'
    | 'outputMissing'
    | 'notificationsOff'
    | 'clockOff';
  /** Whether the rep can become available nevertheless. `waits`: not yet; it is no fault. */
  readonly severity: 'blocks' | 'waits' | 'warns';
  /** One sentence for the rep. */
  readonly sentence: string;
  /** The label of the button that fixes it; `null` if the page cannot. */
  readonly fix: string | null;
  /** The rep has read this warning: it is only in the settings. */
  readonly dismissed?: true;
}

export interface PresenceState {
  /** The presence confirmed by the server; `null` before the first snapshot. */
  readonly confirmed: Presence | null;
  /** The requested status that is not confirmed yet. */
  readonly pendingStatusId: Id | null;
  /** The status chosen during wrap-up, which takes effect when the last wrap-up ends; `null` for none. */
  readonly statusAfterAcw: PresenceStatus | null;
  /** Until when an outbound conversation keeps offers away; `null` if there is none. */
  readonly outboundEndsAt: Instant | null;
  /** The readiness problems, most important first. */
  readonly problems: readonly ReadinessProblem[];
}

/** The rep's presence: confirmed, pending, and readiness problems. */
export class PresenceStore extends Store<PresenceState> {
  constructor() {
    super({
      confirmed: null,
      pendingStatusId: null,
      statusAfterAcw: null,
      outboundEndsAt: null,
      problems: [],
    });
  }

  confirm(
    confirmed: Presence,
    statusAfterAcw: PresenceStatus | null = null,
    outboundEndsAt: Instant | null = null,
  ): void {
    this.replace({ ...this.state, confirmed, statusAfterAcw, outboundEndsAt });
  }

  pend(pendingStatusId: Id | null): void {
    this.replace({ ...this.state, pendingStatusId });
  }

  report(problems: readonly ReadinessProblem[]): void {
    this.replace({ ...this.state, problems });
  }

  /** Clears everything: another rep, or signed out. */
  empty(): void {
    this.replace({
      ...this.state,
      confirmed: null,
      pendingStatusId: null,
      statusAfterAcw: null,
      outboundEndsAt: null,
    });
  }
}
