import { sql } from 'drizzle-orm';
import {
  routingConfigurationSchema,
  type CapacityWeight,
  type RoutingConfiguration,
} from '../../../src/domain/configuration/routing-configuration.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../database.ts';
import { routingConfigurations } from '../schema/configuration.ts';
import { checkedBy, insertRecord, ownDeveloperName, type RecordKind } from './record-kind.ts';

type WeightColumns = Pick<typeof routingConfigurations.$inferSelect, 'weightUnits' | 'weightPercentage'>;

export const routingConfigurationKind: RecordKind<RoutingConfiguration> = {
  resource: 'routing-configurations',
  word: 'routing configuration',
  table: routingConfigurations,
  label: sql`${routingConfigurations.name}`,
  nameOf: ({ name }) => name,
  lists: [],
  fromRow(row) {
    const {
      id: _,
      version: __,
      weightUnits,
      weightPercentage,
      ...fields
    } = row as typeof row & WeightColumns;
    return { ...fields, capacityWeight: weightOf({ weightUnits, weightPercentage }) };
  },
  toRow: ({ capacityWeight, ...row }) => ({
    ...row,
    weightUnits: capacityWeight.kind === 'units' ? capacityWeight.units : null,
    weightPercentage: capacityWeight.kind === 'percentage' ? capacityWeight.percentage : null,
  }),
  check: checkedBy(
    routingConfigurationSchema,
    ownDeveloperName(routingConfigurations, 'routing configuration'),
  ),
};

/** Adds a routing configuration. Throws `RecordRefused`. */
export async function insertRoutingConfiguration(
  tx: Queries,
  id: Id,
  configuration: RoutingConfiguration,
): Promise<void> {
  await insertRecord(tx, routingConfigurationKind, id, configuration);
}

/** A weight as the table keeps it, in one of two columns. */
export function weightOf(row: Readonly<WeightColumns>): CapacityWeight {
  return row.weightPercentage === null
    ? { kind: 'units', units: row.weightUnits ?? 0 }
    : { kind: 'percentage', percentage: row.weightPercentage };
}
