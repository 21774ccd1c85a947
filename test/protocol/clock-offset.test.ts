import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { ClockOffset, measure } from '../../src/protocol/clock-offset.ts';

const trip = fc.record({ there: fc.integer({ min: 0, max: 2000 }), back: fc.integer({ min: 0, max: 2000 }) });

it('is wrong by at most half the shortest round trip', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(trip, { minLength: 1, maxLength: 10 }),
      (truth, trips) => {
        const clock = new ClockOffset();
        let now = 1_000_000;
        for (const { there, back } of trips) {
          const sentAt = now;
          now += there + back;
          clock.take(measure(sentAt, now, sentAt + there + truth));
        }
        const shortest = Math.min(...trips.map(({ there, back }) => there + back));
        assert.ok(Math.abs(clock.offset! - truth) <= shortest / 2);
      },
    ),
  );
});

it('uses the new measurement if the clock jumped', () => {
  const clock = new ClockOffset();
  clock.take({ offset: 1000, roundTrip: 4 });
  clock.take({ offset: 61_000, roundTrip: 80 });
  assert.equal(clock.offset, 61_000);
});

it('detects from any message that the local clock stopped', () => {
  const clock = new ClockOffset();
  clock.take({ offset: 1000, roundTrip: 20 });
  clock.arrived(5000, 5990);
  assert.equal(clock.offset, 1000, 'on the way for 10 ms');
  clock.arrived(5000, 66_000);
  assert.equal(clock.offset, 61_000);
  clock.take({ offset: 61_010, roundTrip: 30 });
  assert.equal(clock.offset, 61_010, 'a measurement is better than a bound');
});
