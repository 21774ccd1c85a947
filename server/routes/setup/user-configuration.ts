import { Hono } from 'hono';
import type { UserConfiguration } from '../../../src/domain/setup-api.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import type { Engine } from '../../engine.ts';
import { unknown } from '../../setup/refusals.ts';
import type { Setup } from '../../setup/setup.ts';
import { onlyMethods } from '../methods.ts';
import { idIn } from './record-version.ts';

/** `/v1/setup/users/{id}/effective-configuration`: what holds for a rep, and why. */
export function userConfigurationRoutes(
  engine: Pick<Engine, 'effectiveConfiguration'>,
  pathOf: Setup['pathOf'],
): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/:id/effective-configuration', async (context) => {
      const id = idIn(context, 'user');
      const path = await pathOf(id);
      if (!path) throw unknown('user');
      const found = await engine.effectiveConfiguration(id);
      const answer: UserConfiguration = { configuration: found?.configuration ?? null, path };
      return context.json(answer);
    })
    .all('/:id/effective-configuration', onlyMethods('GET'));
  return routes;
}
