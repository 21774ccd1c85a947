import assert from 'node:assert/strict';
import { it } from 'node:test';
import { closeCodes } from '../../src/protocol/close-reasons.ts';
import { aConnection, aSnapshot, settled } from './a-connection.ts';

it('retries within half a second, and is connected only by messages on the new socket', async () => {
  const { connects, timers, last, status, sockets, random, update } = aConnection();
  const old = await connects();
  random.value = 0.999;
  old.closes();
  assert.equal(status(), 'interrupted');
  timers.advance(500);
  await settled();
  assert.equal(sockets.length, 2);
  const heard = update.length;
  old.says({ type: 'snapshot', serverTime: 1, snapshot: aSnapshot(9) });
  old.closes(closeCodes.replaced);
  assert.equal(update.length, heard);
  assert.equal(status(), 'interrupted');
  last().listener.opened();
  last().says({ type: 'welcome', serverTime: 1, beatInterval: 4000, grace: 1, snapshot: aSnapshot(0) });
  assert.equal(status(), 'connected');
});

it('never gives up', async () => {
  const { connects, timers, sockets, random, status } = aConnection();
  await connects();
  random.value = 0.999;
  sockets.at(-1)!.closes();
  for (let attempt = 0; attempt < 300; attempt++) {
    timers.advance(15_000);
    await settled();
    sockets.at(-1)!.closes();
  }
  assert.ok(sockets.length > 290, `${sockets.length} attempts`);
  assert.equal(status(), 'lost');
});

it('waits 15 s before "lost" if the server announced a restart', async () => {
  const { connects, timers, status, random } = aConnection();
  random.value = 0.999;
  (await connects()).closes(closeCodes.restarting);
  timers.advance(14_999);
  assert.equal(status(), 'interrupted');
  timers.advance(1);
  assert.equal(status(), 'lost');
});

it('does not reconnect by itself once replaced, but does on "Use here"', async () => {
  const { connects, connection, timers, status, sockets } = aConnection();
  (await connects()).closes(closeCodes.replaced);
  assert.equal(status(), 'replaced');
  timers.advance(3_600_000);
  await settled();
  assert.equal(sockets.length, 1);
  assert.equal(timers.count, 0);
  connection.connect();
  await settled();
  assert.equal(status(), 'connecting');
  assert.equal(sockets.length, 2);
});

it('gets another token once when refused, then says so and tries more slowly', async () => {
  const { opens, last, status, tokens, timers, sockets, random } = aConnection();
  await opens();
  last().closes(closeCodes.refused);
  await settled();
  assert.deepEqual(tokens, [false, true]);
  assert.equal(status(), 'connecting');
  last().listener.opened();
  random.value = 0.999;
  last().closes(closeCodes.refused);
  assert.equal(status(), 'refused');
  timers.advance(9000);
  await settled();
  assert.equal(sockets.length, 2);
  timers.advance(1000);
  await settled();
  assert.equal(sockets.length, 3);
  assert.deepEqual(tokens, [false, true, true]);
});

it('tries again when the token function fails or hangs', async () => {
  let calls = 0;
  const { connection, timers, problems } = aConnection({
    token: () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('The host is offline.')) : new Promise(() => undefined);
    },
  });
  connection.connect();
  await settled();
  assert.deepEqual(problems, ['The host is offline.']);
  timers.advance(500);
  timers.advance(10_000);
  assert.equal(problems.length, 2);
  timers.advance(2000);
  await settled();
  assert.equal(calls, 3);
});
