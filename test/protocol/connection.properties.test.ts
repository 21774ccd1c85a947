import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { closeCodes } from '../../src/protocol/close-reasons.ts';
import { aConnection, aSnapshot, settled } from './a-connection.ts';

/** The possible events, in any order, on any earlier or present socket. */
const happening = fc.oneof(
  fc.constantFrom('connect', 'disconnect', 'doubt').map((name) => ({ name }) as const),
  fc.record({ name: fc.constant('advance'), by: fc.integer({ min: 0, max: 20_000 }) }),
  fc.record({ name: fc.constant('freeze'), by: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({
    name: fc.constantFrom('opens', 'welcomes', 'gap', 'nonsense', 'no state'),
    socket: fc.nat(20),
  }),
  fc.record({
    name: fc.constant('closes'),
    socket: fc.nat(20),
    code: fc.constantFrom(1000, 1006, 1011, ...Object.values(closeCodes)),
  }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;
type Harness = ReturnType<typeof aConnection>;

const final = new Set(['signedOut', 'replaced']);

async function happens(harness: Harness, event: Happening): Promise<void> {
  const { connection, timers, sockets } = harness;
  const socket =
    'socket' in event
      ? sockets[sockets.length - 1 - (event.socket % Math.max(1, sockets.length))]
      : undefined;
  if (event.name === 'connect') connection.connect();
  else if (event.name === 'disconnect') connection.disconnect();
  else if (event.name === 'doubt') connection.doubt();
  else if (event.name === 'advance') timers.advance(event.by);
  else if (event.name === 'freeze') timers.freeze(event.by);
  else if (event.name === 'opens') socket?.listener.opened();
  else if (event.name === 'nonsense') socket?.says('{"type":');
  else if (event.name === 'no state') {
    socket?.says({ type: 'welcome' });
    socket?.says({ type: 'snapshot' });
  } else if (event.name === 'gap')
    socket?.says({ type: 'capacity-changed', revision: 99, capacity: aSnapshot(0).capacity });
  else if (event.name === 'closes') socket?.closes(event.code);
  else socket?.says({ type: 'welcome', serverTime: 5, beatInterval: 4000, grace: 1, snapshot: aSnapshot(0) });
  await settled();
}

it('never has two live sockets, for any events in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { maxLength: 60 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (events, random) => {
        const harness = aConnection();
        harness.random.value = random;
        for (const event of events) {
          await happens(harness, event);
          assert.ok(harness.live().length <= 1, `${harness.live().length} live sockets`);
          if (harness.status() === 'connected') assert.equal(harness.live().length, 1);
          if (final.has(harness.status() ?? '')) {
            assert.equal(harness.live().length, 0);
            assert.equal(harness.timers.count, 0);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('always reconnects once the server has recovered, unless it was told not to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (events) => {
      const harness = aConnection();
      harness.connection.connect();
      for (const event of events) await happens(harness, event);
      if (final.has(harness.status() ?? '')) harness.connection.connect();
      // More than a minute with an answering server: the longest wait for another token.
      for (let second = 0; second < 75 && harness.status() !== 'connected'; second++) {
        harness.timers.advance(1000);
        await settled();
        if (harness.live().length === 1) {
          harness.last().listener.opened();
          harness.welcomes();
        }
      }
      assert.equal(harness.status(), 'connected');
    }),
    { numRuns: 300 },
  );
});

it('sends only hello before the welcome, and nothing on an abandoned socket', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (events) => {
      const harness = aConnection();
      const sentWhenDropped = new Map<object, number>();
      for (const event of events) {
        await happens(harness, event);
        for (const socket of harness.sockets) {
          const { sent } = socket;
          if (sent.length > 0) assert.equal(sent[0]?.type, 'hello');
          if (!socket.isDropped && !socket.isClosed) continue;
          const before = sentWhenDropped.get(socket);
          if (before === undefined) sentWhenDropped.set(socket, sent.length);
          else assert.equal(sent.length, before);
        }
      }
    }),
    { numRuns: 300 },
  );
});
