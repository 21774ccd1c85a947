import type { ContextType } from '@lit/context';
import { sentence } from '../../../assets/locales/sentence.ts';
import type { Strings } from '../../../assets/locales/en.ts';
import type { presenceContext, workContext } from '../../../src/contexts.ts';
import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import { canceledAs } from '../../shared/canceled.ts';

type WorkState = ContextType<typeof workContext>;
type PresenceState = ContextType<typeof presenceContext>;

/** What happens within this time is announced together: a missed request and its status change, or a whole burst. */
const TOGETHER: Milliseconds = 300;
/** The least time between two announcements, so that one does not replace the other unread. */
const BETWEEN: Milliseconds = 2000;

/** Something that happened, and what it happened to; `about` is `null` for a whole sentence. */
interface Outcome {
  readonly title: string;
  readonly about: string | null;
}

/** Collects what became of requests, wrap-ups and the presence status, for one polite announcement at a time. */
export class Outcomes {
  #work: WorkState | null = null;
  #presence: PresenceState | null = null;
  #collected: Outcome[] = [];
  #due: Instant | null = null;
  #last: Instant = Number.NEGATIVE_INFINITY;

  /** What to announce now; `null` if there is nothing new, or more may follow at once. */
  announce(
    work: WorkState | undefined,
    presence: PresenceState | undefined,
    now: Instant,
    words: Strings,
  ): string | null {
    if (work) this.#collected.push(...outcomesOfWork(this.#work, work, words));
    if (presence) this.#collected.push(...statusSentence(this.#presence, presence, words));
    this.#work = work ?? null;
    this.#presence = presence ?? null;
    if (this.#collected.length === 0) return null;
    this.#due ??= Math.max(now + TOGETHER, Math.min(this.#last, now) + BETWEEN);
    if (now < this.#due) return null;
    const said = together(this.#collected, words);
    this.#collected = [];
    this.#due = null;
    this.#last = now;
    return said;
  }

  /** When collected outcomes are announced; `null` if there are none. */
  get next(): Instant | null {
    return this.#due;
  }
}

/** One sentence for each kind of outcome, with the first work and the number of others; the status comes last. */
function together(collected: readonly Outcome[], words: Strings): string {
  const sentences: string[] = [];
  const titles = new Set(collected.filter(({ about }) => about !== null).map(({ title }) => title));
  for (const title of titles) {
    const alike = collected.filter((one) => one.title === title && one.about !== null);
    const more = alike.length > 1 ? words.announceMore(alike.length - 1) : '';
    sentences.push(sentence(words.about(title, alike[0]?.about ?? '')) + more);
  }
  const whole = collected.filter(({ about }) => about === null).map(({ title }) => title);
  return [...sentences, ...new Set(whole)].join(' ');
}

function* outcomesOfWork(before: WorkState | null, now: WorkState, words: Strings): Iterable<Outcome> {
  // What happened before the first snapshot, or for another rep, is no news.
  if (!before?.capacity || !now.capacity || before === now) return;
  for (const work of now.works.values()) {
    const then = before.works.get(work.id);
    if (then === work) continue;
    const title = outcomeOf(then, work, words);
    if (title !== null) yield { title, about: work.subject };
  }
  for (const [id, answer] of now.answers) {
    const work = now.works.get(id);
    if (answer.state !== 'kept' || before.answers.get(id)?.state === 'kept' || !work) continue;
    if (answer.kind === 'accept') yield { title: words.acceptKept, about: work.subject };
    if (answer.kind === 'decline') yield { title: words.declineKept, about: work.subject };
  }
  // Elsewhere a refusal is an alert of its own.
  for (const [id, refusal] of now.refusals)
    if (before.refusals.get(id) !== refusal && isWorkRequest(now.works.get(id)?.status ?? 'closed'))
      yield { title: sentence(refusal), about: null };
}

function outcomeOf(then: AgentWork | undefined, now: AgentWork, words: Strings): string | null {
  if (!then) return now.status === 'opened' ? words.accepted : null;
  if (then.status !== now.status) return statusTitle(then, now, words);
  if (then.customerLeftAt === null && now.customerLeftAt !== null) return words.customerLeft;
  if (now.acw && then.acw && now.acw.extensionsUsed > then.acw.extensionsUsed)
    return words.wrapUpExtended(words.exactTime(now.acw.endsAt));
  return null;
}

function statusTitle(then: AgentWork, now: AgentWork, words: Strings): string | null {
  switch (now.status) {
    case 'assigned':
      return null;
    case 'opened':
      return now.openedBy === 'automatic' ? words.openedForYou : words.accepted;
    case 'declined':
      return words.declined;
    case 'declinedOnPushTimeout':
      return words.missed;
    case 'canceled':
      return canceledAs(now, words).title;
    case 'transferred':
      return now.transferredTo ? words.transferredTo(now.transferredTo.name) : null;
    case 'afterConversationWork':
      return now.acw ? words.wrapUpStarted(words.exactTime(now.acw.endsAt)) : null;
    case 'closed':
      return then.status === 'afterConversationWork' ? words.wrapUpOver : words.closed;
  }
}

// After a loss of the connection the banner says what the server set.
function* statusSentence(
  before: PresenceState | null,
  now: PresenceState,
  words: Strings,
): Iterable<Outcome> {
  const [then, status] = [before?.confirmed, now.confirmed];
  const dropped = before?.statusAfterAcw;
  // The rep queued it, and a decline or a missed request has set another one since.
  if (dropped && !now.statusAfterAcw && status && status.status.id !== dropped.id && setsItself(status))
    yield { title: words.noLongerQueued(dropped.name), about: null };
  const [ranUntil, runsUntil] = [before?.outboundEndsAt ?? null, now.outboundEndsAt];
  if (then && status && (ranUntil === null) !== (runsUntil === null))
    yield {
      title: runsUntil === null ? words.outboundOver : words.outboundUntil(words.time(runsUntil)),
      about: null,
    };
  if (!then || !status || status.cause === 'grace' || then.status.id === status.status.id) return;
  yield { title: words.nowStatus(status.status.name), about: null };
}

const setsItself = ({ cause }: NonNullable<PresenceState['confirmed']>): boolean =>
  cause === 'decline' || cause === 'pushTimeout';
