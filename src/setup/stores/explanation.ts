import type { Fields } from '../../domain/pointers.ts';
import type { UserConfiguration } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import { Store } from '../../stores/store.ts';

/** A user's effective configuration, and the user's own fields. */
interface Explained extends UserConfiguration {
  readonly id: Id;
  readonly user: Fields;
}

export interface ExplanationState {
  readonly explained: Explained | null;
  readonly isLoading: boolean;
  readonly problem: string | null;
}

/** The explanation of the chosen rep's settings. */
export class ExplanationStore extends Store<ExplanationState> {
  constructor() {
    super({ explained: null, isLoading: false, problem: null });
  }

  show(state: Partial<ExplanationState> = {}): void {
    this.replace({ explained: null, isLoading: false, problem: null, ...state });
  }
}
