import assert from 'node:assert/strict';
import { it } from 'node:test';
import { aConnection, aSnapshot, settled } from './a-connection.ts';

it('applies changes in order, ignores repeated ones, and requests a snapshot after a gap', async () => {
  const { connects, update, timers } = aConnection();
  const socket = await connects();
  const change = (revision: number) =>
    socket.says({ type: 'capacity-changed', revision, capacity: aSnapshot(0).capacity });
  change(1);
  change(1);
  change(2);
  assert.equal(update.length, 3);
  change(4);
  assert.equal(update.length, 3);
  assert.equal(socket.sentOf('snapshot-request').length, 1);
  change(5);
  assert.equal(socket.sentOf('snapshot-request').length, 1, 'one request at a time');
  socket.says({ type: 'snapshot', serverTime: 1, snapshot: aSnapshot(5) });
  change(5);
  change(6);
  assert.deepEqual(
    update.slice(3).map(({ type }) => type),
    ['snapshot', 'capacity-changed'],
  );
  change(9);
  assert.equal(socket.sentOf('snapshot-request').length, 1, 'and one a second');
  timers.advance(1000);
  assert.equal(socket.sentOf('snapshot-request').length, 2);
  timers.advance(5000);
  assert.equal(socket.sentOf('snapshot-request').length, 3, 'again where no answer came');
});

it('ignores messages that it cannot parse', async () => {
  const { connects, update, status, problems } = aConnection();
  const socket = await connects();
  for (const frame of [
    '',
    'null',
    '[]',
    '{"type":5}',
    '{"type":"presence-changed","revision":1}',
    'x'.repeat(1024 * 1024 + 1),
  ])
    socket.says(frame);
  socket.listener.received(new ArrayBuffer(8));
  assert.equal(update.length, 1);
  assert.equal(status(), 'connected');
  assert.equal(socket.sentOf('snapshot-request').length, 1);
  assert.equal(problems.length, 7);
});

it('uses a welcome without its bad parts, and reports them', async () => {
  const { opens, serverTime, status, update, problems } = aConnection();
  const socket = await opens();
  const snapshot = { ...aSnapshot(0), agentWorks: [{ id: 'work-1' }] };
  socket.says({ type: 'welcome', serverTime: serverTime(), beatInterval: 4000, grace: 1, snapshot });
  assert.equal(status(), 'connected');
  assert.deepEqual(update[0]?.type === 'welcome' && update[0].snapshot.agentWorks, []);
  assert.match(
    problems.join(),
    /^The server sent a welcome that breaks the schema at \/snapshot\/agentWorks\/0/,
  );
});

it('is not connected by a welcome that it cannot use, and retries ever more slowly', async () => {
  const { opens, last, status, views, problems, timers, random, sockets, welcomes } = aConnection();
  await opens();
  random.value = 0.999;
  for (const wait of [500, 1000, 2000, 4000]) {
    last().says({ type: 'welcome', serverTime: 1, beatInterval: 4000, grace: 1, snapshot: {} });
    assert.equal(last().isDropped, true);
    assert.notEqual(status(), 'connected');
    assert.equal(views.at(-1)?.reason, 'unreadable');
    const before = sockets.length;
    timers.advance(wait * 0.99);
    await settled();
    assert.equal(sockets.length, before);
    timers.advance(wait * 0.01);
    await settled();
    assert.equal(sockets.length, before + 1);
    last().listener.opened();
  }
  assert.equal(status(), 'lost');
  assert.equal(problems.length, 4);
  welcomes();
  assert.equal(status(), 'connected');
  assert.equal(views.at(-1)?.reason, null);
});

it('is no longer connected if the snapshot that it asked for cannot be used', async () => {
  const { connects, status, views } = aConnection();
  const socket = await connects();
  socket.says({ type: 'capacity-changed', revision: 1, capacity: null });
  assert.equal(socket.sentOf('snapshot-request').length, 1);
  assert.equal(status(), 'connected');
  socket.says({ type: 'snapshot', serverTime: 1, snapshot: { ...aSnapshot(1), capacity: null } });
  assert.equal(status(), 'interrupted');
  assert.equal(views.at(-1)?.reason, 'unreadable');
  assert.equal(socket.isDropped, true);
});

it('asks once more for a snapshot that does not come, then connects anew', async () => {
  const { connects, timers, status, serverTime } = aConnection();
  const socket = await connects();
  const alive = () => socket.says({ type: 'beat', beat: 1, serverTime: serverTime() });
  const asked = () => socket.sentOf('snapshot-request').length;
  const late = () => {
    timers.advance(3000);
    alive();
    timers.advance(2000);
  };
  socket.says({ type: 'capacity-changed', revision: 3, capacity: aSnapshot(0).capacity });
  late();
  assert.deepEqual([asked(), status()], [2, 'connected']);
  socket.says({ type: 'snapshot', serverTime: serverTime(), snapshot: aSnapshot(3) });
  timers.advance(1000);
  socket.says({ type: 'capacity-changed', revision: 5, capacity: aSnapshot(0).capacity });
  late();
  assert.deepEqual([asked(), status()], [4, 'connected'], 'counted anew after a snapshot');
  late();
  assert.equal(status(), 'interrupted');
});

it('counts a change of an unknown type, so that it is not mistaken for a gap', async () => {
  const { connects, update } = aConnection();
  const socket = await connects();
  socket.says({ type: 'weather-changed', revision: 1 });
  socket.says({ type: 'capacity-changed', revision: 2, capacity: aSnapshot(0).capacity });
  assert.equal(update.length, 2);
  assert.equal(socket.sentOf('snapshot-request').length, 0);
});
