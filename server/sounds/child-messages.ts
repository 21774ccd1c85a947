import { writeSync } from 'node:fs';
import * as v from 'valibot';

/** The result of the decoding process. */
const findingSchema = v.variant('kind', [
  v.object({ kind: v.literal('decoded'), seconds: v.number(), channels: v.number() }),
  /** Decoding produced no audio. */
  v.object({ kind: v.literal('notPlayable') }),
  /** The process itself noticed that it takes too much memory. */
  v.object({ kind: v.literal('tooExpensive') }),
]);
export type Finding = v.InferOutput<typeof findingSchema>;

/** Its messages: first that it is ready, which starts its time limit, then its result. */
export const childMessageSchema = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  ...findingSchema.options,
]);
export type ChildMessage = v.InferOutput<typeof childMessageSchema>;

/** Writes a message to stdout, synchronously. */
export function sendMessage(message: ChildMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
