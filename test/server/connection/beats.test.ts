import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { welcomed } from './connection-under-test.ts';

describe('beats', () => {
  test('are sent every 4 s, numbered, with the server’s time', async () => {
    const under = await welcomed();
    under.socket.sent.splice(0);
    await under.timers.pass(8500);
    const start = under.timers.now() - 8500;
    assert.deepEqual(under.socket.sent, [
      { type: 'beat', beat: 1, serverTime: start + 4000 },
      { type: 'beat', beat: 2, serverTime: start + 8000 },
    ]);
  });

  test('keep the connection for a whole shift while they are answered', async () => {
    const under = await welcomed();
    await under.passAlive(1800_000);
    assert.equal(under.socket.closed, null);
  });

  test('end it when none is answered for 9 s, and the rep’s grace period starts', async () => {
    const under = await welcomed();
    await under.timers.pass(4000);
    await under.send({ type: 'beat', beat: 1 });
    await under.timers.pass(8999);
    assert.equal(under.socket.closed, null);
    await under.timers.pass(1);
    assert.deepEqual(under.socket.closed, { code: 4005, reason: 'No beat was answered for 9 s.' });
    assert.deepEqual(under.engine.asked, ['connect sofia', 'disconnect sofia']);
  });

  test('are not answered by other messages', async () => {
    const under = await welcomed();
    for (let second = 0; second < 9; second += 1) {
      await under.send({ type: 'probe', probe: second });
      await under.timers.pass(1000);
    }
    assert.equal(under.socket.closeCode(), 4005);
  });

  test('must exist to be answered: another number is not understood', async () => {
    const under = await welcomed();
    assert.deepEqual(await under.send({ type: 'beat', beat: 1 }), [
      { type: 'not-understood', detail: 'There was no beat 1.' },
    ]);
  });

  test('are not counted as unanswered while the server itself was suspended', async () => {
    const under = await welcomed();
    await under.timers.suspend(20_000);
    assert.equal(under.socket.closed, null);
    await under.timers.pass(9000);
    assert.equal(under.socket.closeCode(), 4005);
  });

  test('stop with the connection, and leave no timer', async () => {
    const under = await welcomed();
    await under.passAlive(20_000);
    under.connection.socketClosed();
    assert.equal(under.timers.waiting, 0);
  });

  test('on a dead link end with the socket destroyed instead of a close handshake', async () => {
    const under = await welcomed();
    await under.timers.pass(9000);
    assert.equal(under.socket.terminated, false);
    await under.timers.pass(2000);
    assert.equal(under.socket.terminated, true);
    assert.equal(under.timers.waiting, 0);
  });
});

test('a probe is answered at once', async () => {
  const under = await welcomed();
  assert.deepEqual(await under.send({ type: 'probe', probe: 41 }), [
    { type: 'probe-answer', probe: 41, serverTime: under.timers.now() },
  ]);
});
