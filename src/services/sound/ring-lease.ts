import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** A frozen page falls silent after this time: no other page takes its turn earlier. */
export const SILENT_AFTER: Milliseconds = 450;
const RENEWED_EVERY: Milliseconds = 150;

interface Dependencies {
  readonly tabGroup: Pick<TabGroup, 'members' | 'subscribe'>;
  /** Whether this is the one page of the rep that plays sound. */
  readonly turn: { readonly isMine: boolean };
  readonly sound: SoundStore;
  readonly ringer: Pick<Ringer, 'limit'>;
  readonly timers: Timers;
}

/**
 * Where several pages could ring, each rings only under a lease that it keeps renewing: audio keeps playing by itself
 * while a page is too busy to learn that another one has the turn.
 */
export class RingLease {
  readonly #deps: Dependencies;
  #renewedAt: Milliseconds = 0;
  #cancel: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  start(): () => void {
    const { tabGroup, sound } = this.#deps;
    const stops = [tabGroup, sound].map((source) => source.subscribe(() => this.#follow()));
    this.#follow();
    return () => {
      for (const stop of stops) stop();
      this.#end();
    };
  }

  #follow(): void {
    const { tabGroup, turn, sound, ringer, timers } = this.#deps;
    if (!turn.isMine || sound.state.ringing === null) return this.#end();
    if (tabGroup.members.size === 0) {
      if (this.#cancel) ringer.limit(null);
      return this.#end();
    }
    if (this.#cancel) return;
    this.#renewedAt = timers.now();
    this.#renew();
  }

  #renew(): void {
    const { ringer, timers } = this.#deps;
    const now = timers.now();
    // Otherwise the page was frozen: pending messages come first, since they may say that another page has the turn.
    if (now - this.#renewedAt < SILENT_AFTER) ringer.limit(SILENT_AFTER / 1000);
    this.#renewedAt = now;
    this.#cancel = timers.after(RENEWED_EVERY, () => this.#renew());
  }

  #end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
