import type { Company } from '../tabs/tab-group.ts';
import type { Sight } from './toast-visibility.ts';

/**
 * Whether the rep can see and reach their requests in no browser tab. Only the leader says so: one page tells the rep by
 * other means.
 */
export function sightOfAll(deps: {
  readonly company: Pick<Company, 'isLeader' | 'members' | 'subscribe'>;
  readonly sight: Pick<Sight, 'isOut' | 'subscribe'>;
}): Pick<Sight, 'isOut' | 'subscribe'> {
  const { company, sight } = deps;
  return {
    get isOut() {
      return company.isLeader && sight.isOut && [...company.members.values()].every((one) => one.outOfSight);
    },
    subscribe(listener) {
      const stops = [company.subscribe(listener), sight.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
