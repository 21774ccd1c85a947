import type { Context } from 'hono';
import { idSchema, type Id } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import { ProblemError } from '../../problem.ts';
import { unknown } from '../../setup/refusals.ts';

/** The version that the caller knows, from `If-Match`; `null` if there is none. */
export function knownVersion(context: Context): number | null {
  const header = context.req.header('If-Match');
  if (header === undefined) return null;
  // A proxy that compressed the response may have weakened the tag.
  const version = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(header)?.[1];
  if (version === undefined)
    throw new ProblemError({ status: 400, detail: 'If-Match must be the one ETag of what you change.' });
  return Number(version);
}

/** The id in the path; a 404 problem if it cannot be one. */
export function idIn(context: Context, word: string): Id {
  const id = check(idSchema, context.req.param('id'));
  if (!id.ok) throw unknown(word);
  return id.value;
}
