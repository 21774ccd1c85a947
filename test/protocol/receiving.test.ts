import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { receive } from '../../src/protocol/receiving.ts';
import { aRequest } from '../fake-backend/records.ts';
import { aSnapshot } from './a-connection.ts';

const settled = () => aRequest({ status: 'canceled', settledAt: 2, cancelReason: 'withdrawn' });

function snapshotWith(...agentWorks: readonly unknown[]) {
  return received({ type: 'snapshot', serverTime: 1, snapshot: { ...aSnapshot(4), agentWorks } });
}
function received(message: object) {
  const { kind, ...rest } = receive(JSON.stringify(message));
  assert.equal(kind, 'message', JSON.stringify(rest));
  const { problem, message: read } = rest as { problem: string | null; message: Record<string, unknown> };
  return { problem, snapshot: (read.snapshot ?? {}) as ReturnType<typeof aSnapshot>, message: read };
}

describe('a message of which a part breaks the schema', () => {
  it('is used without an agent work that cannot do without the part', () => {
    const [good, bad, other] = [settled(), settled(), settled()];
    const { snapshot, problem } = snapshotWith(
      good,
      { ...bad, stamp: { ...bad.stamp, size: 'two' } },
      7,
      other,
    );
    assert.deepEqual(snapshot.agentWorks, [good, other]);
    assert.match(problem ?? '', /a snapshot .* at \/snapshot\/agentWorks\/1\/stamp\/size and 1 other places/);
  });

  it('is used without only the part, if the agent work can do without it', () => {
    const work = settled();
    const parts = {
      openedBy: 'robot',
      cancelReason: 5,
      customerLeftAt: 'noon',
      declineReason: { id: 'at-lunch', name: 'At lunch' },
      statusUpdate: { id: 'offline', name: 'Offline' },
      transferredTo: { kind: 'galaxy', id: 'g', name: 'G' },
      conference: { with: 'Ben' },
    };
    for (const [name, value] of Object.entries(parts)) {
      const { snapshot, problem } = snapshotWith({ ...work, [name]: value });
      assert.deepEqual(snapshot.agentWorks, [{ ...work, [name]: null }], name);
      assert.match(problem ?? '', new RegExp(`at /snapshot/agentWorks/0/${name}`));
    }
    const { transferredTo: _, ...incomplete } = work;
    assert.deepEqual(snapshotWith(incomplete).snapshot.agentWorks, [work], 'left out counts as null');
  });

  it('is used without a bad highlight, and only then counts them', () => {
    const good = { label: 'Plan', value: 'Business' };
    const work = { ...settled(), highlights: [good, { label: 'Plan' }, good, good] };
    assert.deepEqual(snapshotWith(work).snapshot.agentWorks[0]?.highlights, [good, good, good]);
    const { snapshot } = snapshotWith({ ...work, highlights: [...work.highlights, good] });
    assert.deepEqual(snapshot.agentWorks, [], 'four are too many');
  });

  it('is used without the status after wrap-up, and a change without the bad part of its work', () => {
    const snapshot = { ...aSnapshot(4), statusAfterAcw: { id: '!' } };
    assert.equal(received({ type: 'snapshot', serverTime: 1, snapshot }).snapshot.statusAfterAcw, null);
    for (const outboundEndsAt of [undefined, 'soon']) {
      const one = { ...aSnapshot(4), outboundEndsAt };
      assert.equal(
        received({ type: 'snapshot', serverTime: 1, snapshot: one }).snapshot.outboundEndsAt,
        null,
      );
    }
    const agentWork = { ...settled(), declineReason: 'lunch' };
    const { message, problem } = received({ type: 'agent-work-changed', revision: 5, agentWork });
    assert.deepEqual(message.agentWork, { ...agentWork, declineReason: null });
    assert.match(problem ?? '', /an? agent-work-changed .* at \/agentWork\/declineReason/);
  });

  it('is refused as a whole if nothing can be used without the part', () => {
    for (const change of [
      { capacity: null },
      { presence: null },
      { rep: {} },
      { revision: -1 },
      { agentWorks: {} },
    ]) {
      const snapshot = { ...aSnapshot(4), agentWorks: [settled(), {}], ...change };
      const frame = receive(JSON.stringify({ type: 'snapshot', serverTime: 1, snapshot }));
      assert.ok(frame.kind === 'malformed' && frame.isState, JSON.stringify(change));
      assert.match(frame.problem, new RegExp(`/snapshot/(${Object.keys(change)[0]}|agentWorks/1)`));
    }
    const change = receive(
      JSON.stringify({ type: 'agent-work-changed', revision: 1, agentWork: { id: 'work' } }),
    );
    assert.ok(change.kind === 'malformed' && !change.isState);
  });

  it('is used though every part of every work is bad', () => {
    const works = Array.from({ length: 150 }, () => ({ highlights: [{}, {}, {}], conference: {} }));
    assert.deepEqual(snapshotWith(...works).snapshot.agentWorks, []);
  });
});

it('reads an unknown value of an open enumeration as unknown, without a problem', () => {
  const work = settled();
  const { snapshot, problem } = received({
    type: 'snapshot',
    serverTime: 1,
    snapshot: {
      ...aSnapshot(4),
      presence: {
        status: { id: 'training', name: 'Training', kind: 'learning', channelIds: [] },
        since: 1,
        cause: 'supervisor',
      },
      agentWorks: [
        { ...work, cancelReason: 'merged', channel: { id: 'video', name: 'Video', type: 'video' } },
      ],
    },
  });
  assert.equal(problem, null);
  assert.equal(snapshot.presence.status.kind, 'unknown');
  assert.equal(snapshot.presence.cause, 'unknown');
  const [read] = snapshot.agentWorks;
  assert.deepEqual([read?.channel.type, read?.cancelReason], ['unknown', 'unknown']);
  const id = '0b0e7c1e-5a0f-4f6e-9f6e-0d8a3d0c1a11';
  const { message } = received({
    type: 'result',
    id,
    outcome: { kind: 'refused', code: 'onStrike', detail: 'Not today.' },
  });
  assert.deepEqual(message.outcome, { kind: 'refused', code: 'unknown', detail: 'Not today.' });
});

it('does not take what is no word for a value of an open enumeration', () => {
  for (const cause of [5, null, 'x'.repeat(65)]) {
    const snapshot = { ...aSnapshot(4), presence: { ...aSnapshot(4).presence, cause } };
    assert.equal(receive(JSON.stringify({ type: 'snapshot', serverTime: 1, snapshot })).kind, 'malformed');
  }
});
