import * as v from 'valibot';
import { staleSchema, usedBySchema, type Stale, type UsedBy } from '../domain/setup/setup-api.ts';
import { violationSchema, type Violation } from '../domain/violations.ts';

/** A problem document (RFC 9457), as far as Setup uses it; a malformed member counts as absent. */
const problemSchema = v.object({
  detail: v.fallback(v.nullable(v.string()), null),
  title: v.fallback(v.nullable(v.string()), null),
  errors: v.fallback(v.array(violationSchema), []),
  usedBy: v.fallback(v.unknown(), null),
});

/** Why a request to the server failed; its message is the server's own sentence. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
  /** The HTTP status; 0 if there was no response. */
  readonly status: number;
  readonly violations: readonly Violation[];
  /** What others changed meanwhile (412). */
  readonly stale: Stale | null;
  /** What still uses the record (409). */
  readonly usedBy: UsedBy;

  constructor(
    message: string,
    {
      status = 0,
      violations = [],
      stale = null,
      usedBy = [],
      ...options
    }: Partial<Pick<SetupProblem, 'status' | 'violations' | 'stale' | 'usedBy'>> & ErrorOptions = {},
  ) {
    super(message, options);
    this.status = status;
    this.violations = violations;
    this.stale = stale;
    this.usedBy = usedBy;
  }
}

/** The problem in an unsuccessful response. */
export async function problemIn(answer: Response): Promise<SetupProblem> {
  const { status } = answer;
  const body: unknown = await answer.json().catch(() => null);
  const problem = v.safeParse(problemSchema, body);
  const otherwise = `The server answered with ${status}.`;
  if (!problem.success) return new SetupProblem(otherwise, { status });
  const { detail, title, errors, usedBy } = problem.output;
  const stale = v.safeParse(staleSchema, body);
  return new SetupProblem(detail ?? title ?? otherwise, {
    status,
    violations: errors,
    stale: status === 412 && stale.success ? stale.output : null,
    usedBy: usersOf(usedBy),
  });
}

/** The users of a sound come in two lists, those of any other record in one. */
function usersOf(usedBy: unknown): UsedBy {
  if (typeof usedBy !== 'object' || usedBy === null) return [];
  const flat: unknown = Array.isArray(usedBy)
    ? usedBy
    : Object.entries(usedBy).flatMap(([kind, records]) =>
        Array.isArray(records) ? records.map((record: object) => ({ kind, ...record })) : [],
      );
  const users = v.safeParse(usedBySchema, flat);
  return users.success ? users.output : [];
}
