import { Hono } from 'hono';
import { overviewSchema } from '../../../src/domain/setup/overview.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import type { Operation } from '../../openapi/operation.ts';
import type { Setup } from '../../setup/setup.ts';
import { onlyMethods } from '../methods.ts';

export const overviewOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/setup/overview',
    summary: 'How much there is in Setup, and what may be wrong with it although no rule is broken.',
    permission: 'customize-application',
    answers: {
      200: { what: 'Counts, and problems with the records that have them.', schema: overviewSchema },
    },
  },
];

/** `/v1/setup/overview`: how much there is, and what may be wrong. */
export function overviewRoutes(overview: Setup['overview']): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', async (context) => {
      context.header('Cache-Control', 'private, no-cache');
      return context.json(await overview());
    })
    .all('/', onlyMethods('GET'));
  return routes;
}
