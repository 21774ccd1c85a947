import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** Whether a ring can be heard now. `blocked`: the browser waits for a click. `failed`: there is no sound at all. */
export type SoundStatus = 'idle' | 'running' | 'blocked' | 'failed';

export interface SoundState {
  readonly status: SoundStatus;
  /** Why a ring cannot be heard, in one sentence; `null`: it can. */
  readonly reason: string | null;
  /** The request whose sound is heard now. */
  readonly ringing: Id | null;
  /** Why the default sound rings instead of a custom one; `null`: it does not. */
  readonly fallback: string | null;
  /** The rep's volume, 20 to 100 percent. */
  readonly volumePercent: number;
  /** Whether the test sound plays. */
  readonly testing: boolean;
}

/** The state of the sound. */
export class SoundStore extends Store<SoundState> {
  constructor() {
    super({
      status: 'idle',
      reason: null,
      ringing: null,
      fallback: null,
      volumePercent: 100,
      testing: false,
    });
  }

  update(change: Partial<SoundState>): void {
    const next = { ...this.state, ...change };
    const keys = Object.keys(change) as (keyof SoundState)[];
    if (keys.some((key) => next[key] !== this.state[key])) this.replace(next);
  }
}
