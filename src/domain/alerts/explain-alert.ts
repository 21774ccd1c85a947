import type { AgentWork } from '../work/agent-work.ts';
import type { AlertReceipt, AlertReceiptKind, SoundObstacle } from './alert-receipt.ts';
import type { Instant, Milliseconds } from '../time.ts';

/** The fields of an agent work that the explanation uses. */
export type AlertedWork = Pick<AgentWork, 'status' | 'offeredAt' | 'cancelReason' | 'openedBy'> & {
  readonly stamp: Pick<AgentWork['stamp'], 'ring'>;
};
/** The fields of a receipt that the explanation uses. */
export type KnownReceipt = Pick<AlertReceipt, 'kind' | 'at' | 'visibility' | 'reason'>;

/**
 * What happened to a request on the rep's side, in one plain sentence: where it was shown and how soon, whether its
 * sound was audible, and how it ended. `words` provides the clauses, for other languages.
 */
export function explainAlert(
  work: AlertedWork,
  receipts: readonly KnownReceipt[],
  words: AlertWords = alertWords,
): string {
  const first = new Map<AlertReceiptKind, KnownReceipt>();
  for (const receipt of receipts) if (!first.has(receipt.kind)) first.set(receipt.kind, receipt);
  const after = (at: Instant) => Math.max(0, at - work.offeredAt);
  const clauses = [
    arrivalClause(first, after, words),
    soundClause(work, first, after, words),
    endClause(work, first, after, words),
  ];
  return words.sentence(clauses.filter((clause) => clause !== null));
}

type First = ReadonlyMap<AlertReceiptKind, KnownReceipt>;
type After = (at: Instant) => Milliseconds;

function arrivalClause(first: First, after: After, words: AlertWords): string {
  const [painted, notified, delivered] = [
    first.get('painted'),
    first.get('notified'),
    first.get('delivered'),
  ];
  if (painted) {
    const shown = words.shown(after(painted.at), painted.visibility);
    return notified ? words.withNotification(shown) : shown;
  }
  if (notified) return words.onlyNotified(after(notified.at));
  if (delivered) return words.onlyDelivered(after(delivered.at), delivered.visibility);
  return words.notDelivered;
}

function soundClause({ stamp }: AlertedWork, first: First, after: After, words: AlertWords): string | null {
  const [started, blocked] = [first.get('soundStarted'), first.get('soundBlocked')];
  const why = (receipt: KnownReceipt) =>
    receipt.reason === undefined ? null : words.obstacles[receipt.reason];
  if (started && blocked)
    return started.at < blocked.at
      ? words.soundStartedThenBlocked(after(started.at), after(blocked.at), why(blocked))
      : words.soundBlockedThenStarted(after(started.at), why(blocked));
  if (started) {
    const reason = why(started);
    const seconds = after(started.at);
    return reason === null ? words.soundStarted(seconds) : words.defaultSoundStarted(seconds, reason);
  }
  if (blocked) return words.soundBlocked(why(blocked));
  if (stamp.ring === null) return words.noSound;
  // Without a delivery no sound is expected.
  return first.size > 0 ? words.soundUnknown : null;
}

function endClause(work: AlertedWork, first: First, after: After, words: AlertWords): string | null {
  const answered = first.get('answered');
  const end = words.ends[endOf(work)];
  if (!answered) return end;
  const answer = words.answered(after(answered.at));
  const isInVain = work.status === 'declinedOnPushTimeout' || work.status === 'canceled';
  return isInVain ? words.inVain(answer, end) : answer;
}

/** How a request ended: a cancel reason, or another ending. */
type AlertEnd =
  | NonNullable<AgentWork['cancelReason']>
  | 'waiting'
  | 'accepted'
  | 'automatic'
  | 'declined'
  | 'missed';

function endOf({ status, cancelReason, openedBy }: AlertedWork): AlertEnd {
  switch (status) {
    case 'assigned':
      return 'waiting';
    case 'declined':
      return 'declined';
    case 'declinedOnPushTimeout':
      return 'missed';
    case 'canceled':
      return cancelReason ?? 'unknown';
    case 'opened':
    case 'afterConversationWork':
    case 'closed':
    case 'transferred':
      return openedBy === 'automatic' ? 'automatic' : 'accepted';
  }
}

const seconds = (length: Milliseconds) => `${(length / 1000).toFixed(1)} s`;
const because = (reason: string | null) => (reason === null ? '' : ` because ${reason}`);

/** The clauses of the explanation, in English. */
export const alertWords = {
  sentence: (clauses: readonly string[]) => `${clauses.join('; ')}.`,

  shown: (after: Milliseconds, visibility: AlertReceipt['visibility']) =>
    `Shown ${seconds(after)} after the offer in a ${visibility} browser tab`,
  withNotification: (shown: string) => `${shown}, with a notification`,
  onlyNotified: (after: Milliseconds) =>
    `A notification was shown ${seconds(after)} after the offer, but nothing says that the panel showed it`,
  onlyDelivered: (after: Milliseconds, visibility: AlertReceipt['visibility']) =>
    `It reached a ${visibility} browser tab ${seconds(after)} after the offer, but nothing says that it was shown`,
  notDelivered: 'Nothing says that it reached a panel',

  soundStarted: (after: Milliseconds) => `the sound started ${seconds(after)} after the offer`,
  defaultSoundStarted: (after: Milliseconds, reason: string) =>
    `the default sound started ${seconds(after)} after the offer because ${reason}`,
  soundBlocked: (reason: string | null) => `the sound was blocked${because(reason)}`,
  soundBlockedThenStarted: (after: Milliseconds, reason: string | null) =>
    `the sound was blocked at first${because(reason)}, and started ${seconds(after)} after the offer`,
  soundStartedThenBlocked: (started: Milliseconds, blocked: Milliseconds, reason: string | null) =>
    `the sound started ${seconds(started)} after the offer, and was blocked after ${seconds(blocked)}${because(reason)}`,
  noSound: 'it was offered without a sound',
  soundUnknown: 'nothing is known about the sound',

  obstacles: {
    contextSuspended: 'the page had not been clicked yet',
    contextInterrupted: 'something else held the audio device',
    contextClosed: 'the browser gave the page no audio',
    soundOff: 'sounds are off',
    notFetched: 'the custom sound could not be fetched',
    notDecoded: 'the custom sound could not be decoded',
    tooLong: 'the custom sound is too long',
    tooSlow: 'it was ready only when the time to ring was over',
    newerRequest: 'a newer request rang',
    otherTab: 'another browser tab had the sound',
    notConnected: 'the connection was lost',
    hostPrevented: 'the host application prevented it',
  } satisfies Record<SoundObstacle, string> as Record<SoundObstacle, string>,

  answered: (after: Milliseconds) => `answered ${seconds(after)} after the offer`,
  inVain: (answer: string, end: string) => `${answer}, but ${end}`,
  ends: {
    waiting: 'it waits for the answer',
    accepted: 'it was accepted',
    automatic: 'it was accepted automatically',
    declined: 'it was declined',
    missed: 'the push time-out came first',
    customerLeft: 'the customer left',
    withdrawn: 'it was withdrawn',
    graceOver: 'the rep was away for too long',
    givenBack: 'the rep gave it back',
    repWentOffline: 'the rep went Offline',
    notDelivered: 'it went back to the queue',
    unknown: 'it was canceled',
  } satisfies Record<AlertEnd, string> as Record<AlertEnd, string>,
};
export type AlertWords = typeof alertWords;
