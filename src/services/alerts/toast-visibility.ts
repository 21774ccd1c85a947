import { isWorkRequest } from '../../domain/work/agent-work.ts';
import type { Id } from '../../domain/values.ts';
import { RequestsObstructedEvent } from '../../events/facts.ts';
import type { WorkStore } from '../../stores/work.ts';

/** The toasts on the page. */
export interface Toasts {
  /** The requests that have a toast in the document. */
  shown(): readonly Id[];
  /** Whether none of them can be clicked: a modal dialog of the host makes everything outside it inert. */
  isInert(): boolean;
  /** Moves them to the top of the top layer. */
  raise(): void;
}

interface Dependencies {
  readonly work: WorkStore;
  readonly toasts: Pick<Toasts, 'shown' | 'isInert'>;
  readonly isHidden: () => boolean;
  /** Calls back when the page is hidden or shown; returns the function that stops it. */
  readonly onVisibility: (call: () => void) => () => void;
  /** Calls back when something may have covered the page; returns the function that stops it. */
  readonly onPossibleCover: (call: () => void) => () => void;
  /**
   * Runs `read` in the next frame, and `painted` once that frame is painted; returns the function that cancels it.
   */
  readonly inNextFrame: <Read>(read: () => Read, painted: (read: Read) => void) => () => void;
  /** The toasts of these requests were in a painted frame. */
  readonly painted: (agentWorkIds: readonly Id[]) => void;
  readonly dispatch: (event: Event) => boolean;
}

/** Whether the rep can see and reach their requests. Checks only while there are any. */
export class ToastVisibility {
  readonly #deps: Dependencies;
  readonly #listeners = new Set<() => void>();
  #isObstructed = false;
  #cancel: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Whether the rep cannot answer on the page: it is hidden, or a modal dialog covers the toasts. */
  get isOut(): boolean {
    return this.#isObstructed || this.#deps.isHidden();
  }

  /** Calls `listener` when this may have changed; call the returned function to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): () => void {
    const { work, onVisibility, onPossibleCover } = this.#deps;
    const look = () => this.#look();
    const stops = [
      work.subscribe(look),
      onPossibleCover(look),
      onVisibility(() => {
        look();
        this.#notify();
      }),
    ];
    look();
    return () => {
      for (const stop of stops) stop();
      this.#cancel?.();
      this.#cancel = null;
      this.#obstructed(false);
    };
  }

  #look(): void {
    if (!this.#hasRequests()) return this.#obstructed(false);
    if (this.#cancel) return;
    const { toasts, inNextFrame, painted, isHidden } = this.#deps;
    this.#cancel = inNextFrame(
      () => toasts.shown(),
      (shown) => {
        this.#cancel = null;
        if (isHidden()) return;
        painted(shown);
        this.#obstructed(this.#hasRequests() && toasts.isInert());
      },
    );
  }

  #hasRequests(): boolean {
    for (const { status } of this.#deps.work.state.works.values()) if (isWorkRequest(status)) return true;
    return false;
  }

  #obstructed(isObstructed: boolean): void {
    if (isObstructed === this.#isObstructed) return;
    this.#isObstructed = isObstructed;
    this.#deps.dispatch(new RequestsObstructedEvent(isObstructed));
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
