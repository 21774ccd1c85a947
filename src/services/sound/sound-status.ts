import type { Ringer } from '../../platform/sound/ringer.ts';
import type { SoundStore } from '../../stores/sound.ts';

/** Keeps the store up to date on whether a ring is audible, and if not, why; call the returned function to stop. */
export function watchSound(deps: {
  readonly ringer: Pick<Ringer, 'status' | 'obstacle' | 'subscribe'>;
  readonly sound: SoundStore;
  /** Whether this is the page that plays sound; a ring in another page goes on there. */
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
        // A transient state: the previous one stands.
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
