import type { OutputDevice } from '../domain/alerts/output-device.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** Whether a ring can be heard now. `blocked`: the browser waits for a click. `failed`: there is no sound at all. */
type SoundStatus = 'idle' | 'running' | 'blocked' | 'failed';

/** Which devices the sound comes out of. */
interface OutputState {
  /** Whether this browser lets the rep choose. */
  readonly canChoose: boolean;
  /** What there is to choose from, beside the default; empty before the browser names them. */
  readonly devices: readonly OutputDevice[];
  /** The rep's choice; `null`: the system's default. */
  readonly main: OutputDevice | null;
  /** Where the same sound is heard as well; `null`: nowhere. */
  readonly second: OutputDevice | null;
  /** What was chosen and is not there, by label: the default stands in for it. */
  readonly missing: readonly string[];
}

export interface SoundState {
  readonly status: SoundStatus;
  /** Why a ring cannot be heard, in one sentence; `null`: it can. */
  readonly reason: string | null;
  /** Whether another browser tab of the rep can be heard, or would. */
  readonly elsewhere: boolean;
  /** The request whose sound is heard now, in whichever browser tab. */
  readonly ringing: Id | null;
  /** Why the default sound rings instead of a custom one; `null`: it does not. */
  readonly fallback: string | null;
  /** The same in a word; see alert receipts. */
  readonly fault: 'notFetched' | 'notDecoded' | 'tooLong' | null;
  /** The rep's volume, 20 to 100 percent. */
  readonly volumePercent: number;
  /** Whether a test sound plays. */
  readonly testing: boolean;
  /** Which one was tested last. */
  readonly tested: 'request' | 'ring' | 'alarm';
  readonly output: OutputState;
}

/** The state of the sound. */
export class SoundStore extends Store<SoundState> {
  constructor() {
    super({
      status: 'idle',
      reason: null,
      elsewhere: false,
      ringing: null,
      fallback: null,
      fault: null,
      volumePercent: 100,
      testing: false,
      tested: 'request',
      output: { canChoose: false, devices: [], main: null, second: null, missing: [] },
    });
  }

  update(change: Partial<SoundState>): void {
    const next = { ...this.state, ...change };
    const keys = Object.keys(change) as (keyof SoundState)[];
    if (keys.some((key) => next[key] !== this.state[key])) this.replace(next);
  }
}
