import * as v from 'valibot';
import { staleSchema } from '../../src/domain/setup/setup-api.ts';
import { violationSchema } from '../../src/domain/violations.ts';
import { PROBLEM_TYPE } from '../problem.ts';
import type { Permission } from '../auth/permissions.ts';

/** An operation's response with one status. */
export interface Answer {
  readonly what: string;
  /** The body, if it is JSON; other bodies have only `type`. */
  readonly schema?: v.GenericSchema;
  /** The media type; JSON if there is a schema. */
  readonly type?: string;
  /** The headers that matter to callers. */
  readonly headers?: readonly ('ETag' | 'Location')[];
}

/** An operation of the API, described beside the route that implements it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** From the root, with parameters in braces. */
  readonly path: string;
  /** In one line. */
  readonly summary: string;
  /** What else callers need to know. */
  readonly description?: string;
  /** The required permission; `null`: any valid token; `undefined`: no token. */
  readonly permission?: Permission | null;
  readonly query?: v.GenericSchema;
  /** Request headers that the operation reads, each with what it is for. */
  readonly headers?: Readonly<Record<string, { readonly what: string; readonly required: boolean }>>;
  readonly body?: { readonly schema: v.GenericSchema; readonly type?: string };
  /** By status. Any other response is a problem. */
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

/** A problem, with members beyond those of every problem. */
export const problem = (what: string, members?: v.ObjectEntries): Answer => ({
  what,
  type: PROBLEM_TYPE,
  schema: members ? v.looseObject({ ...problemSchema.entries, ...members }) : problemSchema,
});

/** The problem for a version that is out of date. */
export const staleProblem = problem('Somebody has changed it in the meantime.', staleSchema.entries);
