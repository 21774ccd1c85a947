import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, version } from './columns.ts';
import { routingConfigurations } from './configuration.ts';
import { users } from './people.ts';

/** Where work waits. Part of the configuration, with the same revision. */
export const queues = pgTable(
  'queues',
  {
    id: id().primaryKey(),
    version: version(),
    name: text('name').notNull(),
    developerName: text('developer_name').notNull(),
    routingConfigurationId: id('routing_configuration_id')
      .notNull()
      .references(() => routingConfigurations.id),
  },
  (table) => [
    uniqueIndex('queues_developer_name').on(sql`lower(${table.developerName})`),
    index('queues_routing_configuration').on(table.routingConfigurationId),
  ],
);

export const queueMembers = pgTable(
  'queue_members',
  {
    queueId: id('queue_id')
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
    repId: id('rep_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.queueId, table.repId] }),
    index('queue_members_rep').on(table.repId),
  ],
);

/** Named routes for messaging work: work that is transferred to a flow goes to its queue. */
export const flows = pgTable(
  'flows',
  {
    id: id().primaryKey(),
    version: version(),
    name: text('name').notNull(),
    queueId: id('queue_id')
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
  },
  (table) => [index('flows_queue').on(table.queueId)],
);
