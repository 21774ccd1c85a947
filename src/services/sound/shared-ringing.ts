import type { SoundStore } from '../../stores/sound.ts';
import type { TabGroup } from '../tabs/tab-group.ts';
import type { RingTurn } from './ring-turn.ts';
import type { SoundFault } from './sound-library.ts';

/** Shows in every browser tab of the rep which request rings, and what is wrong with its sound. */
export function shareRinging(deps: {
  readonly tabGroup: Pick<TabGroup, 'on' | 'send'>;
  readonly sound: SoundStore;
  readonly turn: Pick<RingTurn, 'isMine' | 'sounder'>;
  readonly faultWords: () => Readonly<Record<SoundFault, string>>;
}): void {
  const { tabGroup, sound, turn, faultWords } = deps;
  const ringing = () => {
    const { ringing: agentWorkId, fault } = sound.state;
    return { type: 'ringing', agentWorkId, fault } as const;
  };
  tabGroup.on('ringing', ({ agentWorkId, fault }, from) => {
    if (turn.isMine || from !== turn.sounder) return;
    // One sound at a time: a sound test ends first.
    if (agentWorkId !== null) sound.update({ testing: false });
    sound.update({ ringing: agentWorkId, fault, fallback: fault && faultWords()[fault] });
  });
  tabGroup.on('hello', (_, from) => turn.isMine && tabGroup.send(ringing(), from));
  let previous = sound.state;
  sound.subscribe((state) => {
    const before = previous;
    previous = state;
    if (turn.isMine && (state.ringing !== before.ringing || state.fault !== before.fault))
      tabGroup.send(ringing());
  });
}
