import assert from 'node:assert/strict';
import { it } from 'node:test';
import { aConnection, SESSION } from './a-connection.ts';

it('sends hello with token and session, and is connected when the server welcomes it', async () => {
  const { opens, welcomes, status, update } = aConnection();
  const socket = await opens();
  assert.deepEqual(socket.sent, [{ type: 'hello', token: 'token', sessionId: SESSION }]);
  assert.notEqual(status(), 'connected');
  welcomes(7);
  assert.equal(status(), 'connected');
  assert.equal(update[0]?.type, 'welcome');
});

it('gives up an attempt that is not welcomed within 5 s', async () => {
  const { opens, timers, last, status } = aConnection();
  await opens();
  timers.advance(4999);
  assert.equal(last().isDropped, false);
  timers.advance(1);
  assert.equal(last().isDropped, true);
  assert.equal(status(), 'interrupted');
});

it('leaves no socket and no timer behind', async () => {
  const { connects, connection, timers, live } = aConnection();
  await connects();
  connection.disconnect();
  assert.equal(live().length, 0);
  assert.equal(timers.count, 0);
});
