import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { intervalEnd, planRing, type RingCandidate } from '../../../src/domain/alerts/ring-plan.ts';

const request = (
  id: string,
  change: Partial<RingCandidate> & { automatic?: boolean; stops?: boolean; deadline?: number } = {},
) => {
  const { automatic = false, stops = false, deadline = null, ...rest } = change;
  return {
    id,
    status: 'assigned',
    offeredAt: 0,
    waitingSince: 0,
    settledAt: null,
    cancelReason: null,
    openedBy: null,
    stamp: {
      ring: { sound: null, lengthSeconds: 10 },
      automatic,
      stopSoundWhenCustomerLeaves: stops,
      deadline,
    },
    ...rest,
  } satisfies RingCandidate as RingCandidate;
};

describe('the ring plan', () => {
  it('rings one interval, from the offer for its length', () => {
    assert.equal(planRing([request('a', { offeredAt: 500 })], 499), null);
    assert.deepEqual(planRing([request('a')], 0), {
      agentWorkId: 'a',
      sound: null,
      from: 0,
      until: 10_000,
      loop: true,
    });
    assert.equal(planRing([request('a')], 9_999)?.agentWorkId, 'a');
    assert.equal(planRing([request('a')], 10_000), null);
  });

  it('rings no longer than until the push time-out, even if its outcome has not arrived yet', () => {
    assert.equal(planRing([request('a', { deadline: 3000 })], 2999)?.until, 3000);
    assert.equal(planRing([request('a', { deadline: 3000 })], 3000), null);
    assert.equal(planRing([request('a', { deadline: 45_000 })], 3000)?.until, 10_000);
  });

  it('the newest request owns the sound, and an older one comes back only for the rest of its interval', () => {
    const older = request('older');
    const newer = request('newer', {
      offeredAt: 1000,
      stamp: { ...older.stamp, ring: { sound: null, lengthSeconds: 3 } },
    });
    assert.equal(planRing([older, newer], 2000)?.agentWorkId, 'newer');
    assert.deepEqual(planRing([older, newer], 4000), {
      agentWorkId: 'older',
      sound: null,
      from: 0,
      until: 10_000,
      loop: true,
    });
  });

  it('of requests offered in one instant the longest waiting owns the sound, and then the same one in every tab', () => {
    const works = [
      request('a', { waitingSince: -1000 }),
      request('b', { waitingSince: -3000 }),
      request('c', { waitingSince: -2000 }),
    ];
    for (const order of [works, works.toReversed()]) assert.equal(planRing(order, 5)?.agentWorkId, 'b');
    const equal = [request('a'), request('b'), request('c')];
    for (const order of [equal, equal.toReversed()]) assert.equal(planRing(order, 5)?.agentWorkId, 'a');
  });

  it('an answer, a time-out or a reassignment ends the share at once', () => {
    for (const status of ['opened', 'declined', 'declinedOnPushTimeout', 'closed'] as const)
      assert.equal(planRing([request('a', { status, settledAt: 1, openedBy: 'rep' })], 1), null);
    assert.equal(planRing([request('a', { status: 'canceled', cancelReason: 'withdrawn' })], 1), null);
  });

  it('goes on after the customer has left, unless the channel stops it', () => {
    const left = { status: 'canceled', cancelReason: 'customerLeft' } as const;
    assert.equal(planRing([request('a', left)], 5000)?.until, 10_000);
    assert.equal(planRing([request('a', { ...left, stops: true })], 5000), null);
  });

  it('an automatic acceptance chimes once, even if it is opened already', () => {
    const opened = request('a', { status: 'opened', openedBy: 'automatic', automatic: true });
    assert.deepEqual(planRing([opened], 5), {
      agentWorkId: 'a',
      sound: null,
      from: 0,
      until: 10_000,
      loop: false,
    });
  });

  it('a request without a sound never takes it from another', () => {
    const silent = request('b', { offeredAt: 1 });
    const plan = planRing([request('a'), { ...silent, stamp: { ...silent.stamp, ring: null } }], 2);
    assert.equal(plan?.agentWorkId, 'a');
  });

  it('for any requests, the one that rings is the newest open one within its interval', () => {
    const any = fc.array(
      fc.record({
        offeredAt: fc.nat(20_000),
        status: fc.constantFrom('assigned', 'declined', 'opened', 'canceled') as fc.Arbitrary<
          RingCandidate['status']
        >,
        lengthSeconds: fc.integer({ min: 1, max: 30 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, fc.nat(40_000), (list, now) => {
        const works = list.map(({ offeredAt, status, lengthSeconds }, index) => {
          const work = request(`w${index}`, {
            offeredAt,
            status,
            openedBy: status === 'opened' ? 'rep' : null,
          });
          return { ...work, stamp: { ...work.stamp, ring: { sound: null, lengthSeconds } } };
        });
        const ring = planRing(works, now);
        const audible = works.filter(
          (work) => work.status === 'assigned' && work.offeredAt <= now && now < intervalEnd(work),
        );
        if (!ring) return assert.equal(audible.length, 0);
        const owner = audible.find(({ id }) => id === ring.agentWorkId);
        assert.ok(owner);
        assert.ok(audible.every(({ offeredAt }) => offeredAt <= owner.offeredAt));
      }),
    );
  });
});
