import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { ConnectionUnderTest, welcomed } from './connection-under-test.ts';

describe('a message that is not understood', () => {
  const id = randomUUID();
  const sentences: [unknown, string, string?][] = [
    ['not JSON', 'The message is not JSON.'],
    [[1, 2], 'The message is not an object with a type.'],
    [{ type: 7 }, 'The message is not an object with a type.'],
    [{ type: 'dance', id }, 'There is no message "dance".', id],
    [{ type: 'constructor' }, 'There is no message "constructor".'],
    [{ type: '<b>'.repeat(100) }, `There is no message "${'<b>'.repeat(13)}<".`],
    [
      { type: 'accept', id, agentWorkId: 'no id!' },
      'The message accept breaks a rule. /agentWorkId: Must be an id: 1 to 64 letters, digits, dashes or underscores.',
      id,
    ],
    [
      { type: 'accept', id: 'short', agentWorkId: 'a' },
      'The message accept breaks a rule. /id: Must be a UUID.',
    ],
  ];
  for (const [message, detail, named] of sentences)
    test(`is answered, and the connection stays open: ${JSON.stringify(message).slice(0, 50)}`, async () => {
      const under = await welcomed();
      const answers = await under.send(typeof message === 'string' ? message : JSON.stringify(message));
      assert.deepEqual(answers, [{ type: 'not-understood', detail, ...(named && { id: named }) }]);
      assert.equal(under.socket.closed, null);
      assert.equal(under.engine.commands.length, 0);
    });
});

describe('a panel that misbehaves is closed:', () => {
  test('a message over 16 kB', async () => {
    const under = await welcomed();
    const frame = JSON.stringify({ type: 'dance', text: '' }).length;
    await under.send(JSON.stringify({ type: 'dance', text: 'x'.repeat(16_384 - frame) }));
    assert.equal(under.socket.closed, null);
    await under.send(JSON.stringify({ type: 'dance', text: 'x'.repeat(16_385 - frame) }));
    assert.deepEqual(under.socket.closed, { code: 4006, reason: 'The message is over 16 kB.' });
  });

  test('a message over 16 kB in bytes but not in characters', async () => {
    const under = await welcomed();
    await under.send(JSON.stringify({ type: 'dance', text: '寿'.repeat(6000) }));
    assert.equal(under.socket.closeCode(), 4006);
  });

  test('a message that is not text', async () => {
    const under = await welcomed();
    under.connection.received(null);
    assert.deepEqual(under.socket.closed, { code: 4006, reason: 'Messages must be text.' });
  });

  test('more than 200 at once', async () => {
    const under = await welcomed();
    // The hello counts as the first.
    for (let probe = 0; probe < 199; probe += 1)
      under.connection.received(`{"type":"probe","probe":${probe}}`);
    assert.equal(under.socket.closed, null);
    under.connection.received('{"type":"probe","probe":199}');
    assert.deepEqual(under.socket.closed, { code: 4006, reason: 'These are over 50 messages a second.' });
  });

  test('more than 50 a second for a while', async () => {
    const send = async (perSecond: number) => {
      const under = await welcomed();
      for (let second = 0; second < 60 && !under.socket.closed; second += 1) {
        for (let probe = 0; probe < perSecond; probe += 1)
          under.connection.received(`{"type":"probe","probe":${probe}}`);
        await under.passAlive(1000);
      }
      return under.socket.closeCode();
    };
    assert.equal(await send(49), undefined);
    assert.equal(await send(60), 4006);
  });

  test('and whatever it sends afterwards is ignored', async () => {
    const under = new ConnectionUnderTest();
    await under.send('nonsense');
    assert.equal(under.socket.closeCode(), 4006);
    assert.deepEqual(await under.hello(), []);
    assert.deepEqual(under.engine.asked, []);
  });
});
