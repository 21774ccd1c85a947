import assert from 'node:assert/strict';
import { it } from 'node:test';
import { closeCodes } from '../../src/protocol/close-reasons.ts';
import { OutcomeUnknownError } from '../../src/protocol/outbox.ts';
import { AHEAD, aConnection, aSnapshot, SESSION, settled } from './a-connection.ts';

const id = '0b0e7c1e-5a0f-4f6e-9f6e-0d8a3d0c1a11';
const accept = { type: 'accept', id, agentWorkId: 'work-1' } as const;
const done = { type: 'result', id, outcome: { kind: 'done' } } as const;

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

it('answers each heartbeat with its number', async () => {
  const { connects, serverTime } = aConnection();
  const socket = await connects();
  socket.says({ type: 'beat', beat: 3, serverTime: serverTime() });
  assert.deepEqual(socket.sentOf('beat'), [{ type: 'beat', beat: 3 }]);
});

it('probes after 6 s of silence, is interrupted at 9 s, lost 2.5 s later', async () => {
  const { connects, timers, status, sockets } = aConnection();
  const socket = await connects();
  const probes = () => socket.sentOf('probe').length;
  assert.equal(probes(), 1, 'the first measurement');
  timers.advance(5999);
  assert.equal(probes(), 1);
  timers.advance(1);
  assert.equal(probes(), 2);
  timers.advance(2999);
  assert.equal(status(), 'connected');
  timers.advance(1);
  assert.equal(status(), 'interrupted');
  assert.equal(socket.isDropped, true, 'the dead socket is not waited for');
  timers.advance(2499);
  assert.equal(status(), 'interrupted');
  timers.advance(1);
  assert.equal(status(), 'lost');
  await settled();
  assert.equal(sockets.length, 2, 'another socket was opened meanwhile');
});

it('stays connected through stalls of 3 s', async () => {
  const { connects, timers, last, views, serverTime } = aConnection();
  await connects();
  for (let beat = 1; beat <= 100; beat++) {
    timers.advance(beat % 2 ? 7000 : 1000);
    last().says({ type: 'beat', beat, serverTime: serverTime() });
  }
  assert.deepEqual([...new Set(views.map(({ status }) => status))].slice(-1), ['connected']);
  assert.equal(
    views.some(({ status }) => status === 'interrupted'),
    false,
  );
});

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

it('measures the server’s clock, and trusts the shortest round trip most', async () => {
  const { connects, timers, offsets, serverTime, views } = aConnection();
  const socket = await connects();
  const answer = (roundTrip: number, asymmetry: number) => {
    const { probe } = socket.sentOf('probe').at(-1)!;
    const at = serverTime() + roundTrip / 2 + asymmetry;
    timers.advance(roundTrip);
    socket.says({ type: 'probe-answer', probe, serverTime: Math.round(at) });
  };
  answer(20, 2);
  assert.equal(views.at(-1)?.roundTrip, 20);
  timers.advance(5000);
  socket.says({ type: 'beat', beat: 1, serverTime: serverTime() });
  assert.ok(Math.abs(offsets.at(-1)! - AHEAD) <= 10, `${offsets.at(-1)}`);
});

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

it('verifies the link by a round trip, or reports that it could not', async () => {
  const { connects, connection, timers, serverTime } = aConnection();
  assert.equal(await connection.prove(), false);
  const socket = await connects();
  const proof = connection.prove();
  socket.says({
    type: 'probe-answer',
    probe: socket.sentOf('probe').at(-1)!.probe,
    serverTime: serverTime(),
  });
  assert.equal(await proof, true);
  const noProof = connection.prove();
  timers.advance(3000);
  assert.equal(await noProof, false);
});

it('reads messages queued while the page was frozen before it reports an interruption', async () => {
  const { connects, timers, status, serverTime } = aConnection();
  const socket = await connects();
  timers.freeze(60_000);
  timers.advance(0);
  assert.equal(status(), 'connected');
  socket.says({ type: 'beat', beat: 1, serverTime: serverTime() });
  timers.advance(5000);
  assert.equal(status(), 'connected');
  timers.freeze(60_000);
  timers.advance(0);
  timers.advance(3000);
  assert.equal(status(), 'interrupted', 'nothing came');
});

for (const [name, happens] of [
  ['after a sleep', 'resynchronise'],
  ['after a hint that the network changed', 'doubt'],
] as const)
  it(`${name} an open socket is not trusted: it proves itself within 3 s, or another one is opened`, async () => {
    const { connects, connection, timers, status, sockets, last } = aConnection();
    const socket = await connects();
    timers.advance(1000);
    const probes = socket.sentOf('probe').length;
    connection[happens]();
    assert.equal(socket.sentOf('probe').length, probes + 1);
    timers.advance(2999);
    assert.equal(status(), 'connected');
    timers.advance(1);
    assert.equal(status(), 'interrupted');
    assert.equal(socket.isDropped, true);
    timers.advance(500);
    await settled();
    assert.equal(sockets.length, 2);
    assert.notEqual(last(), socket);
  });

it('requests a snapshot after sleep, and stays connected if the socket is alive', async () => {
  const { connects, connection, timers, status, sockets, serverTime } = aConnection();
  const socket = await connects();
  timers.advance(1000);
  connection.resynchronise();
  assert.equal(socket.sentOf('snapshot-request').length, 1);
  socket.says({ type: 'beat', beat: 1, serverTime: serverTime() });
  socket.says({ type: 'snapshot', serverTime: serverTime(), snapshot: aSnapshot(0) });
  timers.advance(5000);
  assert.equal(status(), 'connected');
  assert.equal(sockets.length, 1);
});

it('leaves no socket and no timer behind', async () => {
  const { connects, connection, timers, live } = aConnection();
  await connects();
  connection.disconnect();
  assert.equal(live().length, 0);
  assert.equal(timers.count, 0);
});
