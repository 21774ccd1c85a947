import { Hono } from 'hono';
import { userConfigurationSchema, type UserConfiguration } from '../../../src/domain/setup/setup-api.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import type { Engine } from '../../routing/engine/engine.ts';
import { problem, type Operation } from '../../openapi/operation.ts';
import { unknown } from '../../setup/refusals.ts';
import type { Setup } from '../../setup/setup.ts';
import { onlyMethods } from '../methods.ts';
import { idIn } from './record-version.ts';

export const userConfigurationOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/setup/users/{id}/effective-configuration',
    summary: "A user's effective configuration, as their panel gets it, and the assignments that lead to it.",
    permission: 'customize-application',
    answers: {
      200: { what: 'The configuration and how the user comes to it.', schema: userConfigurationSchema },
      404: problem('There is no such user.'),
    },
  },
];

/** `/v1/setup/users/{id}/effective-configuration`: a rep's effective configuration, and why. */
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
