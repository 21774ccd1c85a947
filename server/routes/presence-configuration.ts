import { Hono } from 'hono';
import { effectiveConfigurationSchema } from '../../src/domain/configuration/effective-configuration.ts';
import { requirePermission, type WithHolder } from '../auth/require-permission.ts';
import type { TokenVerifier } from '../auth/token-verifier.ts';
import type { Engine } from '../routing/engine/engine.ts';
import { problem, type Operation } from '../openapi/operation.ts';
import { ProblemError } from '../problem.ts';
import { matchesEntityTag } from './entity-tag.ts';
import { onlyMethods } from './methods.ts';

export const presenceConfigurationOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/presence-configuration',
    summary: 'The effective configuration of the rep who calls, with all references resolved.',
    permission: 'omni-channel',
    headers: { 'If-None-Match': { what: 'The ETag of the version that the caller has.', required: false } },
    answers: {
      200: { what: 'The configuration.', schema: effectiveConfigurationSchema, headers: ['ETag'] },
      304: { what: 'The caller has the present version.', headers: ['ETag'] },
      403: problem('The token does not belong to an active rep with the Omni-Channel permission.'),
    },
  },
];

/** `/v1/presence-configuration`: the effective configuration of the rep who calls. */
export function presenceConfigurationRoutes(engine: Engine, verifier: TokenVerifier): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', requirePermission(verifier, 'omni-channel'), async (context) => {
      const found = await engine.effectiveConfiguration(context.var.holder.subject);
      if (!found)
        throw new ProblemError({
          status: 403,
          detail: 'This is not an active rep with the Omni-Channel permission.',
        });
      const entityTag = `"${found.version}"`;
      context.header('ETag', entityTag);
      context.header('Cache-Control', 'private, no-cache');
      context.header('Vary', 'Authorization');
      if (matchesEntityTag(context.req.header('If-None-Match'), entityTag)) return context.body(null, 304);
      return context.json(found.configuration);
    })
    .all(onlyMethods('GET'));
  return routes;
}
