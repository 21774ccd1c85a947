import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { MAX_WAITS, waitBeforeAttempt } from '../../src/protocol/back-off.ts';

const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });

it('waits half a second at most before the first attempt', () => {
  fc.assert(fc.property(random, (value) => waitBeforeAttempt(0, value) <= 500));
});

it('is spread over the whole range, from zero', () => {
  for (const [failures, longest] of MAX_WAITS.entries()) {
    assert.equal(waitBeforeAttempt(failures, 0), 0);
    assert.equal(waitBeforeAttempt(failures, 0.5), longest / 2);
  }
});

it('never waits longer than 15 s, however many attempts failed', () => {
  fc.assert(fc.property(fc.nat(), random, (failures, value) => waitBeforeAttempt(failures, value) <= 15_000));
});
