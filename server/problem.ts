import { STATUS_CODES } from 'node:http';
import type { Violation } from '../src/domain/violations.ts';

/** Why a call failed (RFC 9457). */
export interface Problem {
  readonly status: number;
  /** One clear sentence for whoever called. */
  readonly detail: string;
  /** Every violated rule at once, each with its JSON pointer into the body. */
  readonly errors?: readonly Violation[];
  /** Further members for programs, beyond those of every problem. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by a route to answer with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The body of a problem. */
export function problemBody({ status, detail, errors, members }: Problem): string {
  return JSON.stringify({
    ...members,
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    errors,
  });
}

export const PROBLEM_TYPE = 'application/problem+json';

/** The response for a problem. */
export function problemResponse(problem: Problem): Response {
  return new Response(problemBody(problem), {
    status: problem.status,
    headers: { 'Content-Type': PROBLEM_TYPE, 'Cache-Control': 'no-store', ...problem.headers },
  });
}
