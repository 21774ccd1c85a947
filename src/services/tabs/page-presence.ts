import type { TabGroup } from './tab-group.ts';

/** Lets the other members know whether this page is visible; call the returned function to stop. */
export function presentPage(deps: {
  readonly tabGroup: Pick<TabGroup, 'present'>;
  readonly isHidden: () => boolean;
  readonly onVisibility: (call: () => void) => () => void;
  /** The system clock, which all pages share. */
  readonly wall: () => number;
}): () => void {
  const { tabGroup, isHidden, onVisibility, wall } = deps;
  const present = () => tabGroup.present({ visible: !isHidden(), turnedAt: wall() });
  present();
  return onVisibility(present);
}
