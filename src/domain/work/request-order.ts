import type { AgentWork } from './agent-work.ts';

type Offered = Pick<AgentWork, 'offeredAt' | 'waitingSince'>;

/** The order of requests: the earliest deadline first, and where instants are equal the longest waiting. */
export function byUrgency(one: Offered & Pick<AgentWork, 'stamp'>, other: typeof one): number {
  const deadline = ({ stamp }: typeof one) => stamp.deadline ?? Number.MAX_VALUE;
  return deadline(one) - deadline(other) || one.waitingSince - other.waitingSince || byOffer(one, other);
}

/** The order in which works were offered; of those offered together the longest waiting is first. */
export function byOffer(one: Offered, other: Offered): number {
  return one.offeredAt - other.offeredAt || one.waitingSince - other.waitingSince;
}
