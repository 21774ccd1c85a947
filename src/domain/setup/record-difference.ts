import { differences, valueAt, type Fields } from '../pointers.ts';
import type { FieldChange } from './setup-api.ts';

/**
 * What a change made of a record, field by field; `null`: there was no record, or is none. A list is one field, and so
 * is a record that has a `kind`. What is missing counts as `null`.
 */
export function recordDifference(before: object | null, after: object | null): FieldChange[] {
  const [one, other]: [Fields, Fields] = [{ ...before }, { ...after }];
  return differences(one, other).flatMap((pointer) => {
    const [from, to] = [valueAt(one, pointer) ?? null, valueAt(other, pointer) ?? null];
    return from === null && to === null ? [] : [{ pointer, from, to }];
  });
}

/** Several changes of one record as one, each with more that is told of it: what came last holds, what came to nothing is left out. */
export function joinedChanges<Change extends FieldChange>(changes: readonly Change[]): Change[] {
  const joined = new Map<string, Change>();
  for (const change of changes)
    joined.set(change.pointer, { ...change, from: (joined.get(change.pointer) ?? change).from });
  return [...joined.values()].filter(
    ({ from, to }) => differences({ value: from }, { value: to }).length > 0,
  );
}
