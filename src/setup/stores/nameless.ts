import type { UserRow } from '../../domain/setup/setup-api.ts';
import { Store } from '../../stores/store.ts';

/** The reps who have nothing in the field that the open configuration's alias merges. */
export interface NamelessState {
  /** The field; `null` if the alias merges none that may be blank. */
  readonly field: 'nickname' | 'alias' | null;
  /** All reps without it, whatever their configuration; `null` while they are being loaded. */
  readonly reps: readonly UserRow[] | null;
  readonly problem: string | null;
}

export const noField: NamelessState = { field: null, reps: null, problem: null };

export class NamelessStore extends Store<NamelessState> {
  constructor() {
    super(noField);
  }

  update(state: NamelessState): void {
    this.replace(state);
  }
}
