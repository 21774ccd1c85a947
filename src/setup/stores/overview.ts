import type { Overview } from '../../domain/setup/overview.ts';
import { Store } from '../../stores/store.ts';

export interface OverviewState {
  /** `null` until it is loaded. */
  readonly overview: Overview | null;
  readonly problem: string | null;
}

/** What there is in Setup, for its landing. */
export class OverviewStore extends Store<OverviewState> {
  constructor() {
    super({ overview: null, problem: null });
  }

  update(change: Partial<OverviewState>): void {
    this.replace({ ...this.state, ...change });
  }
}
