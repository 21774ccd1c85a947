import assert from 'node:assert/strict';
import { it } from 'node:test';
import { AHEAD, aConnection, aSnapshot, settled } from './a-connection.ts';

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
