import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { AgentAlias } from '../../../src/domain/configuration/agent-alias.ts';
import type { SoundFormat } from '../../../src/domain/configuration/effective-configuration.ts';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { PresenceKind } from '../../../src/domain/configuration/presence-status.ts';
import type { RoutingConfiguration } from '../../../src/domain/configuration/routing-configuration.ts';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import { bytes, id, instant, version } from './columns.ts';

/** The records that administrators edit. Every change of one raises `configuration_revision` in its transaction. */

/** One row: processes cache the configuration until this number changes. */
export const configurationRevision = pgTable('configuration_revision', {
  one: integer('one').primaryKey().default(1),
  revision: bigint('revision', { mode: 'number' }).notNull().default(1),
});

/** Custom sounds, stored once by the hash of their bytes. */
export const sounds = pgTable('sounds', {
  sha256: text('sha256').primaryKey(),
  name: text('name').notNull(),
  bytes: bytes('bytes').notNull(),
  format: text('format').$type<SoundFormat>().notNull(),
  /** In seconds, measured by decoding. */
  lengthSeconds: doublePrecision('length_seconds').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const serviceChannels = pgTable(
  'service_channels',
  {
    id: id().primaryKey(),
    version: version(),
    name: text('name').notNull(),
    developerName: text('developer_name').notNull(),
    type: text('type').$type<ChannelType>().notNull(),
    interruptible: boolean('interruptible').notNull(),
    automaticallyAccept: boolean('automatically_accept').notNull(),
    stopSoundWhenCustomerLeaves: boolean('stop_sound_when_customer_leaves').notNull(),
    sound: text('sound').references(() => sounds.sha256),
    /** The default sound is the override; `sound` is `null` then. */
    soundIsDefault: boolean('sound_is_default').notNull().default(false),
    soundLengthSeconds: integer('sound_length_seconds'),
    /** The override of wrap-up; `null`: none. */
    giveAcw: boolean('give_acw'),
    acwDurationSeconds: integer('acw_duration_seconds'),
    letRepsExtendAcw: boolean('let_reps_extend_acw').notNull().default(false),
    acwExtensionSeconds: integer('acw_extension_seconds'),
    acwMaxExtensions: integer('acw_max_extensions'),
  },
  (table) => [
    uniqueIndex('service_channels_developer_name').on(sql`lower(${table.developerName})`),
    index('service_channels_sound').on(table.sound),
    check('service_channels_one_sound', sql`not (${table.soundIsDefault} and ${table.sound} is not null)`),
  ],
);

export const presenceStatuses = pgTable(
  'presence_statuses',
  {
    id: id().primaryKey(),
    version: version(),
    name: text('name').notNull(),
    developerName: text('developer_name').notNull(),
    kind: text('kind').$type<PresenceKind>().notNull(),
  },
  (table) => [uniqueIndex('presence_statuses_developer_name').on(sql`lower(${table.developerName})`)],
);

/** The channels that an online status is online for. */
export const presenceStatusChannels = pgTable(
  'presence_status_channels',
  {
    statusId: id('status_id')
      .notNull()
      .references(() => presenceStatuses.id, { onDelete: 'cascade' }),
    channelId: id('channel_id')
      .notNull()
      .references(() => serviceChannels.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.statusId, table.channelId] })],
);

/** Retired, never deleted: settled work still refers to them. */
export const declineReasons = pgTable(
  'decline_reasons',
  {
    id: id().primaryKey(),
    version: version(),
    label: text('label').notNull(),
    developerName: text('developer_name').notNull(),
    retired: boolean('retired').notNull().default(false),
  },
  (table) => [uniqueIndex('decline_reasons_developer_name').on(sql`lower(${table.developerName})`)],
);

export const presenceConfigurations = pgTable(
  'presence_configurations',
  {
    id: id().primaryKey(),
    version: version(),
    /** The one that applies to everybody without an assignment. */
    isDefault: boolean('is_default').notNull().default(false),
    /** `null`: not since it was created with the database. */
    changedAt: instant('changed_at'),
    name: text('name').notNull(),
    developerName: text('developer_name').notNull(),
    capacity: integer('capacity').notNull(),
    interruptibleCapacity: integer('interruptible_capacity'),
    maxNewOffers: integer('max_new_offers'),
    automaticallyAccept: boolean('automatically_accept').notNull(),
    allowDecline: boolean('allow_decline').notNull(),
    statusOnDeclineId: id('status_on_decline_id').references(() => presenceStatuses.id),
    allowDeclineReason: boolean('allow_decline_reason').notNull(),
    statusOnPushTimeoutId: id('status_on_push_timeout_id').references(() => presenceStatuses.id),
    playRequestSound: boolean('play_request_sound').notNull(),
    notificationSound: text('notification_sound').references(() => sounds.sha256),
    soundLengthSeconds: integer('sound_length_seconds').notNull(),
    playConnectionLossSound: boolean('play_connection_loss_sound').notNull(),
    giveAcw: boolean('give_acw').notNull(),
    acwDurationSeconds: integer('acw_duration_seconds'),
    letRepsExtendAcw: boolean('let_reps_extend_acw').notNull(),
    acwExtensionSeconds: integer('acw_extension_seconds'),
    acwMaxExtensions: integer('acw_max_extensions'),
    agentAlias: jsonb('agent_alias').$type<AgentAlias>(),
    transferDestinations: jsonb('transfer_destinations')
      .$type<PresenceConfiguration['transferDestinations']>()
      .notNull(),
  },
  (table) => [
    uniqueIndex('presence_configurations_developer_name').on(sql`lower(${table.developerName})`),
    uniqueIndex('presence_configurations_default')
      .on(table.isDefault)
      .where(sql`is_default`),
    check(
      'presence_configurations_answer_once',
      sql`not (${table.automaticallyAccept} and ${table.allowDecline})`,
    ),
  ],
);

/** The reasons that a presence configuration offers, in order. */
export const selectedDeclineReasons = pgTable(
  'selected_decline_reasons',
  {
    configurationId: id('configuration_id')
      .notNull()
      .references(() => presenceConfigurations.id, { onDelete: 'cascade' }),
    reasonId: id('reason_id')
      .notNull()
      .references(() => declineReasons.id),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.configurationId, table.reasonId] })],
);

export const routingConfigurations = pgTable(
  'routing_configurations',
  {
    id: id().primaryKey(),
    version: version(),
    name: text('name').notNull(),
    developerName: text('developer_name').notNull(),
    priority: integer('priority').notNull(),
    weightUnits: numeric('weight_units', { precision: 7, scale: 2, mode: 'number' }),
    weightPercentage: numeric('weight_percentage', { precision: 5, scale: 2, mode: 'number' }),
    capacityType: text('capacity_type').$type<RoutingConfiguration['capacityType']>().notNull(),
    pushTimeoutSeconds: integer('push_timeout_seconds'),
    model: text('model').$type<RoutingConfiguration['model']>().notNull(),
  },
  (table) => [
    uniqueIndex('routing_configurations_developer_name').on(sql`lower(${table.developerName})`),
    check(
      'routing_configurations_one_weight',
      sql`(${table.weightUnits} is null) <> (${table.weightPercentage} is null)`,
    ),
  ],
);
