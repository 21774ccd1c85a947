import { Hono } from 'hono';
import * as v from 'valibot';
import { idSchema, instantSchema } from '../../src/domain/values.ts';
import { check } from '../../src/domain/violations.ts';
import {
  idempotencyKeySchema,
  newWorkItemSchema,
  workItemStatuses,
} from '../../src/domain/work/work-item.ts';
import { requirePermission, type WithHolder } from '../auth/require-permission.ts';
import type { TokenVerifier } from '../auth/token-verifier.ts';
import type { Engine, WorkItemView } from '../routing/engine/engine.ts';
import { problem, type Operation } from '../openapi/operation.ts';
import { ProblemError } from '../problem.ts';
import { onlyMethods } from './methods.ts';
import { limitBody, readJson } from './read-json.ts';

const workItemViewSchema: v.GenericSchema<WorkItemView> = v.object({
  id: idSchema,
  status: v.picklist(workItemStatuses),
  channel: v.string(),
  queue: v.string(),
  subject: v.string(),
  customerName: v.string(),
  recordId: v.string(),
  createdAt: instantSchema,
  customerLeftAt: v.nullable(instantSchema),
  repId: v.nullable(idSchema),
});
const workItemAnswer = (what: string) => ({ what, schema: workItemViewSchema });

export const workItemOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/work-items',
    summary: 'Creates a work item, once for each key.',
    permission: 'work-source',
    headers: { 'Idempotency-Key': { what: 'Chosen by the work source, one per item.', required: true } },
    body: { schema: newWorkItemSchema },
    answers: {
      200: workItemAnswer('The item that an earlier call with this key and content created.'),
      201: { ...workItemAnswer('The new item.'), headers: ['Location'] },
      409: problem('The key was used before, with different content.'),
      422: problem('The item breaks rules.'),
    },
  },
  {
    method: 'get',
    path: '/v1/work-items/{id}',
    summary: 'Returns a work item and its status.',
    permission: 'work-source',
    answers: { 200: workItemAnswer('The item.'), 404: problem('There is no item with this id.') },
  },
  {
    method: 'post',
    path: '/v1/work-items/{id}/customer-left',
    summary: 'Reports that the customer left. Idempotent.',
    permission: 'work-source',
    answers: { 200: workItemAnswer('The item.'), 404: problem('There is no item with this id.') },
  },
];

/** `/v1/work-items`: for work sources. */
export function workItemRoutes(engine: Engine, verifier: TokenVerifier): Hono<WithHolder> {
  const workSource = requirePermission(verifier, 'work-source');
  const routes = new Hono<WithHolder>();
  routes
    .post('/', workSource, limitBody, async (context) => {
      const key = check(idempotencyKeySchema, context.req.header('Idempotency-Key'));
      if (!key.ok)
        throw new ProblemError({ status: 400, detail: key.violations.map(({ detail }) => detail).join(' ') });
      const item = check(newWorkItemSchema, await readJson(context));
      if (!item.ok) throw invalid(item.violations);
      const creation = await engine.createWorkItem(context.var.holder.subject, key.value, item.value);
      switch (creation.kind) {
        case 'created':
          return context.json(creation.workItem, 201, { Location: `/v1/work-items/${creation.workItem.id}` });
        case 'repeated':
          return context.json(creation.workItem);
        case 'invalid':
          throw invalid(creation.violations);
        case 'keyReused':
          throw new ProblemError({
            status: 409,
            detail: 'This Idempotency-Key was used for another work item.',
          });
      }
    })
    .all('/', onlyMethods('POST'))
    .get('/:id', workSource, async (context) =>
      context.json(await found(context.req.param('id'), (id) => engine.workItem(id))),
    )
    .all('/:id', onlyMethods('GET'))
    .post('/:id/customer-left', workSource, async (context) =>
      context.json(await found(context.req.param('id'), (id) => engine.customerLeft(id))),
    )
    .all('/:id/customer-left', onlyMethods('POST'));
  return routes;
}

async function found(id: string, find: (id: string) => Promise<WorkItemView | null>): Promise<WorkItemView> {
  const workItem = check(idSchema, id).ok ? await find(id) : null;
  if (!workItem) throw new ProblemError({ status: 404, detail: 'There is no such work item.' });
  return workItem;
}

function invalid(errors: NonNullable<ProblemError['problem']['errors']>): ProblemError {
  return new ProblemError({ status: 422, detail: 'The work item breaks some rules.', errors });
}
