import * as v from 'valibot';
import { effectiveConfigurationSchema } from './effective-configuration.ts';

/** Changes with the shape of what a browser keeps: another one's is not read. */
const CACHE_SCHEMA = 1;

const entrySchema = v.object({
  schema: v.literal(CACHE_SCHEMA),
  /** The entity tag. */
  version: v.nullable(v.string()),
  /** When the server last said that it holds. */
  asOf: v.number(),
  effective: effectiveConfigurationSchema,
});
/** What is sure of every release's entry. */
const outlineSchema = v.object({
  schema: v.number(),
  asOf: v.number(),
  effective: v.object({ sounds: v.array(v.object({ sha256: v.string() })) }),
});

/** A configuration that this browser kept, and as of when. */
export type CachedConfiguration = Omit<v.InferOutput<typeof entrySchema>, 'schema'>;
export type CachedOutline = v.InferOutput<typeof outlineSchema>;

/** An entry as it is kept. */
export const cachedEntry = (cached: CachedConfiguration) => ({ schema: CACHE_SCHEMA, ...cached });

/** What was kept, if it is whole and this release's; `null` otherwise. */
export function readCached(found: unknown): CachedConfiguration | null {
  const entry = v.safeParse(entrySchema, found);
  return entry.success ? entry.output : null;
}

/** What any release can tell of an entry; `null`: it is none. */
export function readOutline(found: unknown): CachedOutline | null {
  const outline = v.safeParse(outlineSchema, found);
  return outline.success ? outline.output : null;
}

/** Whether a newer release wrote it. */
export const isOfNewerRelease = (found: unknown): boolean => (readOutline(found)?.schema ?? 0) > CACHE_SCHEMA;
