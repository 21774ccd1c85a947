import type { IconName } from '../../../assets/icons/icons.ts';
import type { Strings } from '../../../assets/locales/en.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { secondsLeft, secondsSince } from '../../../src/domain/time.ts';
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
  if (work.status === 'canceled') return canceled(work, words);
  if (work.transferredTo)
    return { icon: 'transfer', tone: '', word: words.transferredTo(work.transferredTo.name), reasons: [] };
  if (work.openedBy === 'automatic') {
    return { icon: 'circle-check', tone: 'good', word: words.openedForYou, reasons: [] };
  }
  const seconds = secondsSince(work.offeredAt, work.openedAt ?? work.offeredAt);
  const after = words.after(length(seconds, words));
  return { icon: 'check', tone: 'good', word: words.accepted, reasons: [after] };
}

function canceled(work: AgentWork, words: Strings): Outcome {
  const outcome = (icon: IconName, word: string, reason: string | null): Outcome => {
    return { icon, tone: '', word, reasons: [reason] };
  };
  const waited = secondsSince(work.waitingSince, work.settledAt ?? work.offeredAt);
  const outcomes: Record<NonNullable<AgentWork['cancelReason']>, Outcome> = {
    customerLeft: outcome('gone', words.customerLeft, words.afterWaiting(words.duration(waited))),
    withdrawn: outcome('undo', words.withdrawn, words.takenBack),
    graceOver: outcome('undo', words.backInQueue, words.connectionWasLost),
    repWentOffline: outcome('undo', words.backInQueue, words.youWentOffline),
    givenBack: outcome('undo', words.backInQueue, words.youGaveItBack),
    notDelivered: outcome('unlink', words.notDelivered, words.notCounted),
    unknown: outcome('undo', words.canceled, null),
  };
  return outcomes[work.cancelReason ?? 'unknown'];
}
