import { Howl, Howler } from 'howler';
import { Subscribable } from '../../domain/subscribable.ts';
import type { Milliseconds, Seconds, Timers } from '../../domain/time.ts';
import { AudioPower, type AudioStatus } from './audio-power.ts';
import { afterAudioTime } from './audio-timer.ts';
import { DecodedSounds, type Decoded } from './decoded-sounds.ts';
import { PageVoice, type Voice } from './page-voice.ts';

/**
 * The fade-out of a sound that is cut, seconds: it avoids a click, and ends well within 100 ms even on a slow device.
 */
const FADE: Seconds = 0.02;

/** What to play. */
export interface Play {
  /** The name under which the sound was loaded. */
  readonly sound: string;
  /** The longest it plays; then it is cut. */
  readonly seconds: Seconds;
  /** Whether it repeats until then. */
  readonly loop: boolean;
  /** From 0 to 1. */
  readonly volume: number;
  /** Checked at the moment it would start. */
  readonly isWanted: () => boolean;
  /** It played to its end: it was neither stopped nor taken over. */
  readonly ended: () => void;
  /** How long ago it was requested, if not now: of two players on a page the newest plays. */
  readonly age?: Milliseconds;
  /** Another player on this page took over. */
  readonly taken?: () => void;
  /** It was taken over, or did not start because another player had something newer, which has now ended. */
  readonly mayReturn?: () => void;
}

interface Loaded extends Decoded {
  readonly howl: Howl;
}

interface Sounding {
  readonly howl: Howl;
  readonly id: number;
  readonly voice: Voice;
}

let shared: AudioPower | null = null;
const pageVoice = new PageVoice();
const decodedSounds = new DecodedSounds();

/** The page's only audio context, created on first use; `null` if the browser has none. */
function power(timers: Timers): AudioPower | null {
  if (shared) return shared;
  // howler's auto-unlock plays every sound ever requested at the first click, and recreates the context (#1350,
  // #1176); its auto-suspend stops a ring after 30 s (#716). AudioPower does both instead.
  Howler.autoUnlock = false;
  Howler.autoSuspend = false;
  // Creates the context.
  Howler.volume(1);
  if (!Howler.usingWebAudio) return null;
  shared = new AudioPower(Howler.ctx, timers, anotherContext);
  return shared;
}

/** Makes howler create another context. Everything loaded is lost with the old one. */
function anotherContext(): AudioContext | null {
  const old = Howler.ctx;
  if (old.state !== 'closed') old.close().catch(() => undefined);
  // howler would close it again, and leave a rejected promise if it is closed already.
  Object.assign(Howler, { ctx: { close: () => undefined } });
  Howler.unload();
  return Howler.usingWebAudio ? Howler.ctx : null;
}

/**
 * Plays one sound at a time through howler; so does the whole page, however many players it has. It plays only what
 * is loaded, only while the context runs, and never later: what cannot start now does not start.
 */
export class Ringer extends Subscribable {
  readonly #timers: Timers;
  readonly #sounds = new Map<string, Loaded>();
  readonly #renewalListeners = new Set<() => void>();
  readonly #reasons = new Set<string>();
  #isImpossible = false;
  #playing: (Sounding & { readonly cancelEnd: () => void; readonly ended: () => void }) | null = null;
  #fading: Sounding | null = null;
  /** The latest request: it may be waiting for another player's sound to end. */
  #voice: Voice | null = null;
  #stopWatching: (() => void) | null = null;
  /** How often everything here was unloaded. */
  #releases = 0;
  /** The context that the sounds here were loaded for. */
  #context: AudioContext | null = null;

  constructor(timers: Timers) {
    super();
    this.#timers = timers;
  }

  get status(): AudioStatus {
    return this.#isImpossible ? 'closed' : (shared?.status ?? 'asleep');
  }

  /** What prevents the page's audio from running; `null` if it runs. */
  get obstacle(): AudioPower['obstacle'] {
    return shared ? shared.obstacle : this.#isImpossible ? 'contextClosed' : 'contextSuspended';
  }

  /** The page's audio context while it runs: its clock is punctual even in a hidden page. */
  get runningContext(): AudioContext | null {
    return shared?.status === 'running' ? shared.context : null;
  }

  /** The page's audio graph, created if `make`; `null` if there is none. */
  graph(make: boolean): { readonly context: AudioContext; readonly master: AudioNode } | null {
    const found = make ? this.#power() : shared;
    return found && { context: found.context, master: masterOutput() };
  }

  /**
   * Calls `listener` when the page's audio had to be recreated, before the status change is reported: nothing is
   * loaded or playing any more. Call the returned function to stop.
   */
  onRenewed(listener: () => void): () => void {
    this.#renewalListeners.add(listener);
    return () => this.#renewalListeners.delete(listener);
  }

  /** Recreates the page's audio, which claims to run while nothing is audible. */
  renew(): void {
    shared?.renew();
  }

  /** Starts the context and keeps it running for this reason. Within a gesture this unlocks it. */
  wake(reason: string): void {
    this.#reasons.add(reason);
    this.#power()?.wake(this);
  }

  /** Drops this reason; after the last one the sound is cut and the context suspended. */
  rest(reason: string): void {
    if (!this.#reasons.delete(reason) || this.#reasons.size > 0) return;
    // A remaining fade-out would be heard when the context resumes.
    this.#cut();
    shared?.rest(this);
  }

  /** Whether what plays now is really audible: the context's clock advances. */
  async isHeard(): Promise<boolean> {
    return (await shared?.moves()) ?? false;
  }

  isLoaded(sound: string): boolean {
    return this.#sounds.has(sound);
  }

  /**
   * Decodes a sound file and keeps it under a name; returns its decoded length. With `stays` it is never evicted.
   * @throws {Error} (rejects) if it cannot be decoded.
   */
  async load(sound: string, file: Uint8Array<ArrayBuffer>, { stays = false } = {}): Promise<Seconds> {
    const context = this.#power()?.context;
    if (!context) throw new Error('This browser cannot play sounds.');
    const releases = this.#releases;
    const isGone = () => context !== shared?.context || context.state === 'closed';
    const howl = await decode(file).catch((error: unknown) => {
      if (!isGone()) throw error;
      return null;
    });
    if (!howl || isGone()) {
      // Released meanwhile: a sound made for this context cannot play on the next one.
      howl?.unload();
      if (shared?.context.state === 'closed' && !shared.renew())
        throw new Error('This browser cannot play sounds.');
      return this.load(sound, file, { stays });
    }
    const seconds = howl.duration();
    if (releases !== this.#releases) {
      // Nothing else would unload this one.
      howl.unload();
      return seconds;
    }
    this.unload(sound);
    const loaded: Loaded = {
      howl,
      bytes: seconds * context.sampleRate * 2 * Float32Array.BYTES_PER_ELEMENT,
      stays,
      isPlaying: () => this.#playing?.howl === howl,
      unload: () => this.unload(sound),
    };
    this.#sounds.set(sound, loaded);
    decodedSounds.keep(loaded);
    return seconds;
  }

  /** Unloads a sound. */
  unload(sound: string): void {
    const loaded = this.#sounds.get(sound);
    if (!loaded) return;
    this.#sounds.delete(sound);
    decodedSounds.drop(loaded);
    loaded.howl.unload();
  }

  /** Starts a sound, now or not at all, in place of any other; `false` if it did not start. */
  play({ sound, seconds, loop, volume, isWanted, ended, ...between }: Play): boolean {
    this.#cut();
    const loaded = this.#sounds.get(sound);
    const context = shared?.context;
    if (!loaded || shared?.status !== 'running' || context?.state !== 'running') return false;
    if (seconds <= 0 || !isWanted()) return false;
    const { howl } = loaded;
    const voice = this.#voiceOf(between);
    if (!pageVoice.take(voice)) return false;
    decodedSounds.touch(loaded);
    // howler trusts only its own resume, and would wait for one that has already happened.
    Object.assign(Howler, { state: 'running' });
    howl.volume(volume);
    howl.loop(loop);
    limitOutput(context, null);
    const id = howl.play();
    const end = loop || howl.duration() > seconds ? seconds - FADE : howl.duration();
    this.#playing = { howl, id, voice, ended, cancelEnd: this.#endAfter(end, ended) };
    return true;
  }

  /** Lets the current sound continue without a break for `seconds` from now; `false` if nothing is audible now. */
  goOn({ seconds, age = 0, ended }: Pick<Play, 'seconds' | 'age' | 'ended'>): boolean {
    if (!this.#playing || shared?.status !== 'running') return false;
    this.#playing.voice.since = this.#timers.now() - age;
    this.#playing.cancelEnd();
    this.#playing = { ...this.#playing, ended, cancelEnd: this.#endAfter(seconds - FADE, ended) };
    return true;
  }

  /**
   * Silences the sound after `seconds` on the audio clock, even if the page is frozen by then, unless this is called
   * again; `null` removes the limit. Each play starts without a limit.
   */
  limit(seconds: Seconds | null): void {
    if (shared?.status === 'running') limitOutput(shared.context, seconds);
  }

  /** Falls silent within 20 ms. */
  stop(): void {
    if (!this.#playing) return;
    const { howl, id, voice, cancelEnd } = this.#playing;
    cancelEnd();
    this.#playing = null;
    pageVoice.leave(voice);
    if (!howl.playing(id)) return;
    const fading = { howl, id, voice };
    this.#fading = fading;
    howl.once(
      'fade',
      () => {
        if (this.#fading === fading) this.#cut();
      },
      id,
    );
    howl.fade(Number(howl.volume(id)), 0, FADE * 1000, id);
  }

  /** From 0 to 1; also changes the current sound. */
  setVolume(volume: number): void {
    this.#playing?.howl.volume(volume, this.#playing.id);
  }

  /** Stops, unloads all sounds, and lets the context sleep. */
  release(): void {
    this.#cut();
    for (const sound of [...this.#sounds.keys()]) this.unload(sound);
    this.#releases += 1;
    this.#reasons.clear();
    shared?.rest(this);
    this.#stopWatching?.();
    this.#stopWatching = null;
  }

  #power(): AudioPower | null {
    const found = power(this.#timers);
    if (found) {
      this.#context ??= found.context;
      this.#stopWatching ??= found.subscribe(() => this.notify());
    } else if (!this.#isImpossible) {
      this.#isImpossible = true;
      this.notify();
    }
    return found;
  }

  protected override notify(): void {
    if (shared && this.#context !== shared.context) this.#renewed(shared.context);
    super.notify();
  }

  #renewed(context: AudioContext): void {
    this.#context = context;
    for (const loaded of this.#sounds.values()) decodedSounds.drop(loaded);
    this.#sounds.clear();
    const played = this.#playing;
    this.#playing = null;
    this.#fading = null;
    this.#hush();
    played?.cancelEnd();
    for (const listener of [...this.#renewalListeners]) listener();
    played?.ended();
  }

  #endAfter(seconds: Seconds, ended: () => void): () => void {
    if (!shared) return () => undefined;
    return afterAudioTime(shared.context, seconds, () => {
      this.stop();
      ended();
    });
  }

  #voiceOf({ age = 0, taken, mayReturn }: Pick<Play, 'age' | 'taken' | 'mayReturn'>): Voice {
    const voice: Voice = {
      since: this.#timers.now() - age,
      yield: () => {
        const wasPlaying = this.#playing?.voice === voice;
        if (wasPlaying || this.#fading?.voice === voice) this.#silence();
        if (wasPlaying) taken?.();
      },
      mayReturn: () => mayReturn?.(),
    };
    this.#voice = voice;
    return voice;
  }

  /** Silences everything at once, including fade-outs, and cancels what is waiting. */
  #cut(): void {
    this.#silence();
    this.#hush();
  }

  #hush(): void {
    if (this.#voice) pageVoice.forget(this.#voice);
    this.#voice = null;
  }

  #silence(): void {
    this.#playing?.cancelEnd();
    this.#playing?.howl.stop(this.#playing.id);
    this.#fading?.howl.stop(this.#fading.id);
    this.#playing = null;
    this.#fading = null;
  }
}

/** The node that all sound of this page passes through: tests listen here to what is really played. */
export function masterOutput(): AudioNode {
  return Howler.masterGain;
}

function limitOutput({ currentTime }: AudioContext, seconds: Seconds | null): void {
  const { gain } = Howler.masterGain;
  gain.cancelScheduledValues(0).setValueAtTime(1, currentTime);
  if (seconds === null) return;
  const end = currentTime + seconds;
  gain.setValueAtTime(1, end - FADE).linearRampToValueAtTime(0, end);
}

async function decode(file: Uint8Array<ArrayBuffer>): Promise<Howl> {
  const address = await dataAddress(file);
  return new Promise((resolve, reject) => {
    const howl: Howl = new Howl({
      src: [address],
      // A format that every browser supports: howler checks the name, the decoder goes by the content (#1550).
      format: ['wav'],
      html5: false,
      onload: () => resolve(howl),
      onloaderror: () => {
        howl.unload();
        reject(new Error('The sound cannot be decoded.'));
      },
    });
  });
}

/**
 * The bytes as a data URL, which howler loads without a request: it works offline and under a strict `connect-src`.
 */
function dataAddress(file: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('The sound cannot be read.'));
    reader.readAsDataURL(new Blob([file]));
  });
}
