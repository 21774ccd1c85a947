import { randomUUID } from 'node:crypto';
import { isWorkRequest } from '../../src/domain/work/agent-work.ts';
import { freeCapacity } from '../../src/domain/work/capacity.ts';
import { isOnlineFor } from '../../src/domain/configuration/presence-status.ts';
import type { ChannelType } from '../../src/domain/configuration/service-channel.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import type { Engine } from '../routing/engine/engine.ts';
import type { Logger } from '../logger.ts';
import type { Timers } from '../timers.ts';
import { demoReps } from './demo-reps.ts';
import { inventWork } from './invent-work.ts';
import { between, oneOf, type Random } from './random.ts';

/** The name of the work source. */
const SOURCE = 'demo-customers';
const ROUND_INTERVAL: Milliseconds = 1000;
/** After this many rounds every rep is read again, whether or not they changed. */
const READ_ALL_EVERY = 10;
/** How long after a rep becomes available the first customer arrives, and the interval between the next ones. */
const FIRST_AFTER = [3000, 6000] as const;
const NEXT_AFTER = [20_000, 45_000] as const;
const MAX_WAITING = 3;
/** The share of impatient customers, and after how long unanswered customers leave: impatient ones and others. */
const IMPATIENT = 0.2;
const IMPATIENT_LEAVE_AFTER = [15_000, 60_000] as const;
const LEAVE_AFTER = [240_000, 360_000] as const;

export interface SimulatorOptions {
  readonly engine: Engine;
  readonly timers: Timers;
  readonly random: Random;
  readonly logger: Logger;
}

/** A customer who has not been answered yet. */
interface Customer {
  readonly name: string;
  readonly type: ChannelType;
  readonly leavesAt: Milliseconds;
}

interface RepSeen {
  readonly isOnline: boolean;
  /** The types of work that the rep would be offered at once; none while a request rings or during wrap-up. */
  readonly takes: readonly ChannelType[];
}

/**
 * Simulates customers, as a work source would: a rep who becomes available in a demo gets a request within ten seconds,
 * and nobody is flooded. While no rep is available nothing happens.
 */
export class CustomerSimulator {
  readonly #options: SimulatorOptions;
  /** By work item. */
  readonly #customers = new Map<string, Customer>();
  /** What is known about each rep; those missing have to be read again. */
  readonly #seen = new Map<string, RepSeen>();
  #rounds = 0;
  #online = new Set<string>();
  #nextAt: Milliseconds | null = null;
  /** The work item of the latest customer, until it has been checked once. */
  #latest: string | null = null;
  #round: Promise<void> = Promise.resolve();
  #cancel = (): void => undefined;
  #unsubscribe = (): void => undefined;
  #stopped = false;

  constructor(options: SimulatorOptions) {
    this.#options = options;
  }

  start(): void {
    this.#unsubscribe = this.#options.engine.subscribe((repIds) => {
      for (const repId of repIds) this.#seen.delete(repId);
    });
    this.#scheduleRound();
  }

  #scheduleRound(): void {
    this.#cancel = this.#options.timers.after(ROUND_INTERVAL, () => {
      this.#round = this.#runRound()
        .catch((error: unknown) => this.#options.logger.error('simulator-failed', error))
        .finally(() => {
          if (!this.#stopped) this.#scheduleRound();
        });
    });
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    this.#unsubscribe();
    await this.#round;
  }

  async #runRound(): Promise<void> {
    await this.#followCustomers();
    if (await this.#foundNobody()) this.#nextAt = this.#options.timers.elapsed();
    const seen = await this.#readReps();
    const online = new Set(demoReps.filter((_, index) => seen[index]?.isOnline));
    const cameOnline = [...online].some((rep) => !this.#online.has(rep));
    this.#online = online;
    const taken = [...new Set(seen.flatMap(({ takes }) => takes))];
    if (!this.#isTime(cameOnline, taken.length > 0) || this.#customers.size >= MAX_WAITING) return;
    // At most one of each type waits, so that work that nobody takes does not block the others.
    const waiting = new Set([...this.#customers.values()].map(({ type }) => type));
    const next = oneOf(
      this.#options.random,
      taken.filter((type) => !waiting.has(type)),
    );
    if (next === undefined) return;
    this.#nextAt = this.#timeIn(NEXT_AFTER);
    await this.#addCustomer(next);
  }

  /**
   * Whether nobody could take the latest customer. Then a customer of another type arrives at once, for the rep who
   * waits for a first request.
   */
  async #foundNobody(): Promise<boolean> {
    const latest = this.#latest;
    this.#latest = null;
    return latest !== null && (await this.#options.engine.workItem(latest))?.status === 'waiting';
  }

  /** Whether the next customer arrives now. If the time passed while nobody was free, a new one is chosen. */
  #isTime(cameOnline: boolean, someoneIsFree: boolean): boolean {
    const now = this.#options.timers.elapsed();
    const isOver = this.#nextAt !== null && this.#nextAt <= now;
    if (!someoneIsFree) {
      if (isOver) this.#nextAt = null;
      return false;
    }
    if (this.#nextAt === null || cameOnline) {
      this.#nextAt = Math.min(this.#nextAt ?? Infinity, this.#timeIn(FIRST_AFTER));
      return false;
    }
    return isOver;
  }

  async #readReps(): Promise<RepSeen[]> {
    if (this.#rounds++ % READ_ALL_EVERY === 0) this.#seen.clear();
    return Promise.all(
      demoReps.map(async (rep) => {
        const known = this.#seen.get(rep);
        if (known) return known;
        // A change during the read invalidates this entry: the next round reads it again.
        this.#seen.set(rep, { isOnline: false, takes: [] });
        const seen = await this.#readRep(rep).catch((error: unknown) => {
          this.#seen.delete(rep);
          throw error;
        });
        if (this.#seen.has(rep)) this.#seen.set(rep, seen);
        return seen;
      }),
    );
  }

  async #readRep(rep: string): Promise<RepSeen> {
    const { engine } = this.#options;
    if (!(await engine.isRep(rep))) return { isOnline: false, takes: [] };
    const [{ presence, capacity, agentWorks }, effective] = await Promise.all([
      engine.snapshot(rep),
      engine.effectiveConfiguration(rep),
    ]);
    const isBusy =
      freeCapacity(capacity, 'primary') === 0 ||
      agentWorks.some(({ status }) => isWorkRequest(status) || status === 'afterConversationWork');
    const channels = effective?.configuration.channels ?? [];
    return {
      isOnline: presence.status.kind === 'online',
      takes: isBusy
        ? []
        : channels.flatMap(({ id, type }) =>
            isOnlineFor(presence.status, id) && type !== 'unknown' ? [type] : [],
          ),
    };
  }

  async #addCustomer(type: ChannelType): Promise<void> {
    const { engine, random, logger } = this.#options;
    const names = new Set([...this.#customers.values()].map(({ name }) => name));
    const item = inventWork(type, random, names);
    const isImpatient = type !== 'case' && random() < IMPATIENT;
    const creation = await engine.createWorkItem(SOURCE, randomUUID(), item);
    if (creation.kind !== 'created') {
      logger.error('simulator-refused', new Error(JSON.stringify(creation)));
      return;
    }
    const { id } = creation.workItem;
    this.#latest = id;
    const leavesAt = this.#timeIn(isImpatient ? IMPATIENT_LEAVE_AFTER : LEAVE_AFTER);
    this.#customers.set(id, { name: item.customerName, type, leavesAt });
  }

  /** Drops customers who were answered; those who have waited too long leave. */
  async #followCustomers(): Promise<void> {
    const { engine, timers } = this.#options;
    for (const [id, { leavesAt }] of this.#customers) {
      const status = (await engine.workItem(id))?.status;
      const isWaiting = status === 'waiting' || status === 'offered';
      if (isWaiting && timers.elapsed() < leavesAt) continue;
      if (isWaiting) await engine.customerLeft(id);
      this.#customers.delete(id);
    }
  }

  #timeIn([least, most]: readonly [Milliseconds, Milliseconds]): Milliseconds {
    return this.#options.timers.elapsed() + between(this.#options.random, least, most);
  }
}
