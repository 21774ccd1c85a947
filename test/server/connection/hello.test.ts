import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closeCodes } from '../../../src/protocol/close-reasons.ts';
import { repSnapshot } from '../fake-engine.ts';
import { settle } from '../manual-timers.ts';
import { ConnectionUnderTest, welcomed } from './connection-under-test.ts';

describe('a new connection', () => {
  test('is welcomed with a whole snapshot, the heartbeat interval, and the grace period', async () => {
    const under = new ConnectionUnderTest();
    assert.deepEqual(await under.hello(), [
      {
        type: 'welcome',
        serverTime: under.timers.now(),
        beatInterval: 4000,
        grace: 30_000,
        snapshot: { ...repSnapshot(), revision: 0 },
      },
    ]);
    assert.deepEqual(under.engine.asked, ['connect sofia']);
  });

  test('that sends no hello within 5 s is closed', async () => {
    const under = new ConnectionUnderTest();
    await under.timers.pass(4999);
    assert.equal(under.socket.closed, null);
    await under.timers.pass(1);
    assert.deepEqual(under.socket.closed, { code: 4006, reason: 'No hello came within 5 s.' });
    assert.deepEqual(under.engine.asked, []);
  });

  test('that sends anything else first is closed, whether it is understood or not', async () => {
    for (const first of [JSON.stringify({ type: 'probe', probe: 1 }), 'not JSON', '{"type":"hello"}']) {
      const under = new ConnectionUnderTest();
      await under.send(first);
      assert.deepEqual(
        under.socket.closed,
        { code: 4006, reason: 'The first message must be hello.' },
        first,
      );
    }
  });

  test('with a token that is not accepted is closed with the reason', async () => {
    const under = new ConnectionUnderTest();
    under.welcome = () => Promise.resolve({ kind: 'refused', detail: 'The token has expired.' });
    assert.deepEqual(await under.hello(), []);
    assert.deepEqual(under.socket.closed, { code: closeCodes.refused, reason: 'The token has expired.' });
  });

  test('is not refused if the server is at fault: it just breaks', async () => {
    const broken = new ConnectionUnderTest();
    broken.welcome = () => Promise.reject(new Error('no database'));
    await broken.hello();
    assert.equal(broken.socket.closeCode(), 1011);
    assert.match(broken.log.join(''), /no database/);

    const unavailable = new ConnectionUnderTest();
    unavailable.welcome = () => Promise.resolve({ kind: 'unavailable', detail: 'Not just now.' });
    await unavailable.hello();
    assert.equal(unavailable.socket.closeCode(), 1011);
  });

  test('whose socket closes during the welcome leaves no rep connected', async () => {
    const under = new ConnectionUnderTest();
    const letIn = Promise.withResolvers<undefined>();
    const { welcome } = under;
    under.welcome = async () => {
      await letIn.promise;
      return welcome();
    };
    void under.hello();
    await settle();
    under.connection.socketClosed();
    letIn.resolve(undefined);
    await settle();
    assert.deepEqual(under.engine.asked, ['connect sofia', 'disconnect sofia']);
    assert.deepEqual(under.socket.sent, []);
  });

  test('handles early messages after the welcome', async () => {
    const under = new ConnectionUnderTest();
    const hello = under.hello();
    const messages = [...(await under.send({ type: 'probe', probe: 3 })), ...(await hello)];
    assert.deepEqual(
      messages.map(({ type }) => type),
      ['welcome', 'probe-answer'],
    );
  });

  test('accepts only one hello', async () => {
    const under = await welcomed();
    const [answer] = await under.hello();
    assert.deepEqual(answer, { type: 'not-understood', detail: 'hello has been said already.' });
    assert.equal(under.socket.closed, null);
  });
});

describe('a token that expires', () => {
  test('while connected ends the connection, so that the panel reconnects with a fresh one', async () => {
    const under = await welcomed();
    await under.passAlive(3600_000 - 1);
    assert.equal(under.socket.closed, null);
    await under.timers.pass(1);
    assert.deepEqual(under.socket.closed, { code: 4002, reason: 'The token expired.' });
    assert.equal(under.engine.asked.at(-1), 'disconnect sofia');
  });
});
