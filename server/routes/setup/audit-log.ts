import { Hono } from 'hono';
import * as v from 'valibot';
import { message } from '../../../src/domain/rule-messages.ts';
import * as rules from '../../../src/domain/rules.ts';
import {
  auditActions,
  auditEntrySchema,
  pageSchema,
  type AuditEntry,
} from '../../../src/domain/setup/setup-api.ts';
import { idSchema } from '../../../src/domain/values.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import { problem, type Operation } from '../../openapi/operation.ts';
import type { Setup } from '../../setup/setup.ts';
import { onlyMethods } from '../methods.ts';
import {
  cursorOf,
  cursorSchema,
  isoInstant,
  limitSchema,
  parameterMessage,
  readQuery,
  searchSchema,
  type Page,
} from './paging.ts';

const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const auditQuery = v.strictObject(
  {
    resource: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/, message(rules.resourceName)))),
    record: v.optional(idSchema),
    action: v.optional(
      v.picklist(auditActions, message(rules.oneOf, 'Action', `one of ${auditActions.join(', ')}`)),
    ),
    search: searchSchema,
    from: v.optional(isoInstant('From')),
    to: v.optional(isoInstant('To')),
    limit: limitSchema,
    cursor: v.optional(cursorSchema(place)),
  },
  parameterMessage(),
);

export const auditLogOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/setup/audit-log',
    summary: 'Who changed what in Setup, and when, latest first.',
    permission: 'customize-application',
    query: auditQuery,
    answers: {
      200: { what: 'One page.', schema: pageSchema(auditEntrySchema) },
      400: problem('The query breaks rules.'),
    },
  },
];

/** `/v1/setup/audit-log`: who changed what, and when. */
export function auditLogRoutes(auditLog: Setup['auditLog']): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', async (context) => {
      const {
        resource = null,
        record = null,
        action = null,
        search,
        from = null,
        to = null,
        limit,
        cursor = null,
      } = readQuery(context, auditQuery);
      const { items, next } = await auditLog({
        resource,
        record,
        action,
        search,
        from,
        to,
        limit,
        before: cursor,
      });
      const page: Page<AuditEntry> = { items, next: next === null ? null : cursorOf(next) };
      return context.json(page);
    })
    .all('/', onlyMethods('GET'));
  return routes;
}
