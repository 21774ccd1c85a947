import type { TabGroup } from '../tabs/tab-group.ts';
import type { ToastVisibility } from './toast-visibility.ts';

/**
 * Whether the rep can see and reach their requests in none of their browser tabs. Only the leader reports this, so
 * that just one page notifies the rep by other means.
 */
export function shareToastVisibility(deps: {
  readonly tabGroup: Pick<TabGroup, 'isLeader' | 'members' | 'subscribe'>;
  readonly toastVisibility: Pick<ToastVisibility, 'isOut' | 'subscribe'>;
}): Pick<ToastVisibility, 'isOut' | 'subscribe'> {
  const { tabGroup, toastVisibility } = deps;
  return {
    get isOut() {
      return (
        tabGroup.isLeader &&
        toastVisibility.isOut &&
        [...tabGroup.members.values()].every((one) => one.outOfSight)
      );
    },
    subscribe(listener) {
      const stops = [tabGroup.subscribe(listener), toastVisibility.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}

/** Lets the other members know whether requests are out of sight here; call the returned function to stop. */
export function presentToastVisibility(deps: {
  readonly tabGroup: Pick<TabGroup, 'present'>;
  readonly toastVisibility: Pick<ToastVisibility, 'isOut' | 'subscribe'>;
}): () => void {
  const { tabGroup, toastVisibility } = deps;
  const present = () => tabGroup.present({ outOfSight: toastVisibility.isOut });
  present();
  return toastVisibility.subscribe(present);
}
