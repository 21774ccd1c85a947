import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { UnknownRepError } from '../../../server/routing/engine/engine.ts';
import { closeCodes } from '../../../src/protocol/close-reasons.ts';
import { agentWork, available, NOW, repSnapshot } from '../fake-engine.ts';
import { settle } from '../manual-timers.ts';
import { ConnectionUnderTest, welcomed } from './connection-under-test.ts';

const online = { status: available, since: NOW, cause: 'rep' } as const;

describe('a change', () => {
  test('is sent with the next revision, one revision per change', async () => {
    const under = await welcomed();
    under.engine.show('sofia', { presence: online, agentWorks: [agentWork()] });
    await settle();
    under.engine.show('sofia', { configurationVersion: 'v2' });
    await settle();
    assert.deepEqual(under.socket.take(), [
      { type: 'agent-work-changed', revision: 1, agentWork: agentWork() },
      { type: 'presence-changed', revision: 2, presence: online, statusAfterAcw: null, outboundEndsAt: null },
      { type: 'configuration-changed', revision: 3, configurationVersion: 'v2' },
    ]);
  });

  test('is not sent if a hint turns out to be empty', async () => {
    const under = await welcomed();
    under.engine.hint('sofia');
    await settle();
    assert.deepEqual(under.socket.take(), []);
  });

  test('is read once for any number of hints that arrive during a read', async () => {
    const under = await welcomed();
    let reads = 0;
    const first = Promise.withResolvers<undefined>();
    under.engine.reading = () => {
      reads += 1;
      return reads === 1 ? first.promise : Promise.resolve();
    };
    for (let hint = 0; hint < 50; hint += 1) under.engine.hint('sofia');
    under.engine.show('sofia', { presence: online });
    await settle();
    assert.equal(reads, 1);
    first.resolve(undefined);
    await settle();
    assert.equal(reads, 2);
    assert.deepEqual(
      under.socket.take().map(({ type }) => type),
      ['presence-changed'],
    );
  });

  test('that cannot be read is retried a second later', async () => {
    const under = await welcomed();
    under.engine.reading = () => Promise.reject(new Error('no database'));
    under.engine.show('sofia', { presence: online });
    await settle();
    assert.match(under.log.join(''), /snapshot-failed.*no database/);
    under.engine.reading = () => Promise.resolve();
    await under.timers.pass(1000);
    assert.equal(under.socket.take()[0]?.type, 'presence-changed');
    assert.equal(under.socket.closed, null);
  });

  test('that no message can express sends the whole snapshot, without a new revision', async () => {
    const under = await welcomed();
    under.engine.show('sofia', { agentWorks: [agentWork()] });
    await settle();
    under.socket.take();
    under.engine.show('sofia', { agentWorks: [] });
    await settle();
    assert.deepEqual(under.socket.take(), [
      { type: 'snapshot', serverTime: under.timers.now(), snapshot: { ...repSnapshot(), revision: 1 } },
    ]);
    under.engine.show('sofia', { presence: online });
    await settle();
    assert.deepEqual(under.socket.take(), [
      { type: 'presence-changed', revision: 2, presence: online, statusAfterAcw: null, outboundEndsAt: null },
    ]);
  });
});

test('a state that cannot be read for 5 s ends the connection, so that the panel notices', async () => {
  const under = await welcomed();
  under.engine.reading = () => Promise.reject(new Error('no database'));
  under.engine.hint('sofia');
  await settle();
  await under.timers.pass(4999);
  assert.equal(under.socket.closed, null);
  await under.timers.pass(1);
  assert.equal(under.socket.closeCode(), 1011);
});

test('a user who is no longer a rep is disconnected at once', async () => {
  const under = await welcomed();
  under.engine.reading = () => Promise.reject(new UnknownRepError('There is no rep sofia.'));
  under.engine.hint('sofia');
  await settle();
  assert.equal(under.socket.closeCode(), closeCodes.refused);
});

describe('a snapshot', () => {
  test('is sent on request, even if nothing changed', async () => {
    const under = await welcomed();
    assert.deepEqual(await under.send({ type: 'snapshot-request' }), [
      { type: 'snapshot', serverTime: under.timers.now(), snapshot: { ...repSnapshot(), revision: 0 } },
    ]);
  });

  test('is sent at most once a second, and every request is answered', async () => {
    const under = await welcomed();
    assert.equal((await under.send({ type: 'snapshot-request' })).length, 1);
    for (let request = 0; request < 20; request += 1)
      assert.deepEqual(await under.send({ type: 'snapshot-request' }), []);
    await under.timers.pass(1000);
    assert.equal(under.socket.take().length, 1);
    await under.timers.pass(1000);
    assert.equal(under.socket.take().length, 0);
  });
});

describe('the session of a rep', () => {
  test('replaced by another session ends this connection as replaced', async () => {
    const under = await welcomed();
    const elsewhere = new ConnectionUnderTest(under.engine, under.timers);
    await elsewhere.hello();
    under.engine.hint('sofia');
    await settle();
    assert.deepEqual(under.socket.closed, { code: 4001, reason: 'The rep signed in elsewhere.' });
    assert.equal(elsewhere.socket.closed, null);
  });

  test('expired by the server is restored with a new connection', async () => {
    const under = await welcomed();
    under.engine.places.delete('sofia');
    under.engine.hint('sofia');
    await settle();
    assert.equal(under.socket.closeCode(), 1011);
  });

  test('continued on a newer socket ends this connection as taken over', async () => {
    const under = await welcomed();
    under.engine.places.set('sofia', { sessionId: under.sessionId, socketId: 'another' });
    under.engine.hint('sofia');
    await settle();
    assert.deepEqual(under.socket.closed, { code: 4008, reason: 'This session came on a newer socket.' });
    assert.deepEqual(under.socket.take(), []);
  });
});

test('a panel with over 1 MB unsent is too slow', async () => {
  const under = await welcomed();
  under.socket.bufferedAmount = 1024 * 1024;
  await under.send({ type: 'probe', probe: 1 });
  assert.equal(under.socket.closed, null);
  under.socket.bufferedAmount += 1;
  await under.send({ type: 'probe', probe: 2 });
  assert.equal(under.socket.closeCode(), 4003);
});
