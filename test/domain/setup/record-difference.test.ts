import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinedChanges, recordDifference } from '../../../src/domain/setup/record-difference.ts';

describe('what changed of a record', () => {
  it('is listed field by field, including nested fields', () => {
    const before = { name: 'A', list: [1, 2], part: { one: [1], other: 2 }, same: { deep: [{ x: 1 }] } };
    const after = { name: 'B', list: [2, 1], part: { one: [1], other: 3 }, same: { deep: [{ x: 1 }] } };
    assert.deepEqual(recordDifference(before, after), [
      { pointer: '/name', from: 'A', to: 'B' },
      { pointer: '/list', from: [1, 2], to: [2, 1] },
      { pointer: '/part/other', from: 2, to: 3 },
    ]);
  });

  it('is one field if a part is of another kind', () => {
    const [units, share] = [
      { kind: 'units', units: 1 },
      { kind: 'percentage', percentage: 1 },
    ];
    assert.deepEqual(recordDifference({ weight: units }, { weight: share }), [
      { pointer: '/weight', from: units, to: share },
    ]);
  });

  it('is everything that is not blank if the record was created or deleted', () => {
    const record = { name: 'A', blank: null, off: false };
    const came = [
      { pointer: '/name', from: null, to: 'A' },
      { pointer: '/off', from: null, to: false },
    ];
    assert.deepEqual(recordDifference(null, record), came);
    assert.deepEqual(
      recordDifference(record, null),
      came.map(({ pointer, from, to }) => ({ pointer, from: to, to: from })),
    );
  });

  it('is nothing where nothing changed', () => {
    assert.deepEqual(recordDifference({ a: [null, { b: 1 }] }, { a: [null, { b: 1 }] }), []);
    assert.deepEqual(recordDifference({ a: undefined }, { a: null }), []);
  });

  it('escapes slashes and tildes in keys', () => {
    assert.deepEqual(recordDifference({ 'a/b~c': 1 }, { 'a/b~c': 2 }), [
      { pointer: '/a~1b~0c', from: 1, to: 2 },
    ]);
  });
});

describe('several changes as one', () => {
  const change = (pointer: string, from: unknown, to: unknown, at: number) => ({ pointer, from, to, at });

  it('go from the state before the first to that after the last, attributed to the last', () => {
    assert.deepEqual(
      joinedChanges([change('/a', 1, 2, 10), change('/b', 'x', 'y', 10), change('/a', 2, 3, 20)]),
      [change('/a', 1, 3, 20), change('/b', 'x', 'y', 10)],
    );
  });

  it('leave out values that returned to the original', () => {
    assert.deepEqual(
      joinedChanges([
        change('/a', 1, 2, 10),
        change('/a', 2, 1, 20),
        change('/l', [1], [], 5),
        change('/l', [], [1], 6),
      ]),
      [],
    );
  });
});
