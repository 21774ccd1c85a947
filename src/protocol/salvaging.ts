import * as v from 'valibot';
import { isExpendable } from '../domain/values.ts';

/** What can be used of a message. */
interface Salvaged<Schema extends v.GenericSchema> {
  /** The message without its bad parts; `null` if it cannot do without them. */
  readonly output: v.InferOutput<Schema> | null;
  /** JSON pointers of what breaks the schema. */
  readonly faults: readonly string[];
}

/** Only where a list has become shorter are the rules about the whole list checked. */
const MAX_PASSES = 3;

/**
 * Parses a message, without those of its parts that break the schema if it marks them as `expendable`: an entry of a
 * list is removed, any other part becomes `null`. Changes `input`.
 */
export function salvage<Schema extends v.GenericSchema>(schema: Schema, input: unknown): Salvaged<Schema> {
  const faults: string[] = [];
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { success, output, issues = [] } = v.safeParse(schema, input);
    if (success) return { output, faults };
    faults.push(...issues.map(({ path = [] }) => path.map(({ key }) => `/${String(key)}`).join('')));
    const parts = issues.map((issue) => expendablePart(schema, issue));
    if (!parts.every((part) => part !== null)) break;
    leaveOut(parts);
  }
  return { output: null, faults };
}

type Part = v.IssuePathItem;

/** The smallest expendable part that an issue is in; `null` if there is none. */
function expendablePart(schema: v.GenericSchema, { path }: v.BaseIssue<unknown>): Part | null {
  let found: Part | null = null;
  let whole: Nested | undefined = schema;
  for (const part of path ?? []) {
    while (whole?.wrapped) whole = whole.wrapped;
    whole = whole?.item ?? whole?.entries?.[String(part.key)];
    if (whole && isExpendable(whole)) found = part;
  }
  return found;
}

/** The schemas that lead to the parts of a message. */
type Nested = v.GenericSchema & {
  readonly wrapped?: Nested;
  readonly item?: Nested;
  readonly entries?: Readonly<Record<string, Nested>>;
};

function leaveOut(parts: readonly Part[]): void {
  const entries = new Map<unknown[], Set<unknown>>();
  for (const { input, key } of parts)
    if (Array.isArray(input)) entries.set(input, (entries.get(input) ?? new Set()).add(key));
    else if (typeof input === 'object' && input !== null) Object.assign(input, { [String(key)]: null });
  for (const [list, bad] of entries)
    list.splice(0, list.length, ...list.filter((_, index) => !bad.has(index)));
}
