import {
  routingConfigurationSchema,
  type CapacityWeight,
  type RoutingConfiguration,
} from '../../../src/domain/routing-configuration.ts';
import type { Id } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { routingConfigurations } from '../schema/configuration.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Adds a routing configuration. Throws `RecordRefused`. */
export async function insertRoutingConfiguration(
  tx: Queries,
  id: Id,
  configuration: RoutingConfiguration,
): Promise<void> {
  const { capacityWeight, ...rest } = accepted(check(routingConfigurationSchema, configuration));
  await tx.insert(routingConfigurations).values({
    id,
    ...rest,
    weightUnits: capacityWeight.kind === 'units' ? capacityWeight.units : null,
    weightPercentage: capacityWeight.kind === 'percentage' ? capacityWeight.percentage : null,
  });
  await raiseRevision(tx);
}

/** A weight as the table keeps it, in one of two columns. */
export function weightOf(row: {
  readonly weightUnits: number | null;
  readonly weightPercentage: number | null;
}): CapacityWeight {
  return row.weightPercentage === null
    ? { kind: 'units', units: row.weightUnits ?? 0 }
    : { kind: 'percentage', percentage: row.weightPercentage };
}
