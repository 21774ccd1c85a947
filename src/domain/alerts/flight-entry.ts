import * as v from 'valibot';
import type { Milliseconds } from '../time.ts';
import { instantSchema } from '../values.ts';

/** How far back the flight record goes, and the most entries it holds. */
export const RECORD_LENGTH: Milliseconds = 3_600_000;
export const MAX_ENTRIES = 2000;

/** What a support engineer needs to explain a missed ring: ids and states, never customer data or a token. */
const flightEntrySchema = v.object({
  at: instantSchema,
  kind: v.picklist(['connection', 'presence', 'work', 'alert', 'command', 'problem']),
  what: v.string(),
  about: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
});
export type FlightEntry = Readonly<v.InferOutput<typeof flightEntrySchema>>;

const entriesSchema = v.pipe(v.array(flightEntrySchema), v.maxLength(MAX_ENTRIES * 2));

/** Parses a stored chunk of a flight record; empty if it is damaged. */
export function readFlightEntries(found: unknown): readonly FlightEntry[] {
  const entries = v.safeParse(entriesSchema, found);
  return entries.success ? entries.output : [];
}
