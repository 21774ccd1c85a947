import type { AlertReceipt } from '../domain/alerts/alert-receipt.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** What this panel recorded about each request, in chronological order. */
export type ReceiptsState = ReadonlyMap<Id, readonly AlertReceipt[]>;

/** The panel's alert receipts, for the rep's log. */
export class ReceiptsStore extends Store<ReceiptsState> {
  constructor() {
    super(new Map());
  }

  /** Adds receipts, and drops those of works that are no longer known. */
  add(receipts: readonly AlertReceipt[], isKnown: (agentWorkId: Id) => boolean): void {
    const next = new Map([...this.state].filter(([id]) => isKnown(id)));
    for (const receipt of receipts) {
      const { agentWorkId: id } = receipt;
      if (isKnown(id)) next.set(id, [...(next.get(id) ?? []), receipt]);
    }
    this.replace(next);
  }

  empty(): void {
    if (this.state.size > 0) this.replace(new Map());
  }
}
