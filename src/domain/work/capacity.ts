import * as v from 'valibot';

/** The pool of a rep's capacity that work draws on. */
export const capacityPoolSchema = v.picklist(['primary', 'interruptible']);
export type CapacityPool = v.InferOutput<typeof capacityPoolSchema>;

const poolSchema = v.object({
  used: v.pipe(v.number(), v.minValue(0)),
  total: v.pipe(v.number(), v.minValue(0)),
});

/** A rep's capacity in units, to two decimals: for each pool the load of open work, and the total. */
export const capacitySchema = v.object({ primary: poolSchema, interruptible: poolSchema });
export type Capacity = v.InferOutput<typeof capacitySchema>;

/** A rep's workload as a host receives it, with the names of the Omni toolkit. All are units, to two decimals. */
export interface AgentWorkload {
  readonly configuredCapacity: number;
  readonly currentWorkload: number;
  readonly configuredInterruptibleCapacity: number;
  readonly currentInterruptibleWorkload: number;
}

/** The workload for hosts. */
export function workloadOf({ primary, interruptible }: Capacity): AgentWorkload {
  return {
    configuredCapacity: primary.total,
    currentWorkload: primary.used,
    configuredInterruptibleCapacity: interruptible.total,
    currentInterruptibleWorkload: interruptible.used,
  };
}

/** The most open agent works per rep, whatever their size. */
export const MAX_OPEN_WORKS = 100;

/** The load of one work: its size in units, and the pool it draws on. */
export interface Load {
  readonly size: number;
  readonly pool: CapacityPool;
}

// Sizes have two decimals: sums use whole hundredths, so that 0.1 + 0.2 is 0.3.
const toHundredths = (units: number): number => Math.round(units * 100);
/** Converts whole hundredths to units. */
export const fromHundredths = (hundredths: number): number => hundredths / 100;

const used = (loads: readonly Load[], pool: CapacityPool): number =>
  fromHundredths(loads.reduce((sum, load) => sum + (load.pool === pool ? toHundredths(load.size) : 0), 0));

/**
 * The capacity of a rep whose open works (from the offer on) have these `loads`. A blank interruptible total equals
 * the primary one.
 */
export function capacityOf(
  loads: readonly Load[],
  totals: { readonly capacity: number; readonly interruptibleCapacity: number | null },
): Capacity {
  return {
    primary: { used: used(loads, 'primary'), total: totals.capacity },
    interruptible: {
      used: used(loads, 'interruptible'),
      total: totals.interruptibleCapacity ?? totals.capacity,
    },
  };
}

/** The free capacity of a pool: never below zero, even if a smaller configuration took effect meanwhile. */
export function freeCapacity(capacity: Capacity, pool: CapacityPool): number {
  const { used: taken, total } = capacity[pool];
  return fromHundredths(Math.max(0, toHundredths(total) - toHundredths(taken)));
}

/**
 * Whether a request fits. Primary work needs free primary capacity and ignores interruptible load; interruptible work
 * needs free interruptible capacity, and is not pushed while primary capacity is full. Nothing fits into an empty
 * pool.
 */
export function fits(load: Load, capacity: Capacity, openWorks: number): boolean {
  if (openWorks >= MAX_OPEN_WORKS) return false;
  if (toHundredths(load.size) > toHundredths(freeCapacity(capacity, load.pool))) return false;
  // Even work of size zero needs free capacity.
  if (freeCapacity(capacity, load.pool) === 0) return false;
  return load.pool === 'primary' || freeCapacity(capacity, 'primary') > 0;
}
