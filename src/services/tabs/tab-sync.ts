import type { Id } from '../../domain/values.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { TabGroup } from './tab-group.ts';
import type { RingTurn } from '../sound/ring-turn.ts';
import type { SoundFault } from '../sound/sound-library.ts';

interface Dependencies {
  readonly tabGroup: TabGroup;
  readonly work: WorkStore;
  readonly sound: SoundStore;
  readonly turn: Pick<RingTurn, 'isMine' | 'sounder'>;
  readonly faultWords: () => Readonly<Record<SoundFault, string>>;
  /** What the rep did, or was shown, in another browser tab. */
  readonly elsewhere: {
    painted(agentWorkIds: readonly Id[]): void;
    notified(agentWorkId: Id): void;
    answered(agentWorkId: Id, answer: 'accept' | 'decline'): void;
    alarmSilenced(): void;
    returnDismissed(): void;
    volumeSet(percent: number): void;
    outputsChosen(): void;
    signedOut(forget: boolean): void;
    slept(since: number): void;
  };
}

/** Keeps the rep's pages in step: what is done, seen or heard in one counts for all. */
export function shareAmongPages(deps: Dependencies): void {
  const { tabGroup, work, sound, turn, elsewhere, faultWords } = deps;
  tabGroup.on('painted', ({ agentWorkIds }) => elsewhere.painted(agentWorkIds));
  tabGroup.on('notified', ({ agentWorkId }) => elsewhere.notified(agentWorkId));
  tabGroup.on('answered', ({ agentWorkId, answer }) => elsewhere.answered(agentWorkId, answer));
  tabGroup.on('dismissed', ({ agentWorkId }) => work.dismiss(agentWorkId));
  tabGroup.on('alarmSilenced', () => elsewhere.alarmSilenced());
  tabGroup.on('returnDismissed', () => elsewhere.returnDismissed());
  tabGroup.on('volumeSet', ({ percent }) => elsewhere.volumeSet(percent));
  tabGroup.on('outputsChosen', () => elsewhere.outputsChosen());
  tabGroup.on('signedOut', ({ forget }) => elsewhere.signedOut(forget));
  tabGroup.on('slept', ({ since }) => elsewhere.slept(since));
  tabGroup.on('ringing', ({ agentWorkId, fault }, from) => {
    if (turn.isMine || from !== turn.sounder) return;
    // One sound at a time: a sound test ends first.
    if (agentWorkId !== null) sound.update({ testing: false });
    sound.update({ ringing: agentWorkId, fault, fallback: fault && faultWords()[fault] });
  });
  tabGroup.on('hello', (_, from) => turn.isMine && tabGroup.send(ringing(), from));

  const ringing = () => {
    const { ringing: agentWorkId, fault } = sound.state;
    return { type: 'ringing', agentWorkId, fault } as const;
  };
  let answers = work.state.answers;
  work.subscribe((state) => {
    const before = answers;
    answers = state.answers;
    for (const [agentWorkId, { kind }] of answers === before ? [] : answers)
      if (!before.has(agentWorkId) && (kind === 'accept' || kind === 'decline'))
        tabGroup.send({ type: 'answered', agentWorkId, answer: kind });
  });
  let previous = sound.state;
  sound.subscribe((state) => {
    const before = previous;
    previous = state;
    if (turn.isMine && (state.ringing !== before.ringing || state.fault !== before.fault))
      tabGroup.send(ringing());
  });
}
