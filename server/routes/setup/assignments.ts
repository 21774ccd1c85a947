import { Hono } from 'hono';
import {
  assignedSchema,
  assignmentChangeSchema,
  assignmentsSchema,
} from '../../../src/domain/setup/setup-api.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import { problem, staleProblem, type Operation } from '../../openapi/operation.ts';
import { unknown } from '../../setup/refusals.ts';
import type { AssignmentStore } from '../../setup/setup.ts';
import { entityTagOf } from '../../setup/stored-records.ts';
import { onlyMethods } from '../methods.ts';
import { limitBodyTo, readJson } from '../read-json.ts';
import { idIn, knownVersion } from './record-version.ts';

/** In kB: enough for tens of thousands of ids. */
const MAX_LIST_SIZE = 4096;

const changeAnswer = { what: 'Who was moved, and from where to where.', schema: assignmentChangeSchema };

export const assignmentOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/setup/presence-configurations/{id}/assignments',
    summary: 'Who is assigned to a presence configuration.',
    permission: 'customize-application',
    answers: {
      200: {
        what: 'Users and profiles, in the order of their names.',
        schema: assignedSchema,
        headers: ['ETag'],
      },
      404: problem('There is no such presence configuration.'),
    },
  },
  {
    method: 'put',
    path: '/v1/setup/presence-configurations/{id}/assignments',
    summary: 'Assigns these people and nobody else, in one transaction; those assigned elsewhere are moved.',
    description:
      'Users have to be active and have the Omni-Channel permission, unless they are assigned there already.',
    permission: 'customize-application',
    headers: {
      'If-Match': {
        what: 'The ETag of the list as the caller knows it; not needed if nobody is assigned.',
        required: false,
      },
    },
    body: { schema: assignmentsSchema },
    answers: {
      200: changeAnswer,
      404: problem('There is no such presence configuration.'),
      412: staleProblem,
      422: problem('Somebody cannot be assigned.'),
      428: problem('If-Match is missing.'),
    },
  },
  {
    method: 'post',
    path: '/v1/setup/assignment-changes/{id}/undo',
    summary: 'Puts back everybody whom a change moved, once.',
    permission: 'customize-application',
    answers: {
      200: changeAnswer,
      404: problem('There is no such change.'),
      409: problem('It was undone already, somebody has been moved again since, or something was deleted.'),
    },
  },
];

/** `/v1/setup/presence-configurations/{id}/assignments`: who is assigned to it. */
export function assignmentRoutes(assignments: AssignmentStore): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/:id/assignments', async (context) => {
      const found = await assignments.assigned(idIn(context, 'presence configuration'));
      if (!found) throw unknown('presence configuration');
      context.header('ETag', entityTagOf(found.version));
      context.header('Cache-Control', 'private, no-cache');
      return context.json(found.assigned);
    })
    .put('/:id/assignments', limitBodyTo(MAX_LIST_SIZE), async (context) => {
      const id = idIn(context, 'presence configuration');
      const { subject } = context.var.holder;
      return context.json(
        await assignments.replace(subject, id, knownVersion(context), await readJson(context)),
      );
    })
    .all('/:id/assignments', onlyMethods('GET', 'PUT'));
  return routes;
}

/** `/v1/setup/assignment-changes/{id}/undo`: undoes a change of assignments. */
export function assignmentChangeRoutes(assignments: AssignmentStore): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .post('/:id/undo', async (context) =>
      context.json(
        await assignments.undo(context.var.holder.subject, idIn(context, 'change of assignments')),
      ),
    )
    .all('/:id/undo', onlyMethods('POST'));
  return routes;
}
