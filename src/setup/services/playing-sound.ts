import { MAX_SOUND_LENGTH } from '../../domain/configuration/effective-configuration.ts';
import { DEFAULT_SOUND } from '../../domain/configuration/service-channel.ts';
import { ownSound } from '../../platform/sound/own-sounds.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import type { SetupClient } from '../client.ts';
import type { SoundsStore } from '../stores/sounds.ts';

const REASON = 'setup';

interface Surroundings {
  readonly client: Pick<SetupClient, 'soundFile'>;
  readonly sounds: SoundsStore;
  readonly ringer: Pick<
    Ringer,
    'status' | 'subscribe' | 'wake' | 'rest' | 'play' | 'stop' | 'load' | 'isLoaded'
  >;
}

/** Plays a sound once for the administrator. */
export class PlayingSound {
  readonly #deps: Surroundings;
  #playing: object | null = null;
  #stopWaiting: (() => void) | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  /** Plays a sound, or stops it if it is playing. Call it within the click, which unlocks sound. */
  async toggle(sound: string): Promise<void> {
    const { sounds, ringer } = this.#deps;
    const isSame = sounds.state.playing === sound;
    this.stop();
    if (isSame) return;
    const playing = (this.#playing = {});
    sounds.update({ playing: sound, problem: null, canRetry: false });
    ringer.wake(REASON);
    try {
      if (!ringer.isLoaded(sound)) await ringer.load(sound, await this.#file(sound));
    } catch (error) {
      if (this.#playing !== playing) return;
      this.stop();
      sounds.update({ problem: error instanceof Error ? error.message : String(error) });
      return;
    }
    if (this.#playing !== playing) return;
    this.#stopWaiting = ringer.subscribe(() => this.#start(sound));
    this.#start(sound);
  }

  stop(): void {
    if (!this.#playing) return;
    const { sounds, ringer } = this.#deps;
    this.#playing = null;
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    ringer.stop();
    ringer.rest(REASON);
    sounds.update({ playing: null });
  }

  /** Starts as soon as sound runs. */
  #start(sound: string): void {
    const { ringer } = this.#deps;
    const playing = this.#playing;
    if (!playing || ringer.status !== 'running') return;
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    const hasStarted = ringer.play({
      sound,
      seconds: MAX_SOUND_LENGTH,
      loop: false,
      volume: 1,
      isWanted: () => this.#playing === playing,
      ended: () => this.stop(),
      taken: () => this.stop(),
    });
    if (!hasStarted) this.stop();
  }

  async #file(sound: string): Promise<Uint8Array<ArrayBuffer>> {
    if (sound === DEFAULT_SOUND) return ownSound('request');
    const { client, sounds } = this.#deps;
    const known = sounds.state.sounds.find(({ sha256 }) => sha256 === sound);
    return client.soundFile(known ?? { address: `v1/sounds/${sound}` });
  }
}
