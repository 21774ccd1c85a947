import type { Handler } from 'hono';
import { ProblemError } from '../problem.ts';

/** The last handler of a path: it answers methods that the path does not support. */
export function onlyMethods(...methods: readonly string[]): Handler {
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  return (context) => {
    throw new ProblemError({
      status: 405,
      detail: `${context.req.method} is not possible here, only ${allowed.join(', ')}.`,
      headers: { Allow: allowed.join(', ') },
    });
  };
}
