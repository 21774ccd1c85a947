import { randomUUID } from 'node:crypto';
import { PanelConnection } from '../../server/connection/panel-connection.ts';
import type { PanelSocket } from '../../server/connection/panel-socket.ts';
import type { Database } from '../../server/database/database.ts';
import { createEngine, type RoutingEngine } from '../../server/routing/engine/create-engine.ts';
import { systemTimers as timers } from '../../server/timers.ts';
import type { AgentWork } from '../../src/domain/work/agent-work.ts';
import type { Id } from '../../src/domain/values.ts';
import type { PanelMessage, ServerMessage } from '../../src/protocol/messages.ts';
import { CROWD_QUEUE } from '../../test/server/crowd/crowd.ts';
import type { Statements } from './statements.ts';

/** The parts of an item's life. */
export const parts = ['create', 'offer', 'delivered', 'accept', 'end'] as const;
type Part = (typeof parts)[number];

/** What one part costs for one item, on average. */
export interface Cost extends Statements {
  /** Milliseconds of processor time of the server and, if it is a process of its own, of the database. */
  readonly server: number;
  readonly database: number;
}

/** What has been spent until now, where a measurement begins or ends. */
export type Moment = 'begin' | 'between' | 'end';
export type SoFar = (at: Moment) => Promise<Cost>;

const logger = {
  info: () => undefined,
  error: (event: string, error: unknown) => console.error(event, error),
};

/** The engine in this process, with the connections of panels that answer when they are told to. */
export class Workplace {
  readonly engine: RoutingEngine;
  readonly #soFar: SoFar;
  readonly #panels = new Map<Id, Panel>();
  #created = 0;

  constructor(database: Database, soFar: SoFar) {
    this.engine = createEngine({ database, logger });
    this.#soFar = soFar;
  }

  /** Starts the engine, with these reps connected and available. */
  async open(repIds: readonly Id[]): Promise<void> {
    await this.engine.start();
    this.engine.subscribe((changed) => {
      for (const id of changed) this.#panels.get(id)?.connection.mayHaveChanged();
    });
    for (const id of repIds) {
      const panel = new Panel(this.engine, id);
      this.#panels.set(id, panel);
      await panel.start();
    }
    await this.engine.idle();
  }

  /** Closes the panels, then stops the engine, in the order of the server. */
  close(): Promise<void> {
    for (const panel of this.#panels.values()) panel.leave();
    return this.engine.stop();
  }

  /** Creates items and lets reps answer them, one after another. Returns what each part of an item's life costs. */
  async live(items: number): Promise<Record<Part, Cost>> {
    const costs = Object.fromEntries(parts.map((part) => [part, nothing])) as Record<Part, Cost>;
    let before = nothing;
    const note = async (part: Part, at: Moment) => {
      const now = await this.#soFar(at);
      costs[part] = combine(costs[part], combine(now, before, -1));
      before = now;
    };
    const step = async (part: Part, work: () => Promise<unknown>) => {
      before = await this.#soFar('begin');
      await work();
      await note(part, 'end');
    };
    for (let item = 0; item < items; item += 1) {
      const offered = this.#nextRequest();
      before = await this.#soFar('begin');
      await this.#create();
      await note('create', 'between');
      const { panel, work } = await offered;
      await this.engine.idle();
      await note('offer', 'end');
      await step('delivered', () => panel.report({ type: 'delivered', agentWorkIds: [work.id] }));
      for (const [part, type] of [
        ['accept', 'accept'],
        ['end', 'end-conversation'],
      ] as const)
        await step(part, async () => {
          await panel.command({ type, id: randomUUID(), agentWorkId: work.id });
          await this.engine.idle();
        });
    }
    for (const part of parts) costs[part] = scaled(costs[part], 1 / items);
    return costs;
  }

  async #create(): Promise<void> {
    this.#created += 1;
    await this.engine.createWorkItem('bench', randomUUID(), {
      channel: 'Chat',
      queue: CROWD_QUEUE.developerName,
      subject: `Chat ${String(this.#created)}`,
      customerName: 'Mei Lin',
      highlights: [],
      recordId: `chat-${String(this.#created)}`,
      requiredRepId: null,
    });
  }

  #nextRequest(): Promise<{ panel: Panel; work: AgentWork }> {
    return new Promise((resolve) => {
      for (const panel of this.#panels.values()) panel.requested = (work) => resolve({ panel, work });
    });
  }
}

/** One rep's panel: the server's own connection, on a socket without a network. */
class Panel implements PanelSocket {
  readonly bufferedAmount = 0;
  readonly connection: PanelConnection;
  requested: (work: AgentWork) => void = () => undefined;
  #results = new Map<string, () => void>();
  #isLeaving = false;
  #welcomed = Promise.withResolvers<null>();

  constructor(engine: RoutingEngine, repId: Id) {
    const session = { repId, sessionId: randomUUID(), socketId: randomUUID() };
    this.connection = new PanelConnection(this, {
      engine,
      timers,
      logger,
      grace: 30_000,
      async welcome() {
        await engine.connect(session);
        return { kind: 'welcome', session, expiresAt: timers.now() + 3_600_000 };
      },
      joined: () => () => undefined,
    });
  }

  async start(): Promise<void> {
    await this.report({ type: 'hello', token: 'none', sessionId: randomUUID() });
    await this.#welcomed.promise;
    await this.command({ type: 'set-status', id: randomUUID(), statusId: 'available' });
  }

  /** Sends a message; resolves when it has been handled. */
  report(message: PanelMessage): Promise<void> {
    this.connection.received(JSON.stringify(message));
    return this.connection.idle;
  }

  /** Sends a command; resolves with its result. */
  async command(command: Extract<PanelMessage, { id: string }>): Promise<void> {
    const answered = new Promise<void>((resolve) => this.#results.set(command.id, resolve));
    await this.report(command);
    await answered;
  }

  send(text: string): void {
    const message = JSON.parse(text) as ServerMessage;
    if (message.type === 'welcome') this.#welcomed.resolve(null);
    if (message.type === 'agent-work-changed' && message.agentWork.status === 'assigned')
      this.requested(message.agentWork);
    if (message.type === 'beat')
      this.connection.received(JSON.stringify({ type: 'beat', beat: message.beat }));
    if (message.type !== 'result') return;
    if (message.outcome.kind !== 'done') throw new Error(message.outcome.detail);
    this.#results.get(message.id)?.();
    this.#results.delete(message.id);
  }

  leave(): void {
    this.#isLeaving = true;
    this.connection.close('restarting', 'The benchmark is over.');
  }

  close(code: number, reason: string): void {
    if (!this.#isLeaving) throw new Error(`The server closed a panel: ${code} ${reason}`);
  }
  terminate(): void {
    if (!this.#isLeaving) throw new Error('The server ended a panel.');
  }
}

/** No cost. */
export const nothing: Cost = {
  statements: 0,
  writes: 0,
  trips: 0,
  rows: 0,
  bytes: 0,
  server: 0,
  database: 0,
};
const keys = Object.keys(nothing) as (keyof Cost)[];

/** The sum of two costs; with `sign` -1 their difference. */
export function combine(one: Cost, other: Cost, sign = 1): Cost {
  return Object.fromEntries(keys.map((key) => [key, one[key] + sign * other[key]])) as unknown as Cost;
}

function scaled(cost: Cost, by: number): Cost {
  return Object.fromEntries(keys.map((key) => [key, cost[key] * by])) as unknown as Cost;
}

/** The cost of a whole life. */
export const whole = (costs: Record<Part, Cost>): Cost =>
  parts.map((part) => costs[part]).reduce((sum, cost) => combine(sum, cost));
