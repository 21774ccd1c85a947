import { Hono } from 'hono';
import * as v from 'valibot';
import * as rules from '../../../src/domain/rules.ts';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import { agentWorkSchema } from '../../../src/domain/work/agent-work.ts';
import { alertReceiptSchema } from '../../../src/domain/alerts/alert-receipt.ts';
import { pageSchema } from '../../../src/domain/setup/setup-api.ts';
import { idSchema, instantSchema } from '../../../src/domain/values.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import type { Engine, ExplainedAlert } from '../../routing/engine/engine.ts';
import { problem, type Operation } from '../../openapi/operation.ts';
import { onlyMethods } from '../methods.ts';
import {
  cursorOf,
  cursorSchema,
  limitSchema,
  isoInstant,
  parameterMessage,
  readQuery,
  type Page,
} from './paging.ts';

const DAY: Milliseconds = 24 * 3_600_000;
const MAX_RANGE = 31;

const querySchema = v.strictObject(
  {
    rep: idSchema,
    from: v.optional(isoInstant('From')),
    to: v.optional(isoInstant('To')),
    limit: limitSchema,
    cursor: v.optional(cursorSchema(v.strictObject({ offeredAt: instantSchema, id: idSchema }))),
  },
  parameterMessage('Rep'),
);

const explainedAlertSchema = v.object({
  ...v.pick(agentWorkSchema, [
    ...(['workItemId', 'subject', 'queue', 'status', 'cancelReason'] as const),
    ...(['openedBy', 'offeredAt', 'openedAt', 'settledAt', 'flag'] as const),
  ]).entries,
  agentWorkId: idSchema,
  receipts: v.array(
    v.object({ ...v.omit(alertReceiptSchema, ['agentWorkId']).entries, receivedAt: instantSchema }),
  ),
  explanation: v.string(),
});

export const alertReceiptOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/setup/alert-receipts',
    summary: 'How requests of a rep were answered, or why they were missed, latest first.',
    permission: 'customize-application',
    query: querySchema,
    answers: {
      200: { what: 'One page.', schema: pageSchema(explainedAlertSchema) },
      400: problem('The query breaks rules.'),
    },
  },
];

/** `/v1/setup/alert-receipts`: how a rep's requests were answered, or why they were missed. */
export function alertReceiptRoutes(engine: Engine, now: () => Instant): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', async (context) => {
      const query = readQuery(context, querySchema, (given) => {
        const { from, to } = rangeOf(given, now());
        if (from >= to) return [{ pointer: '/from', ...rules.fromBeforeTo() }];
        if (to - from > MAX_RANGE * DAY) return [{ pointer: '/from', ...rules.maxDays(MAX_RANGE) }];
        return [];
      });
      const { rep, limit, cursor = null } = query;
      const { items, next } = await engine.alertReceipts({
        repId: rep,
        ...rangeOf(query, now()),
        limit,
        before: cursor,
      });
      const page: Page<ExplainedAlert> = { items, next: next && cursorOf(next) };
      return context.json(page);
    })
    .all(onlyMethods('GET'));
  return routes;
}

/** Defaults to the last day. */
function rangeOf(
  { from, to }: { readonly from?: Instant | undefined; readonly to?: Instant | undefined },
  now: Instant,
): { from: Instant; to: Instant } {
  const end = to ?? (from === undefined ? now : from + DAY);
  return { from: from ?? end - DAY, to: end };
}
