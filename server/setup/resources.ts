import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import {
  OFFLINE_STATUS_ID,
  type PresenceStatusFields,
} from '../../src/domain/configuration/presence-status.ts';
import type { PresenceConfiguration } from '../../src/domain/configuration/presence-configuration.ts';
import { offlineIsBuiltIn } from '../../src/domain/rules.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Violation } from '../../src/domain/violations.ts';
import type { Queries } from '../database/database.ts';
import { declineReasonKind } from '../database/records/decline-reasons.ts';
import { flowKind } from '../database/records/flows.ts';
import { insertRep, profileKind, userKind } from '../database/records/people.ts';
import { presenceConfigurationKind, somePushTimeout } from '../database/records/presence-configurations.ts';
import { presenceStatusKind } from '../database/records/presence-statuses.ts';
import { queueKind } from '../database/records/queues.ts';
import type { RecordKind, StoredRecord } from '../database/records/record-kind.ts';
import { routingConfigurationKind } from '../database/records/routing-configurations.ts';
import { serviceChannelKind } from '../database/records/service-channels.ts';
import { presenceConfigurations } from '../database/schema/configuration.ts';
import { profiles, users } from '../database/schema/people.ts';
import { enumerated, notPossible } from './refusals.ts';
import { configurationRows, profileRows, userRows } from './rows.ts';
import { timeoutStatusesSet } from './uses.ts';

/** An order for a list, in addition to that by name. */
export interface SortKey {
  readonly key: SQL;
  readonly descending: boolean;
}

/** How the API presents the records of one kind: everything in which resources differ. */
export interface SetupResourceOf<Fields extends object = object> {
  readonly kind: RecordKind<Fields>;
  /** A record on the wire; by default its id and its fields. */
  readonly view?: (record: StoredRecord<Fields>) => object;
  /** The rows of a list, if they are not whole records. */
  readonly rows?: (queries: Queries, ids: readonly Id[]) => Promise<{ readonly id: Id }[]>;
  readonly sorts?: Readonly<Record<string, SortKey>>;
  readonly filters?: Readonly<Record<string, SQL | undefined>>;
  /** Rules that apply to administrators only. */
  readonly rules?: (input: unknown) => Violation[];
  /** Throws a problem if this record cannot be changed or deleted. */
  readonly guard?: (record: StoredRecord<Fields>, after: 'changed' | 'deleted') => void;
  /** Throws a problem if a change, or the record that is to be deleted, takes away what other records need. */
  readonly settled?: (queries: Queries, without?: Id) => Promise<void>;
  /** Further columns that each change writes. */
  readonly stamps?: (now: Instant) => object;
  /** Adds what a new record needs in other tables. */
  readonly added?: (tx: Queries, id: Id, now: Instant) => Promise<void>;
}

const presenceConfigurationResource: SetupResourceOf<PresenceConfiguration> = {
  kind: presenceConfigurationKind,
  view: ({ id, row, fields }) => ({ id, isDefault: row.isDefault === true, configuration: fields }),
  rows: (queries, ids) => configurationRows(queries, inArray(presenceConfigurations.id, [...ids])),
  sorts: { changed: { key: sql`coalesce(${presenceConfigurations.changedAt}, 0)`, descending: true } },
  guard({ row }, after) {
    if (after === 'deleted' && row.isDefault === true)
      throw notPossible(
        'The Default Presence Configuration cannot be deleted: it applies to everybody not assigned elsewhere.',
      );
  },
  stamps: (now) => ({ changedAt: now }),
};

const presenceStatusResource: SetupResourceOf<PresenceStatusFields> = {
  kind: presenceStatusKind,
  rules: (input) =>
    v.is(v.looseObject({ kind: v.literal('offline') }), input)
      ? [{ pointer: '/kind', ...offlineIsBuiltIn() }]
      : [],
  guard({ id }, after) {
    if (id === OFFLINE_STATUS_ID) throw notPossible(`Offline is built in; it cannot be ${after}.`);
  },
};

/** The resources with their paths below `/v1/setup`. */
export const setupResources = {
  'presence-configurations': presenceConfigurationResource,
  'service-channels': { kind: serviceChannelKind },
  'routing-configurations': {
    kind: routingConfigurationKind,
    // Presence configurations must stay valid, so what their rules need must not be removed.
    async settled(queries: Queries, without?: Id) {
      if (await somePushTimeout(queries, without)) return;
      const { usedBy, total } = await timeoutStatusesSet(queries, '');
      if (total === 0) return;
      const names = enumerated(
        usedBy.map(({ name }) => name),
        total,
      );
      throw notPossible(`This is the last push time-out, and a status on push time-out is set by ${names}.`, {
        usedBy,
      });
    },
  },
  queues: { kind: queueKind },
  flows: { kind: flowKind },
  'presence-statuses': presenceStatusResource,
  'decline-reasons': {
    kind: declineReasonKind,
    guard(_: unknown, after: 'changed' | 'deleted') {
      if (after === 'deleted')
        throw notPossible('A decline reason is never erased, for settled work names it. Retire it instead.');
    },
  },
  users: {
    kind: userKind,
    rows: (queries: Queries, ids: readonly Id[]) => userRows(queries, inArray(users.id, [...ids])),
    filters: {
      eligible: and(eq(users.active, true), eq(users.omniChannel, true)),
      withoutNickname: isNull(users.nickname),
      withoutAlias: isNull(users.alias),
    },
    added: insertRep,
  },
  profiles: {
    kind: profileKind,
    rows: (queries: Queries, ids: readonly Id[]) => profileRows(queries, inArray(profiles.id, [...ids])),
  },
} as const;
export type ResourceName = keyof typeof setupResources;
