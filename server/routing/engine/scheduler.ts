import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Database } from '../../database/database.ts';
import { reps } from '../../database/schema/routing.ts';
import type { SessionOfRep } from './engine.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { endOverdueAcws } from '../work/acw.ts';
import { Alarm } from './deadline-timer.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import { endGraces, reviveSockets } from '../reps/rep-connection.ts';
import { endPushTimeouts, nextDue } from './due.ts';
import { offerWaitingWork } from '../offers/make-offers.ts';
import {
  adoptOrphans,
  BETWEEN_SIGNS_OF_LIFE,
  expireProcesses,
  farewell,
  signOfLife,
} from './process-registry.ts';
import { BETWEEN_PURGES, purge } from './purge.ts';
import { Rounds } from './run-loop.ts';
import type { Committed, RunStep } from './step.ts';
import { placesWithWork } from '../offers/waiting-work.ts';
import type { WakeUps } from './change-hints.ts';

/** How often the database is asked for whatever no hint told. */
const BETWEEN_POLLS: Milliseconds = 1_000;
/** At most so often what is due is looked at again. */
const BETWEEN_TRIES: Milliseconds = 20;
/** A change is looked for this long after its instant: its transaction may have been slow to commit. */
const SLOWEST_COMMIT: Milliseconds = 10_000;

export interface BackgroundOptions {
  readonly database: Database;
  readonly cache: ConfigurationCache;
  readonly timers: Pick<Timers, 'now' | 'after'>;
  readonly logger: Logger;
  readonly processId: string;
  readonly wakeUps: WakeUps;
  readonly run: RunStep;
  /** The sockets that live in this process, by their id. */
  readonly live: ReadonlyMap<string, SessionOfRep>;
}

/** What the engine does by itself: routing, deadlines, grace, and the poll that finds what no hint told. */
export class Background {
  readonly #options: BackgroundOptions;
  readonly #routing: Rounds;
  readonly #due: Rounds;
  readonly #polls: Rounds;
  readonly #alarm: Alarm;
  readonly #poll: Alarm;
  #aliveAt: Instant | null = null;
  #polledAt: Instant | null = null;
  #purgedAt: Instant | null = null;
  #revision: number | null = null;

  constructor(options: BackgroundOptions) {
    this.#options = options;
    const { logger, timers } = options;
    const rounds = (name: string, round: () => Promise<boolean>) =>
      new Rounds(round, (error) => logger.error(`${name}-failed`, error));
    this.#routing = rounds(
      'routing',
      // Mostly nothing waits, which one question shows.
      async () => {
        const places = await placesWithWork(options.database.queries);
        return places.length > 0 && options.run((step) => offerWaitingWork(step, places));
      },
    );
    this.#due = rounds('due', () => this.#settleDue());
    this.#polls = rounds('poll', () => this.#pollOnce());
    this.#alarm = new Alarm(timers, () => void this.#due.ask());
    this.#poll = new Alarm(timers, () => void this.#polls.ask());
  }

  async start(): Promise<void> {
    const { database, run, timers } = this.#options;
    await this.#beAlive();
    await adoptOrphans(database, run, timers.now());
    await this.#polls.ask();
  }

  async stop(): Promise<void> {
    this.#poll.off();
    this.#alarm.off();
    await Promise.all([this.#polls.stop(), this.#due.stop(), this.#routing.stop()]);
    this.#poll.off();
    this.#alarm.off();
    const { database, run, processId, timers } = this.#options;
    if (this.#aliveAt === null) return;
    this.#aliveAt = null;
    await farewell(database, run, processId, timers.now());
  }

  /** A step of this process is committed. */
  committed({ routable, dueAt }: Committed): void {
    if (this.#aliveAt === null) return;
    if (dueAt !== null) this.#alarm.noLaterThan(dueAt);
    if (routable) void this.#routing.ask();
  }

  /** Something happened elsewhere: polls at once. */
  poll(): void {
    if (this.#aliveAt !== null) void this.#polls.ask();
  }

  /** Resolves when nothing that was begun here still runs. */
  async idle(): Promise<void> {
    const all = [this.#polls, this.#due, this.#routing];
    while (all.some((rounds) => rounds.isRunning)) await Promise.all(all.map((rounds) => rounds.over()));
  }

  async #settleDue(): Promise<boolean> {
    const { database, run, timers } = this.#options;
    let next = await nextDue(database.queries);
    if (next !== null && next <= timers.now()) {
      let more = false;
      for (const settle of [endPushTimeouts, endOverdueAcws, endGraces]) more = (await run(settle)) || more;
      if (more) return true;
      next = await nextDue(database.queries);
    }
    // Whatever cannot be settled must not keep the server busy: it is tried again after a while.
    const now = timers.now();
    if (next !== null) this.#alarm.noLaterThan(next > now ? next : now + BETWEEN_TRIES);
    return false;
  }

  async #pollOnce(): Promise<boolean> {
    const { database, run, processId, timers, live } = this.#options;
    this.#poll.noLaterThan(timers.now() + BETWEEN_POLLS);
    await this.#beAlive();
    await expireProcesses(database, run, processId, timers.now());
    if (live.size > 0) await reviveSockets(database, run, processId, live);
    await this.#findChanges();
    await this.#noticeConfiguration();
    await this.#purgeSometimes();
    // What was due while nothing ran comes first: it may free work and reps.
    await this.#due.ask();
    void this.#routing.ask();
    return false;
  }

  async #beAlive(): Promise<void> {
    const { database, processId, timers } = this.#options;
    const now = timers.now();
    if (this.#aliveAt !== null && now - this.#aliveAt < BETWEEN_SIGNS_OF_LIFE) return;
    await signOfLife(database, processId, now);
    this.#aliveAt = now;
  }

  async #findChanges(): Promise<void> {
    const { database, timers, wakeUps } = this.#options;
    const now = timers.now();
    const since = (this.#polledAt ?? now) - SLOWEST_COMMIT;
    const changed = await database.queries
      .select({ id: reps.id, change: reps.change })
      .from(reps)
      .where(gt(reps.changedAt, since));
    this.#polledAt = now;
    wakeUps.tell(new Map(changed.map(({ id, change }) => [id, change])));
  }

  /** Another configuration may change what every panel here shows. */
  async #noticeConfiguration(): Promise<void> {
    const { database, cache, processId, wakeUps } = this.#options;
    const { revision } = await cache.current(database.queries);
    if (revision === this.#revision) return;
    const isNews = this.#revision !== null;
    this.#revision = revision;
    if (!isNews) return;
    const here = await database.queries
      .select({ id: reps.id })
      .from(reps)
      .where(and(eq(reps.processId, processId), isNull(reps.disconnectedAt)));
    if (here.length > 0) wakeUps.announce(here.map(({ id }) => id));
  }

  async #purgeSometimes(): Promise<void> {
    const { database, timers } = this.#options;
    const now = timers.now();
    if (this.#purgedAt !== null && now - this.#purgedAt < BETWEEN_PURGES) return;
    await purge(database, now);
    this.#purgedAt = now;
  }
}
