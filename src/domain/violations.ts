import * as v from 'valibot';

/** One broken rule: where (a JSON pointer, RFC 6901) and one clear sentence for the person who can fix it. */
export const violationSchema = v.object({ pointer: v.string(), detail: v.string() });
export type Violation = v.InferOutput<typeof violationSchema>;

/** What checking some input gives: the typed value, or every violated rule at once. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly violations: readonly Violation[] };

const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Builds a JSON pointer from the keys on the way to a value. */
export function pointerTo(...keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${escapePointer(String(key))}`).join('');
}

/**
 * Checks `input` against `schema` and reports every violation at once, each with its pointer. `further` adds rules
 * that a schema cannot hold; it runs whenever the input has the right types, so that its violations come along.
 */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  further: (value: v.InferOutput<Schema>) => readonly Violation[] = () => [],
): Checked<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input);
  return checkedAs(result, result.typed ? further(result.output) : []);
}

/** A rule about what stands at one place, that looks at nothing else of the input. */
export interface PlacedRule<Value> {
  /** The keys on the way to it. */
  readonly at: readonly string[];
  readonly find: (value: Value) => readonly Violation[];
}

/** As `check`, with rules that hold for a part of the input each: they run wherever that part keeps its own rules. */
export function checkPlaced<Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
  input: unknown,
  rules: readonly PlacedRule<v.InferOutput<Schema>>[],
): Checked<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input);
  // The parts that a rule looks at have their types, whatever else is wrong.
  const value = result.output as v.InferOutput<Schema>;
  return checkedAs(
    result,
    rules.flatMap(({ at, find }) => (keepsRules(result, at) ? find(value) : [])),
  );
}

/** Whether nothing is wrong with what stands at a place: not with it, nor within it, nor with what it is in. */
function keepsRules(result: v.SafeParseResult<v.GenericSchema>, at: readonly string[]): boolean {
  return !(result.issues ?? []).some(({ path = [] }) =>
    path.slice(0, at.length).every((item, index) => item.key === at[index]),
  );
}

/** A rule about one field that has to ask other records; it is asked whenever that field keeps its own rules. */
export interface AskingRule<Value> {
  readonly field: string;
  readonly ask: (value: Value) => Promise<readonly Violation[]>;
}

/** As `check`, with rules that have to ask other records. */
export async function checkAsking<Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
  input: unknown,
  rules: readonly AskingRule<v.InferOutput<Schema>>[],
): Promise<Checked<v.InferOutput<Schema>>> {
  const result = v.safeParse(schema, input);
  const asked: Violation[] = [];
  for (const { field, ask } of rules)
    if (keepsRules(result, [field])) asked.push(...(await ask(result.output as v.InferOutput<Schema>)));
  return checkedAs(result, asked);
}

function checkedAs<Schema extends v.GenericSchema>(
  result: v.SafeParseResult<Schema>,
  further: readonly Violation[],
): Checked<v.InferOutput<Schema>> {
  const own = (result.issues ?? []).map((issue) => ({
    pointer: pointerTo(...(issue.path ?? []).map((item) => String(item.key))),
    detail: issue.message,
  }));
  const violations = oneEach([...own, ...further]);
  return result.success && violations.length === 0
    ? { ok: true, value: result.output }
    : { ok: false, violations };
}

/** The first sentence for each pointer: a field shows one sentence at a time. */
function oneEach(violations: readonly Violation[]): Violation[] {
  const seen = new Map<string, Violation>();
  for (const violation of violations)
    if (!seen.has(violation.pointer)) seen.set(violation.pointer, violation);
  return [...seen.values()];
}
