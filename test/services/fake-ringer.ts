import type { AudioStatus } from '../../src/platform/sound/audio-power.ts';
import { Subscribable } from '../../src/domain/subscribable.ts';
import type { Play, Ringer } from '../../src/platform/sound/ringer.ts';

/** A ringer that makes no sound and records the calls to it. */
export class FakeRinger extends Subscribable {
  status: AudioStatus = 'asleep';
  /** Whether the browser lets it run without a click. */
  isAllowed = true;
  isAudible = true;
  /** What keeps it from running. */
  obstacle: Ringer['obstacle'] = 'contextSuspended';
  readonly loaded = new Map<string, number>([['default', 1.6]]);
  /** The length in seconds of a file; `null` if it cannot be decoded. */
  decodes = (_file: Uint8Array): number | null => 2;
  /** What started and stopped, in order. */
  readonly log: string[] = [];
  volume = 1;
  playing: Play | null = null;
  readonly #reasons = new Set<string>();

  wake(reason: string): void {
    this.#reasons.add(reason);
    if (this.status !== 'running') this.be(this.isAllowed ? 'running' : 'blocked');
  }

  rest(reason: string): void {
    if (this.#reasons.delete(reason) && this.#reasons.size === 0) this.be('asleep');
  }

  /** The rep clicks. */
  unlock(): void {
    this.isAllowed = true;
    if (this.#reasons.size > 0) this.be('running');
  }

  be(status: AudioStatus): void {
    if (status === this.status) return;
    this.status = status;
    this.notify();
  }

  /** Starts with a new context: nothing is loaded any more. */
  renew(): void {
    this.log.push('renewed');
    this.isAudible = true;
    this.loaded.clear();
    this.be('waking');
    this.be('running');
  }

  isLoaded(sound: string): boolean {
    return this.loaded.has(sound);
  }

  load(sound: string, file: Uint8Array): Promise<number> {
    const seconds = this.decodes(file);
    if (seconds === null) return Promise.reject(new Error('The sound cannot be decoded.'));
    this.loaded.set(sound, seconds);
    return Promise.resolve(seconds);
  }

  unload(sound: string): void {
    this.loaded.delete(sound);
  }

  play(play: Play): boolean {
    this.playing = null;
    if (this.status !== 'running' || !this.loaded.has(play.sound) || !play.isWanted()) return false;
    this.playing = play;
    const loop = play.loop ? 'loop' : 'once';
    this.log.push(`${play.sound} ${loop} for ${Math.round(play.seconds * 10) / 10}`);
    return true;
  }

  goOn({ seconds }: Pick<Play, 'seconds'>): boolean {
    if (!this.playing || this.status !== 'running') return false;
    this.log.push(`goes on for ${Math.round(seconds * 10) / 10}`);
    return true;
  }

  stop(): void {
    if (this.playing) this.log.push('stop');
    this.playing = null;
  }

  /** Another player of the page takes over; returns how to end that one. */
  taken(): () => void {
    const { playing } = this;
    this.playing = null;
    playing?.taken?.();
    return () => playing?.mayReturn?.();
  }

  /** The sound ends by itself. */
  ends(): void {
    const { playing } = this;
    this.playing = null;
    playing?.ended();
  }

  setVolume(volume: number): void {
    this.volume = volume;
  }

  isHeard(): Promise<boolean> {
    return Promise.resolve(this.isAudible);
  }
}
