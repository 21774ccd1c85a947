import { Subscribable } from '../../domain/subscribable.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';
import { onGesture } from '../page.ts';

/**
 * Whether an audio context is audible. `asleep`: not needed, costs nothing. `waking`: asked to run. `blocked`: the
 * browser waits for a user gesture, or something else holds the device.
 */
export type AudioStatus = 'asleep' | 'waking' | 'running' | 'blocked' | 'closed';

/** A context that is not running this long after it was resumed counts as blocked. */
const RESUME_TIMEOUT: Milliseconds = 150;
/**
 * The minimum interval between two automatic replacements of a context that the browser closed; a click always
 * replaces it.
 */
const MIN_RENEWAL_INTERVAL: Milliseconds = 1000;

/**
 * Keeps one audio context running while anyone needs it (a silent running context costs about 3 % of a core), and
 * resumes it at the next user gesture if the browser blocks it. A closed context is replaced. Nothing is queued
 * meanwhile: callers ask again once it runs.
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

  /** `another` creates a replacement for a context that no longer works; `null` if it cannot. */
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

  /**
   * While being suspended the context still reports `running`, for some 20 ms in Firefox; sound started then would be
   * cut off.
   */
  get #runs(): boolean {
    return this.context.state === 'running' && !this.#isGoingToSleep;
  }

  get status(): AudioStatus {
    return this.#status;
  }

  /** What prevents it from running; `null` if it runs. */
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

  /** `user` no longer needs it; after the last user it is suspended. */
  rest(user: object): void {
    if (this.#users.delete(user) && this.#users.size === 0) this.#changed();
  }

  /** Whether its clock advances: a context may claim to run while no device consumes its output. */
  async moves(): Promise<boolean> {
    const before = this.context.currentTime;
    await new Promise<void>((resolve) => this.#timers.after(RESUME_TIMEOUT, resolve));
    return this.context.state === 'running' && this.context.currentTime > before;
  }

  /** Replaces the context for all its users; `false` if that is impossible. */
  renew(): boolean {
    const another = this.#another();
    if (!another) return false;
    this.#renewedAt = this.#timers.now();
    this.#context = another;
    this.#lastState = another.state;
    this.#isGoingToSleep = false;
    this.#listen();
    this.#endWait();
    // Forces a notification, since the running context is a different one.
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
    // Resume even while it is being suspended: Firefox then need not restart its output, which takes 2 s. Without a
    // gesture the promise stays pending; the status reflects that.
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
      // This includes a context that starts running by itself, where the browser trusts the page.
      if (this.#runs) this.#sleep();
      return this.#be('asleep');
    }
    if (this.#runs) return this.#be('running');
    // Another application or the system took the device: ask for it back once, and again when it was released.
    if (this.#status === 'running' || (before === 'interrupted' && state === 'suspended'))
      this.context.resume().catch(() => undefined);
    if (this.#status === 'blocked' || this.#stopWaiting) return;
    this.#be('waking');
    this.#stopWaiting = this.#timers.after(RESUME_TIMEOUT, () => {
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
      // Someone may have needed it meanwhile.
      if (this.#users.size > 0) this.#resume();
      else this.#changed();
    };
    context.suspend().then(asleep, asleep);
  }

  #closed(needed: boolean): void {
    if (!needed) return this.#be('asleep');
    const isSoon = this.#timers.now() - this.#renewedAt < MIN_RENEWAL_INTERVAL;
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
