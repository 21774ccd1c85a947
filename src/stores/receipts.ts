import type { AlertReceipt } from '../domain/alerts/alert-receipt.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** What this panel saw happen of each request, in the order in which it did. */
export type ReceiptsState = ReadonlyMap<Id, readonly AlertReceipt[]>;

/** The panel's own receipts, for the rep's log. */
export class ReceiptsStore extends Store<ReceiptsState> {
  constructor() {
    super(new Map());
  }

  /** Adds receipts, and forgets those of works that are not known any more. */
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
