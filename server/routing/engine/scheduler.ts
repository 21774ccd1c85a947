import { and, eq, isNull } from 'drizzle-orm';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Statement } from '../../database/database.ts';
import { reps } from '../../database/schema/routing.ts';
import type { SessionOfRep } from './engine.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { endOverdueAcws } from '../work/acw.ts';
import { DeadlineTimer } from './deadline-timer.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import { endGraces, reviveSockets } from '../reps/rep-connection.ts';
import { endOverdueOutbounds } from '../reps/outbound.ts';
import { endPushTimeouts, nextDue } from './due.ts';
import {
  expireUnknownProcesses,
  SIGN_OF_LIFE_INTERVAL,
  expireProcesses,
  unregisterProcess,
  recordSignOfLife,
  type LeaveProcess,
} from './process-registry.ts';
import { PURGE_INTERVAL, purge } from './purge.ts';
import { RunLoop } from './run-loop.ts';
import type { RunStep } from './run-step.ts';
import type { Committed } from './step.ts';
import type { WakeUps } from './change-hints.ts';

/** How often the database is polled for changes that no hint reported. */
const POLL_INTERVAL: Milliseconds = 1_000;
/** The minimum delay before due work that could not be settled is tried again. */
const RETRY_DELAY: Milliseconds = 20;
/** Polls look back this far: the transaction of a change may have been slow to commit. */
const SLOWEST_COMMIT: Milliseconds = 10_000;

const changedReps: Statement = {
  name: 'changed_reps',
  text: 'select id, change from reps where changed_at > $1::bigint',
};

export interface BackgroundOptions {
  readonly database: Database;
  readonly cache: ConfigurationCache;
  readonly timers: Pick<Timers, 'now' | 'after'>;
  readonly logger: Logger;
  readonly processId: string;
  readonly wakeUps: WakeUps;
  readonly run: RunStep;
  readonly leave: LeaveProcess;
  /** Offers waiting work; resolves to whether there may be more. */
  readonly offer: () => Promise<boolean>;
  /** This process's open sockets, by id. */
  readonly live: ReadonlyMap<string, SessionOfRep>;
}

/** The engine's background work: routing, deadlines, grace periods, and the poll for changes that no hint reported. */
export class Background {
  readonly #options: BackgroundOptions;
  readonly #routing: RunLoop;
  readonly #due: RunLoop;
  readonly #polls: RunLoop;
  readonly #alarm: DeadlineTimer;
  readonly #poll: DeadlineTimer;
  #aliveAt: Instant | null = null;
  #polledAt: Instant | null = null;
  #purgedAt: Instant | null = null;
  #revision: number | null = null;

  constructor(options: BackgroundOptions) {
    this.#options = options;
    const { logger, timers } = options;
    const loop = (name: string, round: () => Promise<boolean>) =>
      new RunLoop(round, (error) => logger.error(`${name}-failed`, error));
    this.#routing = loop('routing', options.offer);
    this.#due = loop('due', () => this.#settleDue());
    this.#polls = loop('poll', () => this.#pollOnce());
    this.#alarm = new DeadlineTimer(timers, () => void this.#due.request());
    this.#poll = new DeadlineTimer(timers, () => void this.#polls.request());
  }

  async start(): Promise<void> {
    const { database, leave, timers } = this.#options;
    await this.#beAlive();
    await expireUnknownProcesses(database, leave, timers.now());
    await this.#polls.request();
  }

  async stop(): Promise<void> {
    this.#poll.cancel();
    this.#alarm.cancel();
    await Promise.all([this.#polls.stop(), this.#due.stop(), this.#routing.stop()]);
    this.#poll.cancel();
    this.#alarm.cancel();
    const { database, leave, processId, timers } = this.#options;
    if (this.#aliveAt === null) return;
    this.#aliveAt = null;
    await unregisterProcess(database, leave, processId, timers.now());
  }

  /** This process committed a step. */
  committed({ routable, dueAt }: Committed): void {
    if (this.#aliveAt === null) return;
    if (dueAt !== null) this.#alarm.fireBy(dueAt);
    if (routable) void this.#routing.request();
  }

  /** Another process changed something: polls at once. */
  poll(): void {
    if (this.#aliveAt !== null) void this.#polls.request();
  }

  /** Resolves when no round is running. */
  async idle(): Promise<void> {
    const all = [this.#polls, this.#due, this.#routing];
    while (all.some((loop) => loop.isRunning)) await Promise.all(all.map((loop) => loop.settled()));
  }

  async #settleDue(): Promise<boolean> {
    const { database, run, timers } = this.#options;
    let next = await nextDue(database);
    if (next !== null && next <= timers.now()) {
      let more = false;
      for (const settle of [endPushTimeouts, endOverdueAcws, endOverdueOutbounds, endGraces])
        more = (await run(settle)) || more;
      if (more) return true;
      next = await nextDue(database);
    }
    // Work that cannot be settled is retried after a pause, so that it does not keep the server busy.
    const now = timers.now();
    if (next !== null) this.#alarm.fireBy(next > now ? next : now + RETRY_DELAY);
    return false;
  }

  async #pollOnce(): Promise<boolean> {
    const { database, run, leave, processId, timers, live } = this.#options;
    this.#poll.fireBy(timers.now() + POLL_INTERVAL);
    await this.#beAlive();
    await expireProcesses(database, leave, processId, timers.now());
    if (live.size > 0) await reviveSockets(database, run, processId, live);
    await this.#findChanges();
    await this.#noticeConfiguration();
    await this.#purgeSometimes();
    // Overdue work comes first: settling it may free work and reps.
    await this.#due.request();
    void this.#routing.request();
    return false;
  }

  async #beAlive(): Promise<void> {
    const { database, processId, timers } = this.#options;
    const now = timers.now();
    if (this.#aliveAt !== null && now - this.#aliveAt < SIGN_OF_LIFE_INTERVAL) return;
    await recordSignOfLife(database, processId, now);
    this.#aliveAt = now;
  }

  async #findChanges(): Promise<void> {
    const { database, timers, wakeUps } = this.#options;
    const now = timers.now();
    const since = (this.#polledAt ?? now) - SLOWEST_COMMIT;
    const changed = await database.run<{ id: Id; change: number }>(changedReps, [since]);
    this.#polledAt = now;
    wakeUps.notify(new Map(changed.map(({ id, change }) => [id, change])));
  }

  /** A new configuration may change what every panel here shows. */
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
    if (this.#purgedAt !== null && now - this.#purgedAt < PURGE_INTERVAL) return;
    await purge(database, now);
    this.#purgedAt = now;
  }
}
