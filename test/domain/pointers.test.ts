import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differences, keysOf, sameValue, valueAt, withValue } from '../../src/domain/pointers.ts';

const record = { name: 'Night', limits: { most: 3, 'a/b': [1, 2] }, alias: { kind: 'text', text: 'Nia' } };

describe('pointers into a record', () => {
  it('name keys on the way, with slashes and tildes escaped', () => {
    assert.deepEqual(keysOf('/limits/a~1b/0'), ['limits', 'a/b', '0']);
    assert.deepEqual(keysOf('/~01'), ['~1']);
    assert.deepEqual(keysOf(''), []);
  });

  it('find values, and nothing where there is none', () => {
    assert.equal(valueAt(record, '/limits/most'), 3);
    assert.equal(valueAt(record, '/limits/a~1b/1'), 2);
    assert.equal(valueAt(record, '/limits/least'), undefined);
    assert.equal(valueAt(record, '/name/length/x'), undefined);
    assert.equal(valueAt(record, '/constructor'), undefined);
  });

  it('change one value without modifying the given record', () => {
    const changed = withValue(record, '/limits/most', 4);
    assert.deepEqual(changed, { ...record, limits: { ...record.limits, most: 4 } });
    assert.equal(record.limits.most, 3);
    assert.equal(changed.alias, record.alias);
    assert.deepEqual(withValue({}, '/a/b', 1), { a: { b: 1 } });
  });

  it('never reach a prototype', () => {
    assert.deepEqual(withValue({}, '/__proto__/polluted', true), {});
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });
});

describe('the difference of two records', () => {
  it('is named field by field, within groups too', () => {
    const other = { ...record, name: 'Day', limits: { ...record.limits, most: 4 } };
    assert.deepEqual(differences(record, other), ['/name', '/limits/most']);
    assert.deepEqual(differences(record, structuredClone(record)), []);
  });

  it('treats a list, and a value of one kind or another, as one field each', () => {
    const other = { ...record, limits: { ...record.limits, 'a/b': [2, 1] }, alias: { kind: 'mergeField' } };
    assert.deepEqual(differences(record, other), ['/limits/a~1b', '/alias']);
  });

  it('includes fields that are only in one of them', () => {
    assert.deepEqual(differences({ a: 1 }, { b: 1 }), ['/a', '/b']);
  });

  it('goes by value, not by identity', () => {
    assert.ok(sameValue([1, { a: null }], [1, { a: null }]));
    assert.ok(!sameValue([1], [1, 2]));
    assert.ok(!sameValue({}, []));
    assert.ok(!sameValue({ a: undefined }, { b: undefined }));
    assert.ok(!sameValue(null, {}));
    assert.ok(sameValue(Number.NaN, Number.NaN));
  });
});
