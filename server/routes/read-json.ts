import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProblemError } from '../problem.ts';

/** Refuses a body over this many kB before the rest is read, even if its length is not declared. */
export const limitBodyTo = (kilobytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: kilobytes * 1024,
    onError: () => {
      throw new ProblemError({ status: 413, detail: `The body is over ${kilobytes} kB.` });
    },
  });

export const limitBody = limitBodyTo(64);

/** The body as JSON, or a 400 problem. */
export async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError({ status: 400, detail: 'The body is not JSON.' });
  }
}
