import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Acw } from '../../../src/domain/work/acw.ts';
import {
  agentWorkStatusSchema,
  isOpen,
  type AgentWork,
  type AgentWorkStatus,
  type CancelReason,
} from '../../../src/domain/work/agent-work.ts';
import type {
  AlertReceipt,
  AlertReceiptKind,
  SoundObstacle,
} from '../../../src/domain/alerts/alert-receipt.ts';
import type { CapacityPool } from '../../../src/domain/work/capacity.ts';
import type { PresenceCause } from '../../../src/domain/configuration/presence-status.ts';
import type { RequestStamp } from '../../../src/domain/work/request-stamp.ts';
import type { NamedDestination } from '../../../src/domain/work/transfer.ts';
import type { WorkFlag } from '../../../src/domain/work/work-flag.ts';
import type { Labelled } from '../../../src/domain/values.ts';
import type { WorkItemStatus } from '../../../src/domain/work/work-item.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';
import { id, instant } from './columns.ts';
import { presenceStatuses, serviceChannels } from './configuration.ts';
import { profiles, users } from './people.ts';
import { queues } from './queues.ts';

/** Routing's own data: who is connected, what waits, who was offered what. */

/** The statuses of agent work that take capacity, as SQL. */
export const OPEN_STATUSES = agentWorkStatusSchema.options
  .filter(isOpen)
  .map((status) => `'${status}'`)
  .join(', ');
export const openStatuses = sql.raw(OPEN_STATUSES);

/** Server processes with their last sign of life. A process has a new id each time it starts. */
export const processes = pgTable('processes', {
  id: text('id').primaryKey(),
  aliveAt: instant('alive_at').notNull(),
});

/** One row, which counts how often work has been offered, so that several processes keep one order. */
export const routingTurn = pgTable('routing_turn', {
  one: integer('one').primaryKey().default(1),
  number: bigint('number', { mode: 'number' }).notNull().default(0),
});

/**
 * What routing knows about each user as a rep: presence, session, and the capacity that open works take. The lock on
 * this row guards all of it and the rep's agent works.
 */
export const reps = pgTable(
  'reps',
  {
    id: id()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Grows with every change that the rep's panel may show. */
    change: bigint('change', { mode: 'number' }).notNull().default(0),
    changedAt: instant('changed_at').notNull().default(0),

    statusId: id('status_id')
      .notNull()
      .references(() => presenceStatuses.id),
    statusSince: instant('status_since').notNull(),
    /** Chosen during wrap-up, to be set when it ends. */
    statusAfterAcwId: id('status_after_acw_id').references(() => presenceStatuses.id),
    /** Who chose that. */
    statusAfterAcwCause: text('status_after_acw_cause').$type<PresenceCause>(),
    statusCause: text('status_cause').$type<PresenceCause>().notNull(),

    /** The rep's current session; all of these are `null` without one. */
    sessionId: text('session_id'),
    socketId: text('socket_id'),
    processId: text('process_id'),
    connectedAt: instant('connected_at'),
    /** Since when that browser has been disconnected; `null` while it is connected. */
    disconnectedAt: instant('disconnected_at'),
    graceEndsAt: instant('grace_ends_at'),

    /** Sums over the rep's open works, recomputed by each transaction that touches one. */
    openWorks: integer('open_works').notNull().default(0),
    wrappingUp: boolean('wrapping_up').notNull().default(false),
    ringing: integer('ringing').notNull().default(0),
    primaryUsed: numeric('primary_used', { precision: 12, scale: 2, mode: 'number' }).notNull().default(0),
    interruptibleUsed: numeric('interruptible_used', { precision: 12, scale: 2, mode: 'number' })
      .notNull()
      .default(0),
    lastOfferAt: instant('last_offer_at'),
    /** Until when an outbound conversation keeps offers away; `null`: there is none. */
    outboundEndsAt: instant('outbound_ends_at'),
  },
  (table) => [
    index('reps_status').on(table.statusId),
    index('reps_process')
      .on(table.processId)
      .where(sql`process_id is not null`),
    index('reps_grace')
      .on(table.graceEndsAt)
      .where(sql`grace_ends_at is not null`),
    index('reps_outbound')
      .on(table.outboundEndsAt)
      .where(sql`outbound_ends_at is not null`),
  ],
);

export const workItems = pgTable(
  'work_items',
  {
    id: id().primaryKey(),
    /** Breaks ties between items of the same millisecond. */
    number: bigserial('number', { mode: 'number' }).notNull(),
    source: text('source').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** Distinguishes a repeated creation from a reused key. */
    contentHash: text('content_hash').notNull(),
    channelId: id('channel_id')
      .notNull()
      .references(() => serviceChannels.id),
    queueId: id('queue_id')
      .notNull()
      .references(() => queues.id),
    requiredRepId: id('required_rep_id').references(() => users.id),
    /** Transferred to the reps of this profile, instead of the members of its queue. */
    profileId: id('profile_id').references(() => profiles.id, { onDelete: 'set null' }),
    /** The item whose conversation several reps are in, or are invited to: its own id, or that of the first item. */
    conferenceId: id('conference_id'),
    /** The destination of an invitation; `null` if it is not one. */
    invitedTo: jsonb('invited_to').$type<NamedDestination>(),
    subject: text('subject').notNull(),
    customerName: text('customer_name').notNull(),
    highlights: jsonb('highlights').$type<AgentWork['highlights']>().notNull(),
    recordId: text('record_id').notNull(),
    status: text('status').$type<WorkItemStatus>().notNull(),
    /** Who has it, and by which agent work; `null` while it waits. */
    repId: id('rep_id').references(() => users.id),
    agentWorkId: id('agent_work_id'),
    /** Its age, which no decline and no push time-out changes. */
    createdAt: instant('created_at').notNull(),
    customerLeftAt: instant('customer_left_at'),
    settledAt: instant('settled_at'),
  },
  (table) => [
    uniqueIndex('work_items_key').on(table.source, table.idempotencyKey),
    index('work_items_waiting')
      .on(table.queueId, table.channelId, sql`coalesce(profile_id, '')`, table.createdAt, table.number)
      .where(sql`status = 'waiting' and required_rep_id is null`),
    index('work_items_waiting_for_rep')
      .on(table.requiredRepId)
      .where(sql`status = 'waiting' and required_rep_id is not null`),
    index('work_items_conference')
      .on(table.conferenceId)
      .where(sql`conference_id is not null`),
    index('work_items_profile')
      .on(table.profileId)
      .where(sql`profile_id is not null`),
  ],
);

export const agentWorks = pgTable(
  'agent_works',
  {
    id: id().primaryKey(),
    workItemId: id('work_item_id')
      .notNull()
      .references(() => workItems.id),
    repId: id('rep_id')
      .notNull()
      .references(() => users.id),
    status: text('status').$type<AgentWorkStatus>().notNull(),
    offeredAt: instant('offered_at').notNull(),
    /** When a panel confirmed that it shows the request. */
    deliveredAt: instant('delivered_at'),
    openedAt: instant('opened_at'),
    openedBy: text('opened_by').$type<NonNullable<AgentWork['openedBy']>>(),
    settledAt: instant('settled_at'),
    cancelReason: text('cancel_reason').$type<CancelReason>(),
    customerLeftAt: instant('customer_left_at'),
    declineReason: jsonb('decline_reason').$type<Labelled>(),
    statusUpdate: jsonb('status_update').$type<Labelled>(),
    transferredTo: jsonb('transferred_to').$type<NamedDestination>(),
    /** The latest change of the flag. */
    flag: jsonb('flag').$type<WorkFlag>(),
    stamp: jsonb('stamp').$type<RequestStamp>().notNull(),
    /** The parts of the terms, which never change, that sums and timers need. */
    size: numeric('size', { precision: 9, scale: 2, mode: 'number' }).notNull(),
    pool: text('pool').$type<CapacityPool>().notNull(),
    deadline: instant('deadline'),
    /** The wrap-up countdown while it runs, and its end as a separate column for the timers. */
    acw: jsonb('acw').$type<Acw>(),
    acwEndsAt: instant('acw_ends_at'),
  },
  (table) => [
    index('agent_works_open')
      .on(table.repId)
      .where(sql`status in (${openStatuses})`),
    index('agent_works_settled')
      .on(table.repId, table.settledAt)
      .where(sql`settled_at is not null`),
    index('agent_works_offered').on(table.repId, table.offeredAt, table.id),
    index('agent_works_deadline')
      .on(table.deadline)
      .where(sql`status = 'assigned' and deadline is not null`),
    index('agent_works_acw')
      .on(table.acwEndsAt)
      .where(sql`acw_ends_at is not null`),
    index('agent_works_item').on(table.workItemId),
  ],
);

/** What panels observed about requests: the first receipt of each kind. */
export const alertReceipts = pgTable(
  'alert_receipts',
  {
    agentWorkId: id('agent_work_id')
      .notNull()
      .references(() => agentWorks.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<AlertReceiptKind>().notNull(),
    /** As measured by the panel, but never before the offer nor after it was received. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull(),
    visibility: text('visibility').$type<AlertReceipt['visibility']>().notNull(),
    reason: text('reason').$type<SoundObstacle>(),
    detail: text('detail'),
  },
  (table) => [
    primaryKey({ columns: [table.agentWorkId, table.kind] }),
    index('alert_receipts_received').on(table.receivedAt),
  ],
);

/** Reps who declined or missed items that still wait: they are not offered them again for now. */
export const exclusions = pgTable(
  'exclusions',
  {
    workItemId: id('work_item_id')
      .notNull()
      .references(() => workItems.id, { onDelete: 'cascade' }),
    repId: id('rep_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Grows: the latest has the highest. */
    number: bigserial('number', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workItemId, table.repId] }),
    index('exclusions_rep').on(table.repId),
  ],
);

/** The outcome of each command, so that a repeated one has no second effect. */
export const commandRecords = pgTable(
  'command_records',
  {
    repId: id('rep_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    commandId: text('command_id').notNull(),
    outcome: jsonb('outcome').$type<CommandOutcome>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.repId, table.commandId] }),
    index('command_records_at').on(table.at),
  ],
);
