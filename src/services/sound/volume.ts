import type { Ringer } from '../../platform/sound/ringer.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** Percent. */
const MIN_VOLUME = 20;
const MAX_VOLUME = 100;

interface Dependencies {
  readonly sound: SoundStore;
  readonly ringer: Pick<Ringer, 'setVolume'>;
  readonly tabGroup: Pick<TabGroup, 'on' | 'send'>;
  /** The storage key, which names the rep. */
  readonly name: () => string;
  readonly recall: (name: string) => string | null;
  readonly remember: (name: string, value: string | null) => void;
}

/** The rep's volume: stored per rep on this machine, and the same in all of the rep's browser tabs. */
export class Volume {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    deps.tabGroup.on('volumeSet', ({ percent }) => this.#apply(percent));
  }

  /** Applies the stored volume. */
  recall(): void {
    const { recall, name } = this.#deps;
    this.#apply(Number(recall(name()) ?? MAX_VOLUME));
  }

  /** The rep set it, percent. */
  set(percent: number): void {
    const { remember, name, sound, tabGroup } = this.#deps;
    this.#apply(percent);
    remember(name(), String(sound.state.volumePercent));
    tabGroup.send({ type: 'volumeSet', percent });
  }

  /** Erases what is stored. */
  forget(): void {
    this.#deps.remember(this.#deps.name(), null);
  }

  #apply(percent: number): void {
    if (!Number.isFinite(percent)) return;
    const volumePercent = Math.round(Math.min(MAX_VOLUME, Math.max(MIN_VOLUME, percent)));
    this.#deps.sound.update({ volumePercent });
    this.#deps.ringer.setVolume(volumePercent / 100);
  }
}
