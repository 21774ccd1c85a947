import * as v from 'valibot';
import { effectiveConfigurationSchema } from './effective-configuration.ts';

/** The version of the cached format: entries of other versions are not read. */
const CACHE_SCHEMA = 1;

const entrySchema = v.object({
  schema: v.literal(CACHE_SCHEMA),
  /** The entity tag. */
  version: v.nullable(v.string()),
  /** When the server last confirmed it. */
  asOf: v.number(),
  effective: effectiveConfigurationSchema,
});
/** The fields that every release's entries have. */
const outlineSchema = v.object({
  schema: v.number(),
  asOf: v.number(),
  effective: v.object({ sounds: v.array(v.object({ sha256: v.string() })) }),
});

/** A cached configuration, and the instant at which it was last confirmed. */
export type CachedConfiguration = Omit<v.InferOutput<typeof entrySchema>, 'schema'>;
export type CachedOutline = v.InferOutput<typeof outlineSchema>;

/** Builds a cache entry. */
export const cachedEntry = (cached: CachedConfiguration) => ({ schema: CACHE_SCHEMA, ...cached });

/** Parses a cache entry; `null` unless it is valid and of this release's format. */
export function readCached(found: unknown): CachedConfiguration | null {
  const entry = v.safeParse(entrySchema, found);
  return entry.success ? entry.output : null;
}

/** Parses the fields that every release's entries have; `null` if it is not an entry. */
export function readOutline(found: unknown): CachedOutline | null {
  const outline = v.safeParse(outlineSchema, found);
  return outline.success ? outline.output : null;
}

/** Whether a newer release wrote the entry. */
export const isOfNewerRelease = (found: unknown): boolean => (readOutline(found)?.schema ?? 0) > CACHE_SCHEMA;
