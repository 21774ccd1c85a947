import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CustomerSimulator } from '../../../server/demo/customer-simulator.ts';
import { inventWork } from '../../../server/demo/invent-work.ts';
import { seededRandom } from '../../../server/demo/random.ts';
import { jsonLogger } from '../../../server/logger.ts';
import { capacityOf } from '../../../src/domain/work/capacity.ts';
import type { EffectiveConfiguration } from '../../../src/domain/configuration/effective-configuration.ts';
import { channelTypes } from '../../../src/domain/configuration/service-channel.ts';
import { check } from '../../../src/domain/violations.ts';
import { newWorkItemSchema } from '../../../src/domain/work/work-item.ts';
import { agentWork, FakeEngine, NOW, offline, repSnapshot, workItemView } from '../fake-engine.ts';
import { ManualTimers } from '../manual-timers.ts';

const channels = channelTypes.map((type) => ({ id: type, type }));

class Demo {
  readonly engine = new FakeEngine();
  readonly timers = new ManualTimers();
  readonly simulator: CustomerSimulator;
  readonly log: string[] = [];
  /** Whether new work is offered to somebody at once. */
  taken = true;
  /** When each work item arrived. */
  readonly cameAt: number[] = [];

  constructor(seed = 1) {
    this.engine.configuration = {
      configuration: { channels } as unknown as EffectiveConfiguration,
      version: 'v1',
    };
    this.engine.creation = () => {
      const id = `item-${this.cameAt.length}`;
      this.cameAt.push(this.timers.elapsed());
      const workItem = workItemView({ id, status: this.taken ? 'offered' : 'waiting' });
      this.engine.workItems.set(id, workItem);
      return { kind: 'created', workItem };
    };
    this.simulator = new CustomerSimulator({
      engine: this.engine,
      timers: this.timers,
      random: seededRandom(seed),
      logger: jsonLogger((line) => this.log.push(line)),
    });
    this.simulator.start();
  }

  online(rep: string, ...channelIds: string[]): void {
    const status = { id: 'available', name: 'Available', kind: 'online', channelIds } as const;
    this.engine.show(rep, { presence: { status, since: NOW, cause: 'rep' } });
  }

  /** Accepts and completes all work so far. */
  answerAll(): void {
    for (const [id, item] of this.engine.workItems)
      this.engine.workItems.set(id, { ...item, status: 'settled' });
  }
}

describe('the customers of a demo', () => {
  test('stay away while nobody is available', async () => {
    const demo = new Demo();
    await demo.timers.pass(600_000);
    assert.deepEqual(demo.cameAt, []);
  });

  test('arrive within 10 s of a rep becoming available, for any random seed', async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const demo = new Demo(seed);
      await demo.timers.pass(5300);
      demo.online('noah', 'chat');
      await demo.timers.pass(8000);
      assert.equal(demo.cameAt.length, 1, `seed ${seed}`);
      assert.ok(demo.cameAt[0]! >= 5300 + 3000);
      assert.equal(demo.engine.created[0]?.item.channel, 'Chat');
    }
  });

  test('arrive every 20 to 45 s after that', async () => {
    const demo = new Demo();
    demo.online('sofia', ...channelTypes);
    for (let second = 0; second < 600; second += 1) {
      await demo.timers.pass(1000);
      demo.answerAll();
    }
    const gaps = demo.cameAt.slice(1).map((at, index) => at - demo.cameAt[index]!);
    assert.ok(gaps.length > 10);
    for (const gap of gaps) assert.ok(gap >= 20_000 && gap <= 46_000, String(gap));
    const channelsSeen = new Set(demo.engine.created.map(({ item }) => item.channel));
    assert.equal(channelsSeen.size, 4);
  });

  test('are followed at once by one of another type while nobody can take them', async () => {
    const demo = new Demo();
    demo.taken = false;
    demo.online('noah', ...channelTypes);
    await demo.timers.pass(10_000);
    assert.equal(demo.cameAt.length, 3);
    assert.ok(demo.cameAt[2]! <= 9000);
    assert.equal(new Set(demo.engine.created.map(({ item }) => item.channel)).size, 3);
  });

  test('arrive at once for another rep who becomes available', async () => {
    const demo = new Demo();
    demo.online('sofia', ...channelTypes);
    await demo.timers.pass(10_000);
    assert.equal(demo.cameAt.length, 1);
    demo.online('amara', ...channelTypes);
    await demo.timers.pass(8000);
    assert.equal(demo.cameAt.length, 2);
  });

  test('never flood: at most three wait, each of a different type', async () => {
    const demo = new Demo();
    demo.online('sofia', ...channelTypes);
    await demo.timers.pass(180_000);
    const waiting = [...demo.engine.workItems.keys()].filter(
      (id) => !demo.engine.asked.includes(`customerLeft ${id}`),
    );
    assert.ok(waiting.length <= 3);
    assert.ok(demo.cameAt.length >= 3);
    assert.equal(new Set(demo.engine.created.slice(0, 3).map(({ item }) => item.channel)).size, 3);
  });

  test('do not arrive while a request rings, during wrap-up, or without free capacity', async () => {
    const full = [{ size: 5, pool: 'primary' }] as const;
    for (const busy of [
      { agentWorks: [agentWork()] },
      { agentWorks: [agentWork({ status: 'afterConversationWork' })] },
      { capacity: capacityOf(full, { capacity: 5, interruptibleCapacity: null }) },
    ]) {
      const demo = new Demo();
      demo.online('sofia', ...channelTypes);
      demo.engine.show('sofia', busy);
      await demo.timers.pass(120_000);
      assert.deepEqual(demo.cameAt, []);
      demo.engine.show('sofia', { agentWorks: [], capacity: repSnapshot().capacity });
      await demo.timers.pass(10_000);
      assert.equal(demo.cameAt.length, 1);
    }
  });

  test('eventually leave when nobody answers, except for cases', async () => {
    const demo = new Demo();
    demo.online('sofia', 'chat');
    await demo.timers.pass(10_000);
    const presence = { status: offline, since: NOW, cause: 'rep' } as const;
    demo.engine.show('sofia', { presence });
    await demo.timers.pass(400_000);
    assert.deepEqual(demo.engine.asked, ['customerLeft item-0']);
  });

  test('stop when the demo does', async () => {
    const demo = new Demo();
    demo.online('sofia', 'chat');
    await demo.simulator.stop();
    await demo.timers.pass(60_000);
    assert.deepEqual(demo.cameAt, []);
    assert.equal(demo.timers.waiting, 0);
  });

  test('go on after an error', async () => {
    const demo = new Demo();
    demo.online('sofia', 'chat');
    const { snapshot } = demo.engine;
    demo.engine.snapshot = () => Promise.reject(new Error('no database'));
    await demo.timers.pass(5000);
    assert.match(demo.log.join(''), /simulator-failed.*no database/);
    demo.engine.snapshot = snapshot;
    await demo.timers.pass(10_000);
    assert.equal(demo.cameAt.length, 1);
  });
});

test('the work of the demo follows every rule, and varies', () => {
  const random = seededRandom(7);
  const made = channelTypes.flatMap((type) => Array.from({ length: 200 }, () => inventWork(type, random)));
  for (const item of made) assert.deepEqual(check(newWorkItemSchema, item), { ok: true, value: item });
  assert.ok(new Set(made.map(({ customerName }) => customerName)).size > 10);
  assert.ok(new Set(made.map(({ recordId }) => recordId)).size > 700);
});
