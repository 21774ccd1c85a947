import assert from 'node:assert/strict';
import { it } from 'node:test';
import { OutcomeUnknownError } from '../../src/protocol/outbox.ts';
import { aConnection } from './a-connection.ts';

const id = '0b0e7c1e-5a0f-4f6e-9f6e-0d8a3d0c1a11';
const accept = { type: 'accept', id, agentWorkId: 'work-1' } as const;
const done = { type: 'result', id, outcome: { kind: 'done' } } as const;

it('sends a command once more after a break, with the same id, and returns its outcome', async () => {
  const { connects, connection, last, reopens, welcomes } = aConnection();
  const first = await connects();
  const outcome = connection.send(accept, { keep: true });
  assert.deepEqual(first.sentOf('accept'), [accept]);
  first.closes();
  await reopens();
  assert.deepEqual(last().sentOf('accept'), [], 'not before the welcome');
  welcomes();
  assert.deepEqual(last().sentOf('accept'), [accept]);
  last().says(done);
  assert.deepEqual(await outcome, { kind: 'done' });
  last().closes();
  await reopens();
  welcomes();
  assert.deepEqual(last().sentOf('accept'), [], 'answered commands are not sent again');
});

it('keeps a command given while not connected, and sends it once connected', async () => {
  const { connects, connection, last } = aConnection();
  const outcome = connection.send(accept, { keep: true });
  await connects();
  assert.deepEqual(last().sentOf('accept'), [accept]);
  last().says(done);
  assert.deepEqual(await outcome, { kind: 'done' });
});

it('drops a command that must not outlast the connection', async () => {
  const { connects, connection, last, reopens, welcomes } = aConnection();
  const setStatus = { type: 'set-status', id, statusId: 'available' } as const;
  await connects();
  const outcome = connection.send(setStatus, { keep: false });
  last().closes();
  await assert.rejects(outcome, OutcomeUnknownError);
  await assert.rejects(connection.send(setStatus, { keep: false }), OutcomeUnknownError);
  await reopens();
  welcomes();
  assert.deepEqual(last().sentOf('set-status'), []);
});
