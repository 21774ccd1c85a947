import { Hono } from 'hono';
import * as v from 'valibot';
import { destinationPageSchema, namedDestinationSchema } from '../../src/domain/work/transfer.ts';
import { idSchema } from '../../src/domain/values.ts';
import { requirePermission, type WithHolder } from '../auth/require-permission.ts';
import type { TokenVerifier } from '../auth/token-verifier.ts';
import type { Engine } from '../routing/engine/engine.ts';
import { problem, type Operation } from '../openapi/operation.ts';
import { ProblemError } from '../problem.ts';
import { onlyMethods } from './methods.ts';
import {
  cursorOf,
  cursorSchema,
  limitSchema,
  parameterMessage,
  readQuery,
  searchSchema,
} from './setup/paging.ts';

const querySchema = v.strictObject(
  {
    work: idSchema,
    search: searchSchema,
    limit: limitSchema,
    cursor: v.optional(cursorSchema(v.strictObject(namedDestinationSchema.entries))),
  },
  parameterMessage('Work'),
);

export const transferDestinationOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/transfer-destinations',
    summary: 'Lists where the rep may transfer one of their agent works.',
    permission: 'omni-channel',
    query: querySchema,
    answers: {
      200: { what: 'One page, by kind and then by name.', schema: destinationPageSchema },
      400: problem('The query breaks rules.'),
      404: problem('There is no such agent work of this rep.'),
    },
  },
];

/** `/v1/transfer-destinations`: where the rep who calls may transfer one of their agent works. */
export function transferDestinationRoutes(engine: Engine, verifier: TokenVerifier): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', requirePermission(verifier, 'omni-channel'), async (context) => {
      const { work, search, limit, cursor = null } = readQuery(context, querySchema);
      const found = await engine.transferDestinations({
        repId: context.var.holder.subject,
        agentWorkId: work,
        search,
        limit,
        after: cursor,
      });
      if (!found) throw new ProblemError({ status: 404, detail: 'There is no such agent work of this rep.' });
      const { items, next } = found;
      return context.json({ items, next: next && cursorOf(next) });
    })
    .all('/', onlyMethods('GET'));
  return routes;
}
