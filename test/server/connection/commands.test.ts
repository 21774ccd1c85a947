import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { Command } from '../../../src/protocol/messages.ts';
import { agentWork, available, NOW } from '../fake-engine.ts';
import { settle } from '../manual-timers.ts';
import { welcomed } from './connection-under-test.ts';

const accept = (): Command => ({ type: 'accept', id: randomUUID(), agentWorkId: 'work-1' });

describe('a command', () => {
  test('has one result, after the changes that it caused', async () => {
    const under = await welcomed();
    under.engine.show('sofia', { agentWorks: [agentWork()] });
    await settle();
    under.socket.take();
    const opened = agentWork({ status: 'opened', openedAt: NOW, openedBy: 'rep' });
    under.engine.outcome = () => {
      under.engine.show('sofia', { agentWorks: [opened] });
      return { kind: 'done' };
    };
    const command = accept();
    assert.deepEqual(await under.send(command), [
      { type: 'agent-work-changed', revision: 2, agentWork: opened },
      { type: 'result', id: command.id, outcome: { kind: 'done' } },
    ]);
    assert.deepEqual(under.engine.commands, [command]);
  });

  test('gets its result even if a read was in progress when it arrived', async () => {
    const under = await welcomed();
    const reads: (() => void)[] = [];
    under.engine.reading = () => new Promise((resolve) => reads.push(resolve));
    under.engine.hint('sofia');
    await settle();
    under.engine.outcome = () => {
      under.engine.show('sofia', { agentWorks: [agentWork()] });
      return { kind: 'done' };
    };
    await under.send(accept());
    reads.shift()?.();
    await settle();
    assert.deepEqual(under.socket.take(), [], 'the first read knew nothing of the command');
    reads.shift()?.();
    await settle();
    assert.deepEqual(
      under.socket.take().map(({ type }) => type),
      ['agent-work-changed', 'result'],
    );
  });

  test('is refused with a reason', async () => {
    const under = await welcomed();
    const refused = { kind: 'refused', code: 'noLongerOpen', detail: 'The request is gone.' } as const;
    under.engine.outcome = () => refused;
    const command = accept();
    assert.deepEqual(await under.send(command), [{ type: 'result', id: command.id, outcome: refused }]);
  });

  test('waits for the one before it, so that the last status wins', async () => {
    const under = await welcomed();
    const first = Promise.withResolvers<undefined>();
    under.engine.outcome = async (command) => {
      if (command.type === 'set-status' && command.statusId === 'busy') await first.promise;
      return { kind: 'done' };
    };
    const setStatus = (statusId: string): Command => ({ type: 'set-status', id: randomUUID(), statusId });
    await under.send(setStatus('busy'));
    await under.send(setStatus('available'));
    assert.equal(under.engine.commands.length, 1);
    first.resolve(undefined);
    await settle();
    assert.equal(under.engine.commands.length, 2);
  });

  test('with an unknown effect gets no result: the connection ends, and the panel has to reconnect', async () => {
    const under = await welcomed();
    under.engine.outcome = () => Promise.reject(new Error('no database'));
    assert.deepEqual(await under.send(accept()), []);
    assert.equal(under.socket.closeCode(), 1011);
    assert.match(under.log.join(''), /panel-message-failed.*no database/);
  });

  test('that arrived before the socket closed is still executed', async () => {
    const under = await welcomed();
    const first = Promise.withResolvers<undefined>();
    under.engine.outcome = async () => {
      await first.promise;
      return { kind: 'done' };
    };
    await under.send(accept());
    await under.send(accept());
    under.connection.socketClosed();
    first.resolve(undefined);
    await settle();
    assert.equal(under.engine.commands.length, 2);
  });

  test('of a replaced panel is not executed any more', async () => {
    const under = await welcomed();
    const first = Promise.withResolvers<undefined>();
    under.engine.outcome = async () => {
      await first.promise;
      return { kind: 'done' };
    };
    await under.send(accept());
    await under.send(accept());
    under.engine.places.set('sofia', { sessionId: randomUUID(), socketId: randomUUID() });
    under.engine.hint('sofia');
    await settle();
    assert.equal(under.socket.closeCode(), 4001);
    first.resolve(undefined);
    await settle();
    assert.equal(under.engine.commands.length, 1);
  });

  test('to sign out ends the connection after its result', async () => {
    const under = await welcomed();
    under.engine.outcome = () => {
      under.engine.places.delete('sofia');
      under.engine.hint('sofia');
      return { kind: 'done' };
    };
    const command: Command = { type: 'sign-out', id: randomUUID() };
    assert.deepEqual(await under.send(command), [
      { type: 'result', id: command.id, outcome: { kind: 'done' } },
    ]);
    assert.deepEqual(under.socket.closed, { code: 4007, reason: 'The rep signed out.' });
  });
});

test('delivery confirmations are passed to the engine', async () => {
  const under = await welcomed();
  under.engine.show('sofia', { presence: { status: available, since: NOW, cause: 'rep' } });
  assert.deepEqual(
    (await under.send({ type: 'delivered', agentWorkIds: ['work-1', 'work-2'] })).map(({ type }) => type),
    ['presence-changed'],
  );
  assert.equal(under.engine.asked.at(-1), 'delivered sofia work-1 work-2');
});

test('alert receipts are passed to the engine, without an answer', async () => {
  const under = await welcomed();
  const receipt = { agentWorkId: 'work-1', kind: 'painted', at: NOW, visibility: 'hidden' } as const;
  assert.deepEqual(await under.send({ type: 'alert-receipts', receipts: [receipt] }), []);
  assert.deepEqual(under.engine.receipts, [{ repId: 'sofia', receipts: [receipt] }]);
});
