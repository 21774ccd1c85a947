import { Hono } from 'hono';
import type { WithHolder } from '../../auth/require-permission.ts';
import { unknown } from '../../setup/refusals.ts';
import type { AssignmentStore } from '../../setup/setup.ts';
import { entityTagOf } from '../../setup/stored-records.ts';
import { onlyMethods } from '../methods.ts';
import { limitBodyTo, readJson } from '../read-json.ts';
import { idIn, knownVersion } from './record-version.ts';

/** Ten thousands of people, by their ids. */
const LARGEST_LIST = 4096;

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
    .put('/:id/assignments', limitBodyTo(LARGEST_LIST), async (context) => {
      const id = idIn(context, 'presence configuration');
      const { subject } = context.var.holder;
      return context.json(
        await assignments.replace(subject, id, knownVersion(context), await readJson(context)),
      );
    })
    .all('/:id/assignments', onlyMethods('GET', 'PUT'));
  return routes;
}

/** `/v1/setup/assignment-changes/{id}/undo`: puts back whom a change moved. */
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
