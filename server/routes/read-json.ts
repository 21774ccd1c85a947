import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ProblemError } from '../problem.ts';

const LARGEST_BODY = 64 * 1024;

/** Refuses a body over 64 kB, also one that does not say its length, before more of it is read. */
export const limitBody = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw new ProblemError({ status: 413, detail: 'The body is over 64 kB.' });
  },
});

/** The body as JSON, or a 400 problem. */
export async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError({ status: 400, detail: 'The body is not JSON.' });
  }
}
