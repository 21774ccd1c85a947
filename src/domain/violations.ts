import * as v from 'valibot';
import { ruleOf } from './rule-messages.ts';

/** A violated rule. */
export const violationSchema = v.object({
  /** Where: a JSON pointer (RFC 6901). */
  pointer: v.string(),
  /** The rule's code, which stays the same whatever its sentence says. */
  rule: v.string(),
  /** The rule's parameters: bounds, the name of a field, the name of a user. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** One clear sentence, in English, for the user who can fix it. */
  detail: v.string(),
});
export type Violation = v.InferOutput<typeof violationSchema>;

/** The result of checking input: the typed value, or all violations at once. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly violations: readonly Violation[] };

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Builds a JSON pointer from the keys on the path to a value. */
export function pointerTo(...keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${escapePointer(String(key))}`).join('');
}

/**
 * Checks `input` against `schema` and reports all violations at once, each with its pointer. `further` adds rules
 * that a schema cannot express; it runs whenever the input has the right types, so that its violations are included.
 */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  further: (value: v.InferOutput<Schema>) => readonly Violation[] = () => [],
): Checked<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input);
  return checkedAs(result, result.typed ? further(result.output) : []);
}

/** A rule about one part of the input, independent of the rest. */
export interface PlacedRule<Value> {
  /** The keys on the path to that part. */
  readonly at: readonly string[];
  readonly find: (value: Value) => readonly Violation[];
}

/** Like `check`, with rules about parts of the input: each runs if its part satisfies the schema. */
export function checkPlaced<Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
  input: unknown,
  rules: readonly PlacedRule<v.InferOutput<Schema>>[],
): Checked<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input);
  // The parts that the rules read have the right types, whatever else is wrong.
  const value = result.output as v.InferOutput<Schema>;
  return checkedAs(
    result,
    rules.flatMap(({ at, find }) => (keepsRules(result, at) ? find(value) : [])),
  );
}

/** Whether the schema found nothing wrong with a part: neither in it nor in what contains it. */
function keepsRules(result: v.SafeParseResult<v.GenericSchema>, at: readonly string[]): boolean {
  return !(result.issues ?? []).some(({ path = [] }) =>
    path.slice(0, at.length).every((item, index) => item.key === at[index]),
  );
}

/** A rule about one field that must look up other records; it runs if the field satisfies the schema. */
export interface LookupRule<Value> {
  readonly field: string;
  readonly ask: (value: Value) => Promise<readonly Violation[]>;
}

/** Like `check`, with rules that look up other records. */
export async function checkWithLookups<Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
  input: unknown,
  rules: readonly LookupRule<v.InferOutput<Schema>>[],
): Promise<Checked<v.InferOutput<Schema>>> {
  const result = v.safeParse(schema, input);
  const found: Violation[] = [];
  for (const { field, ask } of rules)
    if (keepsRules(result, [field])) found.push(...(await ask(result.output as v.InferOutput<Schema>)));
  return checkedAs(result, found);
}

function checkedAs<Schema extends v.GenericSchema>(
  result: v.SafeParseResult<Schema>,
  further: readonly Violation[],
): Checked<v.InferOutput<Schema>> {
  const own = (result.issues ?? []).map((issue) => ({
    pointer: pointerTo(...(issue.path ?? []).map((item) => String(item.key))),
    ...ruleOf(issue.message),
  }));
  const violations = firstPerPointer([...own, ...further]);
  return result.success && violations.length === 0
    ? { ok: true, value: result.output }
    : { ok: false, violations };
}

/** The first sentence for each pointer: a field shows one at a time. */
function firstPerPointer(violations: readonly Violation[]): Violation[] {
  const seen = new Map<string, Violation>();
  for (const violation of violations)
    if (!seen.has(violation.pointer)) seen.set(violation.pointer, violation);
  return [...seen.values()];
}
