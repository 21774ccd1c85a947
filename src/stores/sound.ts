import type { OutputDevice } from '../domain/alerts/output-device.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** Whether a ring is audible now. `blocked`: the browser waits for a click. `failed`: there is no sound at all. */
type SoundStatus = 'idle' | 'running' | 'blocked' | 'failed';

/** The output devices in use. */
interface OutputState {
  /** Whether this browser lets the rep choose. */
  readonly canChoose: boolean;
  /** The available devices besides the default; empty until the browser lists them. */
  readonly devices: readonly OutputDevice[];
  /** The rep's choice; `null` for the system default. */
  readonly main: OutputDevice | null;
  /** The device that plays the same sound too; `null` for none. */
  readonly second: OutputDevice | null;
  /** Labels of chosen devices that are missing: the default is used instead. */
  readonly missing: readonly string[];
}

export interface SoundState {
  readonly status: SoundStatus;
  /** Why a ring is not audible, in one sentence; `null` if it is. */
  readonly reason: string | null;
  /** Whether another of the rep's browser tabs can play sound. */
  readonly elsewhere: boolean;
  /** The request that is ringing now, in whichever browser tab. */
  readonly ringing: Id | null;
  /** Why the default sound rings instead of a custom one; `null` if it does not. */
  readonly fallback: string | null;
  /** The same as a code; see alert receipts. */
  readonly fault: 'notFetched' | 'notDecoded' | 'tooLong' | null;
  /** The rep's volume, 20 to 100 percent. */
  readonly volumePercent: number;
  /** Whether a test sound is playing. */
  readonly testing: boolean;
  /** The sound that was tested last. */
  readonly tested: 'request' | 'ring' | 'alarm';
  readonly output: OutputState;
}

/** The state of sound. */
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
