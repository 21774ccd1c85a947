import { Hono } from 'hono';
import { sha256Schema } from '../../src/domain/values.ts';
import { check } from '../../src/domain/violations.ts';
import { requirePermission, type WithHolder } from '../auth/require-permission.ts';
import type { TokenVerifier } from '../auth/token-verifier.ts';
import type { Engine } from '../routing/engine/engine.ts';
import { problem, type Operation } from '../openapi/operation.ts';
import { ProblemError } from '../problem.ts';
import { matchesEntityTag } from './entity-tag.ts';
import { onlyMethods } from './methods.ts';

export const soundOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/sounds/{sha256}',
    summary: 'An uploaded sound. It is named by its content, so that it never changes.',
    permission: null,
    headers: { 'If-None-Match': { what: 'The ETag of the version that the caller has.', required: false } },
    answers: {
      200: { what: 'The file.', type: 'audio/*', headers: ['ETag'] },
      304: { what: 'The caller has the present version.', headers: ['ETag'] },
      404: problem('There is no such sound.'),
    },
  },
];

/** `/v1/sounds/{sha256}`: an uploaded sound. It is named by its content, so it never changes. */
export function soundRoutes(engine: Engine, verifier: TokenVerifier): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/:sha256', requirePermission(verifier, null), async (context) => {
      const named = check(sha256Schema, context.req.param('sha256'));
      const sound = named.ok ? await engine.sound(named.value) : null;
      if (!named.ok || !sound) throw new ProblemError({ status: 404, detail: 'There is no such sound.' });
      const entityTag = `"${named.value}"`;
      context.header('ETag', entityTag);
      context.header('Cache-Control', 'private, max-age=31536000, immutable');
      if (matchesEntityTag(context.req.header('If-None-Match'), entityTag)) return context.body(null, 304);
      return context.body(new Uint8Array(sound.bytes), 200, {
        'Content-Type': sound.contentType,
        'Content-Length': String(sound.bytes.byteLength),
      });
    })
    .all('/:sha256', onlyMethods('GET'));
  return routes;
}
