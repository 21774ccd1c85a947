import { Hono } from 'hono';
import { queueMembersSchema, type QueueMembers } from '../../../src/domain/setup/setup-api.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import { problem, type Operation } from '../../openapi/operation.ts';
import { unknown } from '../../setup/refusals.ts';
import type { Setup } from '../../setup/setup.ts';
import { onlyMethods } from '../methods.ts';
import { idIn } from './record-version.ts';

export const queueMemberOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/setup/queues/{id}/members',
    summary: 'The members of a queue, with their names. To change them, change the queue.',
    permission: 'customize-application',
    answers: {
      200: { what: 'Users, in the order of their names.', schema: queueMembersSchema },
      404: problem('There is no such queue.'),
    },
  },
];

/** `/v1/setup/queues/{id}/members`: the users behind the ids in the queue. */
export function queueMemberRoutes(membersOf: Setup['membersOf']): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/:id/members', async (context) => {
      const users = await membersOf(idIn(context, 'queue'));
      if (!users) throw unknown('queue');
      const answer: QueueMembers = { users };
      context.header('Cache-Control', 'private, no-cache');
      return context.json(answer);
    })
    .all('/:id/members', onlyMethods('GET'));
  return routes;
}
