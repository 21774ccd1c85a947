import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  capacityOf,
  fits,
  freeCapacity,
  MAX_OPEN_WORKS,
  workloadOf,
  type Load,
} from '../../../src/domain/work/capacity.ts';
import { capacityPool, requestSize } from '../../../src/domain/configuration/routing-configuration.ts';

const primary = (size: number): Load => ({ size, pool: 'primary' });
const interruptible = (size: number): Load => ({ size, pool: 'interruptible' });
const capacity = (loads: Load[], total = 10, interruptibleTotal: number | null = 6) =>
  capacityOf(loads, { capacity: total, interruptibleCapacity: interruptibleTotal });

describe('capacity', () => {
  it('sums hundredths exactly', () => {
    assert.equal(capacity([primary(0.1), primary(0.2)]).primary.used, 0.3);
  });

  it('a blank interruptible capacity is that of the primary pool', () => {
    assert.equal(capacity([], 7, null).interruptible.total, 7);
  });

  it('is told to hosts with its load, for each pool', () => {
    assert.deepEqual(workloadOf(capacity([primary(2.5), interruptible(1)])), {
      configuredCapacity: 10,
      currentWorkload: 2.5,
      configuredInterruptibleCapacity: 6,
      currentInterruptibleWorkload: 1,
    });
  });

  it('never has negative free capacity, even after a smaller configuration took effect', () => {
    assert.equal(freeCapacity(capacity([primary(9)], 5), 'primary'), 0);
  });

  it('primary work needs free primary capacity and ignores interruptible load', () => {
    assert.ok(fits(primary(10), capacity([interruptible(6)]), 1));
    assert.ok(!fits(primary(6), capacity([primary(5)]), 1));
  });

  it('interruptible work needs free interruptible capacity, and waits while primary capacity is full', () => {
    assert.ok(fits(interruptible(6), capacity([primary(9)]), 1));
    assert.ok(!fits(interruptible(1), capacity([interruptible(6)]), 1));
    assert.ok(!fits(interruptible(1), capacity([primary(10)]), 1));
  });

  it('in an empty pool nothing fits, in a full one neither, however small', () => {
    assert.ok(!fits(interruptible(0), capacity([], 10, 0), 0));
    assert.ok(!fits(primary(0), capacity([primary(10)]), 1));
  });

  it('a rep has at most 100 open agent works', () => {
    assert.ok(fits(primary(0), capacity([]), MAX_OPEN_WORKS - 1));
    assert.ok(!fits(primary(0), capacity([]), MAX_OPEN_WORKS));
  });
});

describe('the size of a request', () => {
  it('is in units, or a percentage of the pool with two decimals, half up', () => {
    assert.equal(requestSize({ kind: 'units', units: 1.25 }, 10), 1.25);
    assert.equal(requestSize({ kind: 'percentage', percentage: 10 }, 6), 0.6);
    assert.equal(requestSize({ kind: 'percentage', percentage: 33.33 }, 5), 1.67);
    assert.equal(requestSize({ kind: 'percentage', percentage: 0.5 }, 1), 0.01);
    assert.equal(requestSize({ kind: 'percentage', percentage: 0.49 }, 1), 0);
  });

  it('draws on the pool of the routing configuration, or else of the channel', () => {
    assert.equal(capacityPool({ capacityType: 'primary' }, { interruptible: true }), 'primary');
    assert.equal(capacityPool({ capacityType: 'interruptible' }, { interruptible: false }), 'interruptible');
    assert.equal(capacityPool({ capacityType: 'channel' }, { interruptible: true }), 'interruptible');
    assert.equal(capacityPool({ capacityType: 'channel' }, { interruptible: false }), 'primary');
  });
});
