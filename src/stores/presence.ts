import type { Presence, PresenceStatus } from '../domain/configuration/presence-status.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** Something that keeps a rep from being available, or that they should know: one line and what fixes it. */
export interface ReadinessProblem {
  readonly kind:
    | 'notConnected'
    | 'noConfiguration'
    | 'soundBlocked'
    | 'outputMissing'
    | 'notificationsOff'
    | 'clockOff';
  /** Whether the rep can become available all the same. */
  readonly severity: 'blocks' | 'warns';
  /** One sentence for the rep. */
  readonly sentence: string;
  /** The label of the one button that fixes it; `null`: the page cannot. */
  readonly fix: string | null;
}

export interface PresenceState {
  /** What the server confirmed; `null` before the first snapshot. */
  readonly confirmed: Presence | null;
  /** The status asked for and not yet confirmed. */
  readonly pendingStatusId: Id | null;
  /** The status chosen during wrap-up, which takes effect when the last one ends; `null`: none. */
  readonly statusAfterAcw: PresenceStatus | null;
  /** What is not ready, the most important first. */
  readonly problems: readonly ReadinessProblem[];
}

/** The rep's presence: what the server confirmed, what is under way, what is not ready. */
export class PresenceStore extends Store<PresenceState> {
  constructor() {
    super({ confirmed: null, pendingStatusId: null, statusAfterAcw: null, problems: [] });
  }

  confirm(confirmed: Presence, statusAfterAcw: PresenceStatus | null = null): void {
    this.replace({ ...this.state, confirmed, statusAfterAcw });
  }

  pend(pendingStatusId: Id | null): void {
    this.replace({ ...this.state, pendingStatusId });
  }

  report(problems: readonly ReadinessProblem[]): void {
    this.replace({ ...this.state, problems });
  }

  /** Forgets everything: another rep, or signed out. */
  empty(): void {
    this.replace({
      ...this.state,
      confirmed: null,
      pendingStatusId: null,
      statusAfterAcw: null,
    });
  }
}
