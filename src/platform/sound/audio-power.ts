import { Subscribable } from '../../domain/subscribable.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';
import { onGesture } from '../page.ts';

/**
 * Whether an audio context can be heard. `asleep`: nobody needs it, and it costs nothing. `waking`: asked to run.
 * `blocked`: the browser waits for a gesture, or something else holds the device.
 */
export type AudioStatus = 'asleep' | 'waking' | 'running' | 'blocked' | 'closed';

/** A context that does not run this long after it was asked to is blocked. */
const PATIENCE: Milliseconds = 150;
/** A context that was closed behind our back is made anew by itself so often at most; at a click always. */
const BETWEEN_RENEWALS: Milliseconds = 1000;

/**
 * Keeps one audio context running while somebody needs it (a silent running context costs about 3 % of a core), and
 * resumes it at the next gesture where the browser blocks it. One that was closed is made anew. Nothing is queued
 * meanwhile: whoever wants to sound asks again once it runs. Its listeners hear of each change of the status.
 */
export class AudioPower extends Subscribable {
  readonly #timers: Timers;
  readonly #another: () => AudioContext | null;
  #context: AudioContext;
  #lastState: AudioContextState;
  #renewedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  readonly #users = new Set<object>();
  #status: AudioStatus = 'asleep';
  #isGoingToSleep = false;
  #stopWaiting: (() => void) | null = null;
  #stopListening: (() => void) | null = null;

  /** `another` makes a context in place of one that does not work any more; `null`: there can be none. */
  constructor(context: AudioContext, timers: Timers, another: () => AudioContext | null = () => null) {
    super();
    this.#timers = timers;
    this.#another = another;
    this.#context = context;
    this.#lastState = context.state;
    this.#listen();
    this.#changed();
  }

  get context(): AudioContext {
    return this.#context;
  }

  /** Its state says so until it sleeps: some 20 ms in Firefox after it was told to. What started then would be cut. */
  get #runs(): boolean {
    return this.context.state === 'running' && !this.#isGoingToSleep;
  }

  get status(): AudioStatus {
    return this.#status;
  }

  /** What keeps it from running; `null`: it runs. */
  get obstacle(): 'contextSuspended' | 'contextInterrupted' | 'contextClosed' | null {
    const { state } = this.context;
    if (state === 'running') return null;
    if (state === 'closed') return 'contextClosed';
    return state === 'suspended' ? 'contextSuspended' : 'contextInterrupted';
  }

  /** `user` needs the context. Within a gesture this unlocks it. */
  wake(user: object): void {
    this.#users.add(user);
    this.#resume();
  }

  /** `user` does not need it any more; with the last one it goes to sleep. */
  rest(user: object): void {
    if (this.#users.delete(user) && this.#users.size === 0) this.#changed();
  }

  /** Whether its time really goes on: it may claim to run while no device takes what it plays. */
  async moves(): Promise<boolean> {
    const before = this.context.currentTime;
    await new Promise<void>((resolve) => this.#timers.after(PATIENCE, resolve));
    return this.context.state === 'running' && this.context.currentTime > before;
  }

  /** Puts another context in the place of this one, for whoever needs it; `false`: there can be none. */
  renew(): boolean {
    const another = this.#another();
    if (!another) return false;
    this.#renewedAt = this.#timers.now();
    this.#context = another;
    this.#lastState = another.state;
    this.#isGoingToSleep = false;
    this.#listen();
    this.#endWait();
    // Told in any case: what runs now is another one.
    this.#status = 'asleep';
    if (this.#users.size > 0) this.#resume();
    else this.notify();
    return true;
  }

  #listen(): void {
    const context = this.#context;
    context.addEventListener('statechange', () => {
      if (context === this.#context) this.#changed();
    });
  }

  #resume(): void {
    if (this.#runs) return this.#changed();
    if (this.context.state === 'closed') return this.renew() ? undefined : this.#changed();
    // Also while it goes to sleep: Firefox then need not start its output anew, which takes it 2 s.
    // Without a gesture the promise stays pending until there is one: the status says what is.
    this.context.resume().catch(() => undefined);
    this.#changed();
  }

  #changed(): void {
    const { state } = this.context;
    const before = this.#lastState;
    this.#lastState = state;
    const needed = this.#users.size > 0;
    if (!needed || this.#runs) this.#endWait();
    else this.#stopListening ??= onGesture(() => this.#resume());
    if (state === 'closed') return this.#closed(needed);
    if (!needed) {
      // Also a context that runs by itself from the start, as it does where the browser trusts the page.
      if (this.#runs) this.#sleep();
      return this.#be('asleep');
    }
    if (this.#runs) return this.#be('running');
    // Something else took the device, or the system did: ask for it back, once, and again when it was given back.
    if (this.#status === 'running' || (before === 'interrupted' && state === 'suspended'))
      this.context.resume().catch(() => undefined);
    if (this.#status === 'blocked' || this.#stopWaiting) return;
    this.#be('waking');
    this.#stopWaiting = this.#timers.after(PATIENCE, () => {
      this.#stopWaiting = null;
      if (!this.#runs) this.#be('blocked');
    });
  }

  #sleep(): void {
    const context = this.#context;
    this.#isGoingToSleep = true;
    const asleep = () => {
      if (context !== this.#context) return;
      this.#isGoingToSleep = false;
      // Somebody may have come meanwhile.
      if (this.#users.size > 0) this.#resume();
      else this.#changed();
    };
    context.suspend().then(asleep, asleep);
  }

  #closed(needed: boolean): void {
    if (!needed) return this.#be('asleep');
    const isSoon = this.#timers.now() - this.#renewedAt < BETWEEN_RENEWALS;
    if (isSoon) return this.#be('blocked');
    if (this.renew()) return;
    this.#endWait();
    this.#be('closed');
  }

  #endWait(): void {
    this.#stopListening?.();
    this.#stopListening = null;
    this.#stopWaiting?.();
    this.#stopWaiting = null;
  }

  #be(status: AudioStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.notify();
  }
}
