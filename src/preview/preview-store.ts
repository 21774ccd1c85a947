import type { AgentWork } from '../domain/work/agent-work.ts';
import type { EffectiveConfiguration } from '../domain/configuration/effective-configuration.ts';
import type { OfferObstacle } from '../domain/work/offering.ts';
import { Store } from '../stores/store.ts';

export interface PreviewState {
  /** The configuration that the panel shows; `null` until a draft satisfies all rules. */
  readonly effective: EffectiveConfiguration | null;
  /** Whether the draft violates a rule, so that an older one is shown. */
  readonly isBehind: boolean;
  readonly isCut: boolean;
  /** In the order in which they were offered. */
  readonly works: readonly AgentWork[];
  /** Why the last request could not be offered, and on which channel; `null` if it was. */
  readonly obstacle: { readonly channelId: string; readonly why: OfferObstacle } | null;
}

/** The state of the preview's server, for the user who plays the customer. */
export class PreviewStore extends Store<PreviewState> {
  constructor() {
    super({ effective: null, isBehind: false, isCut: false, works: [], obstacle: null });
  }

  update(change: Partial<PreviewState>): void {
    this.replace({ ...this.state, ...change });
  }
}
