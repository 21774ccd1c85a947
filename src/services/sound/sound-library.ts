import {
  MAX_SOUND_LENGTH,
  type EffectiveConfiguration,
  type SoundReference,
} from '../../domain/configuration/effective-configuration.ts';
import { DECODER_TOLERANCE, MAX_SOUND_FILE_SIZE } from '../../domain/alerts/sound-file.ts';
import type { Clock, Instant, Milliseconds, Seconds } from '../../domain/time.ts';
import type { Http } from '../../platform/network/http.ts';
import { problemOf } from '../../platform/network/http.ts';
import { ownSound } from '../../platform/sound/own-sounds.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';

/** The name of the sound that rings if no custom one is set or playable. */
const DEFAULT_SOUND = 'default';
/** The longest that a request waits for a custom sound to load. */
const MAX_LOAD_WAIT: Milliseconds = 1000;

/** Why a custom sound does not ring. */
export type SoundFault = 'notFetched' | 'notDecoded' | 'tooLong';

/** What rings for a requested sound: a loaded one, or nothing until the given instant at the latest. */
export type Resolved =
  | { readonly kind: 'loaded'; readonly name: string; readonly fault: SoundFault | null }
  | { readonly kind: 'loading'; readonly until: Instant };

interface Dependencies {
  readonly http: Http;
  /** Sound files cached in this browser. */
  readonly cache: Pick<ConfigurationCache, 'sound' | 'keepSound' | 'dropSound'>;
  readonly ringer: Pick<Ringer, 'load' | 'isLoaded' | 'unload'>;
  readonly clock: Clock;
  /** A sound was loaded, or proved unusable. */
  readonly changed: () => void;
  /** Reports to the host why a sound cannot be used. */
  readonly problem: (detail: string) => void;
}

/** The sounds that may ring, fetched and decoded in advance. */
export class SoundLibrary {
  readonly #deps: Dependencies;
  readonly #loadingSince = new Map<string, Instant>();
  readonly #faults = new Map<string, SoundFault>();
  #references: ReadonlyMap<string, SoundReference> = new Map();
  #aborting = new AbortController();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Loads whatever may ring under this configuration. */
  prepare({ settings, channels, sounds }: EffectiveConfiguration): void {
    this.#references = new Map(sounds.map((reference) => [reference.sha256, reference]));
    if (!settings.playRequestSound.value) return;
    this.#load(DEFAULT_SOUND);
    const named = [settings.notificationSound.value, ...channels.map(({ sound }) => sound.value)];
    for (const sha256 of new Set(named)) if (sha256 !== null) this.#load(sha256);
  }

  /** What rings for a sound, given its SHA-256, or `null` for the default one. */
  resolve(sha256: string | null): Resolved {
    const wanted = sha256 ?? DEFAULT_SOUND;
    const { ringer, clock } = this.#deps;
    if (ringer.isLoaded(wanted)) return { kind: 'loaded', name: wanted, fault: null };
    this.#load(wanted);
    const since = this.#loadingSince.get(wanted);
    if (since !== undefined && clock.now() < since + MAX_LOAD_WAIT)
      return { kind: 'loading', until: since + MAX_LOAD_WAIT };
    return { kind: 'loaded', name: DEFAULT_SOUND, fault: this.#faults.get(wanted) ?? null };
  }

  /** The server is reachable again: retries failed downloads. */
  tryAgain(): void {
    for (const [sound, fault] of [...this.#faults]) {
      if (fault !== 'notFetched') continue;
      this.#faults.delete(sound);
      this.#load(sound);
    }
  }

  /** Aborts downloads and clears the faults. */
  stop(): void {
    this.#aborting.abort();
    this.#aborting = new AbortController();
    this.#loadingSince.clear();
    this.#faults.clear();
  }

  #load(sound: string): void {
    const { ringer, clock, changed, problem } = this.#deps;
    if (ringer.isLoaded(sound) || this.#loadingSince.has(sound) || this.#faults.has(sound)) return;
    this.#loadingSince.set(sound, clock.now());
    const { signal } = this.#aborting;
    this.#get(sound, signal)
      .catch((error: unknown) => {
        if (signal.aborted) return;
        const fault = error instanceof Fault ? error : new Fault('notDecoded', 'It cannot be decoded.');
        this.#faults.set(sound, fault.kind);
        problem(`The sound ${sound} cannot be used. ${fault.message}`);
      })
      .finally(() => {
        if (signal.aborted) return;
        this.#loadingSince.delete(sound);
        changed();
      });
  }

  async #get(sound: string, signal: AbortSignal): Promise<void> {
    const { ringer, cache } = this.#deps;
    if (sound === DEFAULT_SOUND) {
      await ringer.load(sound, ownSound('request'), { stays: true });
      // The panel was removed meanwhile: nothing else would unload this one.
      if (signal.aborted) ringer.unload(sound);
      return;
    }
    if (await this.#loadKept(sound, signal)) return;
    const file = await this.#fetch(sound, signal);
    const seconds = await ringer.load(sound, file);
    if (signal.aborted) ringer.unload(sound);
    if (seconds > this.#longest(sound)) {
      ringer.unload(sound);
      throw new Fault('tooLong', `It is ${seconds.toFixed(1)} s long.`);
    }
    if (!signal.aborted) void cache.keepSound(sound, file);
  }

  /** Loads the cached file if it is valid; a damaged one is fetched again. */
  async #loadKept(sound: string, signal: AbortSignal): Promise<boolean> {
    const { ringer, cache } = this.#deps;
    const kept = await cache.sound(sound);
    if (!kept) return false;
    const seconds = await ringer.load(sound, kept).catch(() => Infinity);
    if (seconds <= this.#longest(sound)) {
      if (signal.aborted) ringer.unload(sound);
      return true;
    }
    ringer.unload(sound);
    await cache.dropSound(sound);
    return false;
  }

  /** Where the decoder keeps the encoder's padding, the length that the server measured counts. */
  #longest(sha256: string): Seconds {
    const measured = this.#references.get(sha256)?.lengthSeconds ?? 0;
    return Math.max(MAX_SOUND_LENGTH, measured + DECODER_TOLERANCE);
  }

  async #fetch(sha256: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    try {
      // A request keeps the sound it was stamped with, even if the configuration names another one by now.
      const answer = await this.#deps.http.get(
        this.#references.get(sha256)?.address ?? `v1/sounds/${sha256}`,
        {
          signal,
        },
      );
      if (!answer.ok) throw new Error(await problemOf(answer));
      if (Number(answer.headers.get('content-length') ?? 0) > MAX_SOUND_FILE_SIZE)
        throw new Error('It is too large.');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (bytes.length > MAX_SOUND_FILE_SIZE) throw new Error('It is too large.');
      return bytes;
    } catch (error) {
      throw new Fault('notFetched', error instanceof Error ? error.message : 'There was no answer.');
    }
  }
}

class Fault extends Error {
  readonly kind: SoundFault;

  constructor(kind: SoundFault, message: string) {
    super(message);
    this.kind = kind;
  }
}
