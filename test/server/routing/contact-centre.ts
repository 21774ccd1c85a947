import { noAcwOverride } from '../../../src/domain/configuration/acw-settings.ts';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createEngine, type RoutingEngine } from '../../../server/routing/engine/create-engine.ts';
import type { Database } from '../../../server/database/database.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import { insertDeclineReason } from '../../../server/database/records/decline-reasons.ts';
import { insertFlow } from '../../../server/database/records/flows.ts';
import { assignUser, insertProfile, insertUser } from '../../../server/database/records/people.ts';
import { raiseRevision } from '../../../server/database/records/checked.ts';
import { insertPresenceConfiguration } from '../../../server/database/records/presence-configurations.ts';
import { insertPresenceStatus } from '../../../server/database/records/presence-statuses.ts';
import { insertQueue } from '../../../server/database/records/queues.ts';
import { insertRoutingConfiguration } from '../../../server/database/records/routing-configurations.ts';
import { insertServiceChannel } from '../../../server/database/records/service-channels.ts';
import {
  UnknownRepError,
  type SessionOfRep,
  type WorkItemView,
} from '../../../server/routing/engine/engine.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import {
  defaultPresenceConfiguration,
  type PresenceConfiguration,
} from '../../../src/domain/configuration/presence-configuration.ts';
import type { RoutingConfiguration } from '../../../src/domain/configuration/routing-configuration.ts';
import { channelTypes, type ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import type { Milliseconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { NewWorkItem } from '../../../src/domain/work/work-item.ts';
import type { Command, CommandOutcome } from '../../../src/protocol/messages.ts';
import { openInMemory } from '../database/in-memory.ts';
import { FakeTime, type ProcessTimers } from './fake-time.ts';

/** A command without its id. */
export type RepCommand = Command extends infer One ? (One extends Command ? Omit<One, 'id'> : never) : never;

interface QueueTerms extends Partial<RoutingConfiguration> {
  readonly channel?: ChannelType;
  readonly members: readonly Id[];
}

/**
 * A contact centre for tests: the real engine on a real database, with time under the test's control. Each test makes
 * its own reps and queues, so that many can share one centre. There is one channel of each type, with the type as its
 * id.
 */
export class ContactCentre {
  readonly database: Database;
  readonly time: FakeTime;
  readonly engine: RoutingEngine;
  readonly #channels = new Map<Id, ChannelType>();
  /** The errors that the engine logged, which must be empty unless a test expects some. */
  readonly errors: unknown[];

  readonly #timers: ProcessTimers;
  readonly #connected = new Set<Id>();
  /** Whether a test has changed the database without the engine. */
  #isMeddledWith = false;

  private constructor(database: Database, timers: ProcessTimers, engine: RoutingEngine, errors: unknown[]) {
    this.database = database;
    this.time = timers.time;
    this.#timers = timers;
    this.engine = engine;
    this.errors = errors;
  }

  /** In memory, or on a real server at this URL. */
  static async open(url?: string): Promise<ContactCentre> {
    const database = await (url === undefined ? openInMemory() : openDatabase({ url }));
    await database.transaction(async (tx) => {
      for (const type of channelTypes)
        await insertServiceChannel(tx, type, {
          name: type,
          developerName: type,
          type,
          interruptible: type === 'messaging',
          automaticallyAccept: false,
          stopSoundWhenCustomerLeaves: false,
          sound: null,
          soundLengthSeconds: null,
          ...noAcwOverride,
        });
      await insertPresenceStatus(tx, {
        id: 'available',
        name: 'Available',
        developerName: 'Available',
        kind: 'online',
        channelIds: [...channelTypes],
      });
      await insertPresenceStatus(tx, {
        id: 'chats',
        name: 'Chats',
        developerName: 'Chats',
        kind: 'online',
        channelIds: ['chat'],
      });
      await insertPresenceStatus(tx, {
        id: 'lunch',
        name: 'Lunch',
        developerName: 'Lunch',
        kind: 'busy',
        channelIds: [],
      });
      await insertPresenceStatus(tx, {
        id: 'secret',
        name: 'Secret',
        developerName: 'Secret',
        kind: 'busy',
        channelIds: [],
      });
      await insertProfile(tx, 'support', {
        name: 'Support',
        developerName: 'Support',
        statusIds: ['available', 'chats', 'lunch'],
      });
      await insertDeclineReason(tx, 'break', {
        label: 'Break is due',
        developerName: 'Break',
        retired: false,
      });
      await insertDeclineReason(tx, 'language', {
        label: 'Wrong language',
        developerName: 'Language',
        retired: false,
      });
      await insertRoutingConfiguration(tx, 'timed', routing({ pushTimeoutSeconds: 60 }));
    });
    return ContactCentre.on(database, new FakeTime());
  }

  /** Another server process on the same database and clock. */
  static async on(database: Database, time: FakeTime): Promise<ContactCentre> {
    const errors: unknown[] = [];
    const timers = time.process();
    const logger = { info: () => undefined, error: (_: string, error: unknown) => void errors.push(error) };
    const engine = createEngine({ database, logger, timers });
    timers.idle = () => engine.idle();
    await engine.start();
    await engine.idle();
    const centre = new ContactCentre(database, timers, engine, errors);
    engine.subscribe((repIds) => {
      for (const repId of repIds)
        if (centre.#connected.has(repId))
          engine.state(repId, false).catch((error: unknown) => {
            // The panel of a user who is no longer a rep is closed.
            if (error instanceof UnknownRepError) centre.#connected.delete(repId);
            else errors.push(error);
          });
    });
    return centre;
  }

  /** Ends the process and its timers, like `kill -9`. */
  kill(): void {
    this.time.forget(this.#timers);
  }

  async close(): Promise<void> {
    await this.engine.stop();
    await this.database.close();
    assert.deepEqual(this.errors, []);
  }

  /** Lets time pass, for this process and the others with the same clock. */
  pass(by: Milliseconds): Promise<void> {
    return this.time.pass(by);
  }

  /** A new rep, connected and in `status`; `configuration` overrides the default configuration. */
  async rep(
    configuration: Partial<PresenceConfiguration> = {},
    {
      status = 'available',
      id = `rep-${randomUUID()}`,
      profileId = 'support',
    }: { status?: Id | null; id?: Id; profileId?: Id } = {},
  ): Promise<Id> {
    await this.database.transaction(async (tx) => {
      const user = { firstName: 'Rep', lastName: id.slice(-12), nickname: null, alias: null };
      await insertUser(tx, id, { ...user, profileId, active: true, omniChannel: true }, 0);
      await insertPresenceConfiguration(tx, id, {
        ...defaultPresenceConfiguration,
        name: id,
        developerName: developerName(),
        ...configuration,
      });
      await assignUser(tx, id, id);
    });
    if (status === null) return id;
    await this.connect(id);
    await this.execute(id, { type: 'set-status', statusId: status });
    return id;
  }

  /** Changes the database without the engine, as another part of the product would. */
  async sql(statement: string): Promise<void> {
    this.#isMeddledWith = true;
    await this.database.queries.execute(statement);
    await this.engine.idle();
  }

  /** Changes columns of a service channel, as Setup would. */
  async channel(id: ChannelType, columns: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.execute(`update service_channels set ${columns} where id = '${id}'`);
      await raiseRevision(tx);
    });
    this.engine.configurationChanged();
    await this.engine.idle();
  }

  async connect(repId: Id, sessionId: string = randomUUID()): Promise<SessionOfRep> {
    const session = { repId, sessionId, socketId: randomUUID() };
    await this.engine.connect(session);
    this.#connected.add(repId);
    // As its panel does, so that the rep is known.
    await this.engine.state(repId, false);
    await this.engine.idle();
    return session;
  }

  /** A new queue with its own routing configuration: one unit of primary capacity, 5 s, least active. */
  async queue({ channel = 'chat', members, ...terms }: QueueTerms): Promise<Id> {
    const id = developerName();
    await this.database.transaction(async (tx) => {
      await insertRoutingConfiguration(tx, id, routing(terms));
      await insertQueue(tx, id, {
        name: id,
        developerName: id,
        routingConfigurationId: id,
        memberIds: [...members],
      });
    });
    this.#channels.set(id, channel);
    return id;
  }

  /** A new profile with the usual statuses. */
  async profile(): Promise<Id> {
    const id = developerName();
    const statusIds = ['available', 'chats', 'lunch'];
    await this.database.transaction((tx) =>
      insertProfile(tx, id, { name: id, developerName: id, statusIds }),
    );
    return id;
  }

  /** A new flow that leads to a queue. */
  async flow(queueId: Id): Promise<Id> {
    const id = developerName();
    await this.database.transaction((tx) => insertFlow(tx, id, { name: id, queueId }));
    return id;
  }

  /** Registers a queue that another process of the test made. */
  registerQueue(queue: Id, channel: ChannelType): void {
    this.#channels.set(queue, channel);
  }

  /** A new work item in a queue, routed as far as it can be. */
  async item(queue: Id, content: Partial<NewWorkItem> = {}): Promise<WorkItemView> {
    const created = await this.engine.createWorkItem('tests', randomUUID(), {
      channel: this.#channels.get(queue) ?? 'chat',
      queue,
      subject: 'Late delivery',
      customerName: 'Kim Lee',
      highlights: [],
      recordId: 'case-1',
      requiredRepId: null,
      ...content,
    });
    await this.engine.idle();
    assert.equal(created.kind, 'created');
    return (await this.engine.workItem(created.workItem.id))!;
  }

  /** Executes a command of the rep; routing is done when this resolves. */
  async execute(repId: Id, command: RepCommand, id: string = randomUUID()): Promise<CommandOutcome> {
    const outcome = await this.engine.execute(repId, { ...command, id } as Command);
    await this.engine.idle();
    return outcome;
  }

  async works(repId: Id): Promise<readonly AgentWork[]> {
    return (await this.snapshot(repId)).agentWorks;
  }

  /** What is read, which must be what the panel has been told. */
  async snapshot(repId: Id) {
    const told = this.#connected.has(repId) ? (await this.engine.state(repId, false)).snapshot : null;
    const read = await this.engine.snapshot(repId);
    if (told && !this.#isMeddledWith && !this.time.isShared) assert.deepEqual(told, read);
    return read;
  }

  /** A rep's ringing requests. */
  async requests(repId: Id): Promise<AgentWork[]> {
    return (await this.works(repId)).filter(({ status }) => status === 'assigned');
  }

  /** A rep's only ringing request. */
  async request(repId: Id): Promise<AgentWork> {
    const requests = await this.requests(repId);
    assert.equal(requests.length, 1, 'one request rings');
    return requests[0]!;
  }

  /** One agent work of a rep, as it is now. */
  async work(repId: Id, agentWorkId: Id): Promise<AgentWork> {
    return (await this.works(repId)).find(({ id }) => id === agentWorkId)!;
  }

  async deliver(repId: Id, ...requests: readonly AgentWork[]): Promise<void> {
    await this.engine.delivered(
      repId,
      requests.map(({ id }) => id),
    );
    await this.engine.idle();
  }

  async presence(repId: Id): Promise<{ statusId: Id; cause: string }> {
    const { presence } = await this.snapshot(repId);
    return { statusId: presence.status.id, cause: presence.cause };
  }

  /** The rep who has an item. */
  async holder(item: WorkItemView): Promise<Id | null> {
    return (await this.engine.workItem(item.id))!.repId;
  }

  async statusOf(item: WorkItemView): Promise<string> {
    return (await this.engine.workItem(item.id))!.status;
  }
}

function routing(terms: Partial<RoutingConfiguration>): RoutingConfiguration {
  const name = developerName();
  return {
    name,
    developerName: name,
    priority: 10,
    capacityWeight: { kind: 'units', units: 1 },
    capacityType: 'channel',
    pushTimeoutSeconds: 5,
    model: 'leastActive',
    ...terms,
  };
}

function developerName(): string {
  return `N${randomUUID().replaceAll('-', '')}`;
}
