import type { IconName } from '../../../assets/icons/icons.ts';
import type { Strings } from '../../../assets/locales/en.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { secondsLeft, secondsSince } from '../../../src/domain/time.ts';
import { canceledAs } from '../../shared/canceled.ts';
import { length } from '../../shared/length.ts';

/** The outcome of a request: an icon, a word, and the reason. */
export interface Outcome {
  readonly icon: IconName;
  readonly tone: 'good' | 'bad' | '';
  readonly word: string;
  readonly reasons: readonly (string | null)[];
}

export function outcomeOf(work: AgentWork, words: Strings): Outcome {
  const setTo = work.statusUpdate ? words.setTo(work.statusUpdate.label) : null;
  if (work.status === 'declined') {
    return { icon: 'x', tone: '', word: words.declined, reasons: [work.declineReason?.label ?? null, setTo] };
  }
  if (work.status === 'declinedOnPushTimeout') {
    const { deadline } = work.stamp;
    const why = deadline === null ? null : words.missedWhy(secondsLeft(deadline, work.offeredAt));
    return { icon: 'clock', tone: 'bad', word: words.missed, reasons: [why, setTo] };
  }
  if (work.status === 'canceled') {
    const { icon, title } = canceledAs(work, words);
    return { icon, tone: '', word: title, reasons: [whyCanceled(work, words)] };
  }
  if (work.transferredTo)
    return { icon: 'transfer', tone: '', word: words.transferredTo(work.transferredTo.name), reasons: [] };
  if (work.openedBy === 'automatic') {
    return { icon: 'circle-check', tone: 'good', word: words.openedForYou, reasons: [] };
  }
  const seconds = secondsSince(work.offeredAt, work.openedAt ?? work.offeredAt);
  const after = words.after(length(seconds, words));
  return { icon: 'check', tone: 'good', word: words.accepted, reasons: [after] };
}

function whyCanceled(work: AgentWork, words: Strings): string | null {
  const waited = secondsSince(work.waitingSince, work.settledAt ?? work.offeredAt);
  const reasons: Record<NonNullable<AgentWork['cancelReason']>, string | null> = {
    customerLeft: words.afterWaiting(words.duration(waited)),
    withdrawn: words.takenBack,
    graceOver: words.connectionWasLost,
    repWentOffline: words.youWentOffline,
    givenBack: words.youGaveItBack,
    notDelivered: words.notCounted,
    unknown: null,
  };
  return reasons[work.cancelReason ?? 'unknown'];
}
