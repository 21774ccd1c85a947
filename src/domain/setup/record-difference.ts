import { differences, valueAt, type Fields } from '../pointers.ts';
import type { FieldChange } from './setup-api.ts';

/**
 * The changes to a record, field by field; `null` for a record that did not exist, or no longer does. A list counts
 * as one field, and so does a record with a `kind`. Missing values count as `null`.
 */
export function recordDifference(before: object | null, after: object | null): FieldChange[] {
  const [one, other]: [Fields, Fields] = [{ ...before }, { ...after }];
  return differences(one, other).flatMap((pointer) => {
    const [from, to] = [valueAt(one, pointer) ?? null, valueAt(other, pointer) ?? null];
    return from === null && to === null ? [] : [{ pointer, from, to }];
  });
}

/**
 * Merges successive changes to one record: for each field the first `from` and the last `to`, with the last change's
 * other data. Fields that end up unchanged are left out.
 */
export function joinedChanges<Change extends FieldChange>(changes: readonly Change[]): Change[] {
  const joined = new Map<string, Change>();
  for (const change of changes)
    joined.set(change.pointer, { ...change, from: (joined.get(change.pointer) ?? change).from });
  return [...joined.values()].filter(
    ({ from, to }) => differences({ value: from }, { value: to }).length > 0,
  );
}
