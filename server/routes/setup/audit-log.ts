import { Hono } from 'hono';
import * as v from 'valibot';
import type { AuditEntry } from '../../../src/domain/setup-api.ts';
import { idSchema } from '../../../src/domain/values.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import type { Setup } from '../../setup/setup.ts';
import { onlyMethods } from '../methods.ts';
import {
  cursorOf,
  cursorSchema,
  isoInstant,
  limitSchema,
  noSuchParameter,
  readQuery,
  type Page,
} from './paging.ts';

const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const auditQuery = v.strictObject(
  {
    resource: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/, 'Resource must be the name of one.'))),
    record: v.optional(idSchema),
    from: v.optional(isoInstant('From')),
    to: v.optional(isoInstant('To')),
    limit: limitSchema,
    cursor: v.optional(cursorSchema(place)),
  },
  noSuchParameter(),
);

/** `/v1/setup/audit-log`: who changed what, and when. */
export function auditLogRoutes(auditLog: Setup['auditLog']): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', async (context) => {
      const {
        resource = null,
        record = null,
        from = null,
        to = null,
        limit,
        cursor = null,
      } = readQuery(context, auditQuery);
      const { items, next } = await auditLog({ resource, record, from, to, limit, before: cursor });
      const page: Page<AuditEntry> = { items, next: next === null ? null : cursorOf(next) };
      return context.json(page);
    })
    .all('/', onlyMethods('GET'));
  return routes;
}
