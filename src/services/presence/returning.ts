import type { Clock, Instant, Milliseconds } from '../../domain/time.ts';
import {
  isChosen,
  type Presence,
  type PresenceStatus,
  type StatusBefore,
} from '../../domain/configuration/presence-status.ts';
import type { Id } from '../../domain/values.ts';
import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** A shorter absence is not reported, unless it had consequences. */
const MIN_REPORTED_ABSENCE: Milliseconds = 5000;

/** What was known before the panel lost touch. */
interface Absence {
  since: Instant;
  readonly status: PresenceStatus;
  readonly settled: ReadonlySet<Id>;
  wasLost: boolean;
  slept: boolean;
}

/** What this browser remembers of the rep's last status, beyond the page. */
export interface StatusMemory {
  recall(): StatusBefore | null;
  remember(status: StatusBefore | null): void;
}

/** Reports to the rep, once the state is resynchronised, how long the panel was away and what happened meanwhile. */
export class Returning {
  readonly #connection: ConnectionStore;
  readonly #presence: PresenceStore;
  readonly #work: WorkStore;
  readonly #clock: Clock;
  readonly #memory: StatusMemory;
  readonly #tabGroup: Pick<TabGroup, 'send'>;
  #absence: Absence | null = null;
  /** Whether the state is resynchronised although the connection is not reported as connected yet. */
  #isResynchronised = false;
  /** Whether this page has been connected before; if not, only the stored status is known. */
  #wasConnected = false;

  constructor(deps: {
    readonly connection: ConnectionStore;
    readonly presence: PresenceStore;
    readonly work: WorkStore;
    readonly clock: Clock;
    readonly memory: StatusMemory;
    readonly tabGroup: Pick<TabGroup, 'on' | 'send'>;
  }) {
    this.#connection = deps.connection;
    this.#presence = deps.presence;
    this.#work = deps.work;
    this.#clock = deps.clock;
    this.#memory = deps.memory;
    this.#tabGroup = deps.tabGroup;
    deps.tabGroup.on('returnDismissed', () => this.#dismiss());
  }

  start(): () => void {
    const stops = [
      this.#connection.subscribe(() => this.#follow()),
      // Once the rep chooses a status, the report has been read.
      this.#presence.subscribe(({ confirmed }) => {
        this.#remember(confirmed);
        const { returned } = this.#connection.state;
        if (returned && confirmed && isChosen(confirmed.cause) && confirmed.since >= returned.at)
          this.#dismiss();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#forget();
      this.#wasConnected = false;
    };
  }

  /** The rep dismissed the report, in all of their browser tabs. */
  dismiss(): void {
    this.#dismiss();
    this.#tabGroup.send({ type: 'returnDismissed' });
  }

  #dismiss(): void {
    if (this.#connection.state.returned?.setOfflineByServer) this.#memory.remember(null);
    this.#hide();
  }

  /** The rep signed out: the resulting status change is no news. */
  left(): void {
    this.#memory.remember(null);
  }

  /** The machine slept or the page was frozen since that instant. */
  slept(since: Instant): void {
    const absence = this.#leave();
    if (!absence) return;
    absence.slept = true;
    absence.since = Math.min(absence.since, since);
  }

  /** A snapshot has arrived: the stores match the server. */
  resynchronised(): void {
    const absence = this.#absence;
    const confirmed = this.#presence.state.confirmed;
    this.#absence = null;
    this.#isResynchronised = !isConnected(this.#connection.state);
    if (!absence || !confirmed) return;
    const at = this.#clock.now();
    const awayFor = Math.max(0, at - absence.since);
    const setOfflineByServer = confirmed.cause === 'grace' && absence.status.kind !== 'offline';
    const isWorthAWord = absence.slept && awayFor >= MIN_REPORTED_ABSENCE;
    if (!isWorthAWord && !absence.wasLost && !setOfflineByServer) return;
    const { id, name } = absence.status;
    this.#connection.update({
      returned: {
        at,
        awayFor,
        setOfflineByServer,
        slept: absence.slept,
        missed: this.#missedSince(absence),
        statusBefore: id === confirmed.status.id ? null : { id, name },
      },
    });
  }

  /** A new page, and the server set Offline in between: the reload took too long, or the page crashed. */
  #reportGrace(): void {
    const { confirmed } = this.#presence.state;
    const statusBefore = this.#memory.recall();
    if (confirmed?.cause !== 'grace' || !statusBefore) return;
    const at = this.#clock.now();
    const since = confirmed.since - (this.#connection.state.grace ?? 0);
    this.#connection.update({
      returned: {
        at,
        awayFor: Math.max(0, at - since),
        setOfflineByServer: true,
        slept: false,
        statusBefore,
        missed: this.#missedSince({ since, settled: new Set() }),
      },
    });
  }

  // A status that the server set after the grace period is not the rep's own.
  #remember(confirmed: Presence | null): void {
    if (!confirmed || confirmed.cause === 'grace') return;
    const { id, name, kind } = confirmed.status;
    this.#memory.remember(kind === 'offline' ? null : { id, name });
  }

  #hide(): void {
    if (this.#connection.state.returned) this.#connection.update({ returned: null });
  }

  #missedSince({ settled, since }: Pick<Absence, 'settled' | 'since'>): number {
    const missed = [...this.#work.state.works.values()].filter(
      (work) =>
        work.status === 'declinedOnPushTimeout' && !settled.has(work.id) && (work.settledAt ?? 0) >= since,
    );
    return missed.length;
  }

  #follow(): void {
    switch (this.#connection.state.status) {
      case 'interrupted':
        if (!this.#isResynchronised) this.#leave();
        return;
      case 'lost':
      case 'refused': {
        if (this.#isResynchronised) return;
        const absence = this.#leave();
        if (!absence?.wasLost) this.#hide();
        if (absence) absence.wasLost = true;
        return;
      }
      case 'signedOut':
      case 'replaced':
        return this.#forget();
      case 'connected':
        this.#isResynchronised = false;
        if (this.#wasConnected) return;
        this.#wasConnected = true;
        return this.#reportGrace();
      case 'connecting':
        this.#isResynchronised = false;
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
      wasLost: false,
      slept: false,
    };
    return this.#absence;
  }

  #forget(): void {
    this.#absence = null;
    this.#isResynchronised = false;
    this.#hide();
  }
}
