import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { clockContext } from '../contexts.ts';
import type { Clock, Instant, Milliseconds } from '../domain/time.ts';

/**
 * Re-renders an element at the right instants. At each update of the host it asks `next` when the rendered output
 * becomes outdated (`null` for never). So the host's properties can change the rhythm, and an element that shows no
 * time costs nothing.
 */
export class ClockController implements ReactiveController {
  #clock: Clock | undefined;
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly next: (now: Instant) => Instant | null,
  ) {
    host.addController(this);
    new ContextConsumer(host, {
      context: clockContext,
      subscribe: true,
      callback: (clock) => this.#use(clock),
    });
  }

  /** The present instant. */
  get now(): Instant {
    return this.#clock?.now() ?? Date.now();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#stop?.();
    this.#stop = undefined;
    // A pending update still runs after the host was removed.
    if (!this.host.isConnected) return;
    let drawing = true;
    this.#stop = this.#clock?.watch((now) => {
      if (drawing) return this.next(now);
      this.host.requestUpdate();
      return null;
    });
    drawing = false;
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #use(clock: Clock): void {
    this.#clock = clock;
    this.host.requestUpdate();
  }
}

/** The next instant at which the number of whole seconds to or from `anchor` changes. */
export function nextSecond(anchor: Instant, now: Instant): Instant {
  const intoSecond: Milliseconds = (((now - anchor) % 1000) + 1000) % 1000;
  return now + 1000 - intoSecond;
}
