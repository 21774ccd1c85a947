import type { Clock, Instant, Milliseconds } from '../domain/time.ts';
import type { PresenceStatus } from '../domain/presence-status.ts';
import type { Id } from '../domain/values.ts';
import { isConnected, type ConnectionStore } from '../stores/connection.ts';
import type { PresenceStore } from '../stores/presence.ts';
import type { WorkStore } from '../stores/work.ts';

/** A shorter absence is not worth a word, unless it had consequences. */
const WORTH_A_WORD: Milliseconds = 5000;

/** What was known when the panel stopped knowing. */
interface Absence {
  since: Instant;
  readonly status: PresenceStatus;
  readonly settled: ReadonlySet<Id>;
  wasLost: boolean;
  slept: boolean;
}

/** Tells the rep, once the state is resynchronised, for how long the panel was away and what happened meanwhile. */
export class Returning {
  readonly #connection: ConnectionStore;
  readonly #presence: PresenceStore;
  readonly #work: WorkStore;
  readonly #clock: Clock;
  #absence: Absence | null = null;
  /** Whether the state has been resynchronised, though the connection does not yet say so. */
  #isBack = false;

  constructor(deps: {
    readonly connection: ConnectionStore;
    readonly presence: PresenceStore;
    readonly work: WorkStore;
    readonly clock: Clock;
  }) {
    this.#connection = deps.connection;
    this.#presence = deps.presence;
    this.#work = deps.work;
    this.#clock = deps.clock;
  }

  start(): () => void {
    const stops = [
      this.#connection.subscribe(() => this.#follow()),
      // The rep chose a status: what there was to say has been read.
      this.#presence.subscribe(({ confirmed }) => {
        const { returned } = this.#connection.state;
        if (returned && confirmed?.cause === 'rep' && confirmed.since >= returned.at) this.dismiss();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#forget();
    };
  }

  dismiss(): void {
    if (this.#connection.state.returned) this.#connection.update({ returned: null });
  }

  /** The machine slept or the page was frozen, since that instant. */
  slept(since: Instant): void {
    const absence = this.#leave();
    if (!absence) return;
    absence.slept = true;
    absence.since = Math.min(absence.since, since);
  }

  /** A snapshot is here: everything the stores hold is true now. */
  resynchronised(): void {
    const absence = this.#absence;
    const confirmed = this.#presence.state.confirmed;
    this.#absence = null;
    this.#isBack = !isConnected(this.#connection.state);
    if (!absence || !confirmed) return;
    const at = this.#clock.now();
    const awayFor = Math.max(0, at - absence.since);
    const setOfflineByServer = confirmed.cause === 'grace' && absence.status.kind !== 'offline';
    const isWorthAWord = (absence.wasLost || absence.slept) && awayFor >= WORTH_A_WORD;
    if (!isWorthAWord && !absence.wasLost && !setOfflineByServer) return;
    const { id, name } = absence.status;
    this.#connection.update({
      returned: {
        ...{ at, awayFor, setOfflineByServer, slept: absence.slept },
        missed: this.#missedSince(absence),
        statusBefore: id === confirmed.status.id ? null : { id, name },
      },
    });
  }

  #missedSince({ settled, since }: Absence): number {
    const missed = [...this.#work.state.works.values()].filter(
      (work) =>
        work.status === 'declinedOnPushTimeout' && !settled.has(work.id) && (work.settledAt ?? 0) >= since,
    );
    return missed.length;
  }

  #follow(): void {
    switch (this.#connection.state.status) {
      case 'interrupted':
        if (!this.#isBack) this.#leave();
        return;
      case 'lost':
      case 'refused': {
        if (this.#isBack) return;
        const absence = this.#leave();
        if (!absence?.wasLost) this.dismiss();
        if (absence) absence.wasLost = true;
        return;
      }
      case 'signedOut':
      case 'replaced':
        return this.#forget();
      case 'connecting':
      case 'connected':
        this.#isBack = false;
        return;
    }
  }

  #leave(): Absence | null {
    const { confirmed } = this.#presence.state;
    if (!confirmed || this.#absence) return this.#absence;
    const works = [...this.#work.state.works.values()];
    this.#absence = {
      since: this.#clock.now(),
      status: confirmed.status,
      settled: new Set(works.filter(({ settledAt }) => settledAt !== null).map(({ id }) => id)),
      ...{ wasLost: false, slept: false },
    };
    return this.#absence;
  }

  #forget(): void {
    this.#absence = null;
    this.#isBack = false;
    this.dismiss();
  }
}
