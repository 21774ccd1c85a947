import type { ContextType } from '@lit/context';
import type { IconName } from '../../../assets/icons/icons.ts';
import type { Strings } from '../../../assets/locales/en.ts';
import type { workContext } from '../../../src/contexts.ts';
import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { secondsLeft, type Instant } from '../../../src/domain/time.ts';
import { canceledAs } from '../../shared/canceled.ts';

type WorkState = ContextType<typeof workContext>;
type AnswerInFlight = NonNullable<ReturnType<WorkState['answers']['get']>>;

/**
 * The state of a toast. `ringing`: waits for an answer; `urgent`: with 10 seconds left or fewer; `checking`: an
 * answer waits for the server; `kept`: an answer waits for the connection; `settled`: shows the outcome.
 */
export type RequestState = 'ringing' | 'urgent' | 'checking' | 'kept' | 'settled';

/** The content of a toast. */
export interface RequestView {
  readonly state: RequestState;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  /** The label of the button in the place of Accept. */
  readonly button: string;
}

/** The seconds left from which a request is urgent. */
export const URGENT_SECONDS = 10;

export function viewRequest(
  work: AgentWork,
  answer: AnswerInFlight | undefined,
  now: Instant,
  words: Strings,
): RequestView {
  if (!isWorkRequest(work.status)) return viewSettled(work, words);
  const { channel, stamp } = work;
  const accepts = answer?.kind === 'accept';
  if (answer?.state === 'kept') {
    return {
      state: 'kept',
      icon: 'unlink',
      title: accepts ? words.acceptKept : words.declineKept,
      detail: words.keptWhy,
      button: words.waitingForConnection,
    };
  }
  if (answer) {
    return {
      state: 'checking',
      icon: channel.type,
      title: words.checking,
      detail: accepts ? words.acceptChecking : words.declineChecking,
      button: accepts ? words.accepting : words.declining,
    };
  }
  if (stamp.automatic) {
    return {
      state: 'checking',
      icon: channel.type,
      title: words.openingForYou,
      detail: words.acceptedAutomatically(channel.name),
      button: words.accepting,
    };
  }
  const urgent = stamp.deadline !== null && secondsLeft(stamp.deadline, now) <= URGENT_SECONDS;
  return {
    state: urgent ? 'urgent' : 'ringing',
    icon: channel.type,
    title: words.request[channel.type],
    detail: urgent ? words.answerNow(channel.name) : channel.name,
    button: words.accept,
  };
}

/** How a request ended while the rep was choosing a reason. */
export function endText(
  work: AgentWork,
  view: RequestView,
  words: Strings,
): Pick<RequestView, 'icon' | 'title'> {
  if (work.status === 'declinedOnPushTimeout') return { icon: view.icon, title: words.timeRanOut };
  return work.cancelReason === 'customerLeft' ? { icon: view.icon, title: words.theCustomerLeft } : view;
}

function viewSettled(work: AgentWork, words: Strings): RequestView {
  const view = (icon: IconName, title: string, detail: string, button = words.dismiss): RequestView => ({
    state: 'settled',
    icon,
    title,
    detail,
    button,
  });
  if (work.status === 'declinedOnPushTimeout') return view('clock', words.missed, whyMissed(work, words));
  if (work.status === 'canceled') {
    const { icon, title } = canceledAs(work, words);
    return view(icon, title, whyCanceled(work, words));
  }
  if (work.openedBy === 'automatic') {
    const detail = words.acceptedAutomatically(work.channel.name);
    return view('circle-check', words.openedForYou, detail, words.showRecord);
  }
  return view('check', words.answeredElsewhere, work.channel.name);
}

function whyCanceled({ cancelReason, channel, settledAt, offeredAt }: AgentWork, words: Strings): string {
  const reasons: Record<NonNullable<AgentWork['cancelReason']>, string> = {
    customerLeft: words.leftAt(channel.name, words.exactTime(settledAt ?? offeredAt)),
    withdrawn: words.withdrawnWhy,
    graceOver: words.graceOverWhy,
    repWentOffline: words.wentOfflineWhy,
    givenBack: words.givenBackWhy,
    notDelivered: words.notDeliveredWhy,
    unknown: channel.name,
  };
  return reasons[cancelReason ?? 'unknown'];
}

function whyMissed({ stamp, offeredAt, statusUpdate }: AgentWork, words: Strings): string {
  const waited = stamp.deadline === null ? '' : words.noAnswer(secondsLeft(stamp.deadline, offeredAt));
  return statusUpdate ? `${waited} ${words.nowStatus(statusUpdate.label)}`.trim() : waited;
}
