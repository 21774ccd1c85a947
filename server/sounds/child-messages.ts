import { writeSync } from 'node:fs';
import * as v from 'valibot';

/** What the decoding process found. */
const findingSchema = v.variant('kind', [
  v.object({ kind: v.literal('decoded'), seconds: v.number(), channels: v.number() }),
  /** Nothing came out. */
  v.object({ kind: v.literal('notPlayable') }),
  /** It noticed by itself that it takes too much memory. */
  v.object({ kind: v.literal('tooExpensive') }),
]);
export type Finding = v.InferOutput<typeof findingSchema>;

/** What it says: first that it is ready, from when on its time counts, then what it found. */
export const childMessageSchema = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  ...findingSchema.options,
]);
export type ChildMessage = v.InferOutput<typeof childMessageSchema>;

/** Says it on stdout, before anything else happens. */
export function say(message: ChildMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
