import * as v from 'valibot';
import { staleSchema } from '../../src/domain/setup/setup-api.ts';
import { violationSchema } from '../../src/domain/violations.ts';
import { PROBLEM_TYPE } from '../problem.ts';
import type { Permission } from '../auth/permissions.ts';

/** What an operation answers with one status. */
export interface Answer {
  readonly what: string;
  /** The body; none: there is none, or `type` says what it is. */
  readonly schema?: v.GenericSchema;
  /** Its media type: JSON where there is a schema. */
  readonly type?: string;
  /** The headers that matter to callers. */
  readonly headers?: readonly ('ETag' | 'Location')[];
}

/** One operation of the API, described beside the route that does it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** From the root, parameters in braces. */
  readonly path: string;
  /** In one line. */
  readonly summary: string;
  /** What else callers need to know. */
  readonly description?: string;
  /** What a token must allow; `null`: any valid token will do; `undefined`: there need be none. */
  readonly permission?: Permission | null;
  readonly query?: v.GenericSchema;
  /** Request headers that the operation reads, each with what it is for. */
  readonly headers?: Readonly<Record<string, { readonly what: string; readonly required: boolean }>>;
  readonly body?: { readonly schema: v.GenericSchema; readonly type?: string };
  /** By status. What is not listed is a problem. */
  readonly answers: Readonly<Record<number, Answer>>;
}

/** The body of every problem (RFC 9457). */
export const problemSchema = v.looseObject({
  type: v.literal('about:blank'),
  title: v.string(),
  status: v.number(),
  /** One sentence for whoever called. */
  detail: v.string(),
  /** Every violated rule at once. */
  errors: v.optional(v.array(violationSchema)),
});

/** A problem with members of its own beside those of every problem. */
export const problem = (what: string, members?: v.ObjectEntries): Answer => ({
  what,
  type: PROBLEM_TYPE,
  schema: members ? v.looseObject({ ...problemSchema.entries, ...members }) : problemSchema,
});

/** The problem that answers a version that is not the present one. */
export const staleProblem = problem('Somebody has changed it meanwhile.', staleSchema.entries);
