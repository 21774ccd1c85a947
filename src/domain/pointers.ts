/** A record as a form holds it: its fields may violate their rules. */
export type Fields = Readonly<Record<string, unknown>>;

/** The keys of a JSON pointer (RFC 6901). */
export function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value that a pointer refers to; `undefined` if there is none. */
export function valueAt(record: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    record,
  );
}

/** A copy of the record with another value at a pointer. */
export function withValue(record: Fields, pointer: string, value: unknown): Fields {
  const [key, ...rest] = keysOf(pointer);
  // Prevents prototype pollution.
  if (key === undefined || key === '__proto__') return record;
  if (rest.length === 0) return { ...record, [key]: value };
  const inner = isObject(record[key]) ? record[key] : {};
  return { ...record, [key]: withValue(inner, pointer.slice(pointer.indexOf('/', 1)), value) };
}

/** Whether two values are deeply equal. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}

/**
 * The pointers of the fields in which two records differ. A list, and a record with a `kind`, count as one field
 * each.
 */
export function differences(one: Fields, other: Fields, above = ''): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    const [mine, theirs] = [one[key], other[key]];
    if (sameValue(mine, theirs)) return [];
    const pointer = `${above}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return isGroup(mine) && isGroup(theirs) ? differences(mine, theirs, pointer) : [pointer];
  });
}

const isGroup = (value: unknown): value is Fields =>
  isObject(value) && !Array.isArray(value) && !('kind' in value);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
