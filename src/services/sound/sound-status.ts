import type { Ringer } from '../../platform/sound/ringer.ts';
import type { SoundStore } from '../../stores/sound.ts';

/** Keeps the store at whether a ring can be heard, and why not; the returned function ends it. */
export function watchSound(deps: {
  readonly ringer: Pick<Ringer, 'status' | 'obstacle' | 'subscribe'>;
  readonly sound: SoundStore;
  /** Whether this page is the one that sounds: what rings elsewhere rings on. */
  readonly isOurs: () => boolean;
  readonly words: () => Readonly<Record<'soundBlocked' | 'soundInterrupted' | 'soundUnsupported', string>>;
}): () => void {
  const { ringer, sound, isOurs, words } = deps;
  const silent = () => (isOurs() ? { ringing: null } : {});
  const whyBlocked = () =>
    ringer.obstacle === 'contextInterrupted' ? words().soundInterrupted : words().soundBlocked;
  const read = () => {
    switch (ringer.status) {
      case 'asleep':
        return sound.update({ status: 'idle', reason: null });
      case 'waking':
        // For a moment only: what was known before holds.
        return;
      case 'running':
        return sound.update({ status: 'running', reason: null });
      case 'blocked':
        return sound.update({ status: 'blocked', reason: whyBlocked(), ...silent() });
      case 'closed':
        return sound.update({ status: 'failed', reason: words().soundUnsupported, ...silent() });
    }
  };
  read();
  return ringer.subscribe(read);
}
