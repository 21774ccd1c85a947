import { isWorkRequest, MAX_SETTLED_WORKS, type AgentWork } from '../domain/work/agent-work.ts';
import type { Capacity } from '../domain/work/capacity.ts';
import { byUrgency } from '../domain/work/request-order.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** An answer of the rep that the server has not confirmed yet. */
export interface AnswerInFlight {
  readonly kind:
    | 'accept'
    | 'decline'
    | 'end-conversation'
    | 'close'
    | 'transfer'
    | 'extend-acw'
    | 'end-acw'
    | 'take';
  /** `checking`: sent, not yet confirmed. `kept`: waits for the connection. */
  readonly state: 'checking' | 'kept';
}

export interface WorkState {
  /** All agent works by id, open and recently settled, as received from the server. */
  readonly works: ReadonlyMap<Id, AgentWork>;
  readonly capacity: Capacity | null;
  readonly answers: ReadonlyMap<Id, AnswerInFlight>;
  /** Settled requests whose outcome the rep has not dismissed: a toast, or for missed ones their number. */
  readonly outcomes: ReadonlySet<Id>;
  /** Why an answer was refused, by agent work; shown on its toast. */
  readonly refusals: ReadonlyMap<Id, string>;
}

const EMPTY: WorkState = {
  works: new Map(),
  capacity: null,
  answers: new Map(),
  outcomes: new Set(),
  refusals: new Map(),
};

/** Receives a work as it is now, and as it was before; `undefined` if it was unknown. */
export type WorkListener = (now: AgentWork, before: AgentWork | undefined) => void;

/**
 * The rep's agent works, as received from the server, and pending answers. `state` is always up to date. Followers of
 * single works are notified of every change at once; subscribers to the whole are notified once per task, so that a
 * burst after a sleep costs as much as one message.
 */
export class WorkStore extends Store<WorkState> {
  readonly #followers = new Set<WorkListener>();
  /** Changes since the state was last built: copying all works for each of a thousand changes would take a second. */
  readonly #arrived = new Map<Id, AgentWork>();
  #arrivedCapacity: Capacity | null = null;
  #isNotifyScheduled = false;
  readonly #later: (notify: () => void) => void;

  /** `later` schedules the notification of subscribers; by default after the present task. */
  constructor(later: (notify: () => void) => void = (notify) => queueMicrotask(notify)) {
    super(EMPTY);
    this.#later = later;
  }

  override get state(): WorkState {
    if (this.#arrived.size > 0 || this.#arrivedCapacity) this.#applyArrived();
    return super.state;
  }

  /** Calls `listener` with each work that changes, in order; call the returned function to stop. */
  follow(listener: WorkListener): () => void {
    const own: WorkListener = (now, before) => listener(now, before);
    this.#followers.add(own);
    return () => this.#followers.delete(own);
  }

  /** Replaces everything with the server's snapshot. */
  resynchronise(agentWorks: readonly AgentWork[], capacity: Capacity): void {
    const before = this.state;
    const works = new Map(agentWorks.map((work) => [work.id, work]));
    const answers = new Map([...before.answers].filter(([id]) => works.has(id)));
    const outcomes = withOutcomes(before, works.values());
    this.setSilently({ ...before, works: bounded(works), capacity, outcomes, answers });
    for (const work of agentWorks) this.#tellFollowers(work, before.works.get(work.id));
    this.#scheduleNotify();
  }

  put(work: AgentWork): void {
    // The outcome depends on the previous state: a second change within one task is applied separately.
    if (this.#arrived.has(work.id)) this.#applyArrived();
    const before = super.state.works.get(work.id);
    this.#arrived.set(work.id, work);
    this.#tellFollowers(work, before);
    this.#scheduleNotify();
  }

  setCapacity(capacity: Capacity): void {
    this.#arrivedCapacity = capacity;
    this.#scheduleNotify();
  }

  answer(id: Id, answer: AnswerInFlight | null): void {
    const answers = new Map(this.state.answers);
    const refusals = new Map(this.state.refusals);
    if (answer) answers.set(id, answer);
    else answers.delete(id);
    refusals.delete(id);
    this.#change({ ...this.state, answers, refusals });
  }

  refuse(id: Id, sentence: string): void {
    const answers = new Map(this.state.answers);
    answers.delete(id);
    this.#change({ ...this.state, answers, refusals: new Map(this.state.refusals).set(id, sentence) });
  }

  /** The outcome of this request will be shown, whether or not this page knew it as open. */
  showOutcome(id: Id): void {
    const work = this.state.works.get(id);
    if (work && showsOutcome(work))
      this.#change({ ...this.state, outcomes: new Set([id, ...this.state.outcomes]) });
  }

  dismiss(id: Id): void {
    const outcomes = new Set(this.state.outcomes);
    if (outcomes.delete(id)) this.#change({ ...this.state, outcomes });
  }

  /** Clears everything: another rep, or signed out. */
  empty(): void {
    this.#forgetArrived();
    if (super.state !== EMPTY) this.#change(EMPTY);
  }

  #applyArrived(): void {
    const before = super.state;
    const capacity = this.#arrivedCapacity ?? before.capacity;
    const arrived = [...this.#arrived.values()];
    this.#forgetArrived();
    if (arrived.length === 0) return this.setSilently({ ...before, capacity });
    const works = new Map(before.works);
    for (const work of arrived) works.set(work.id, work);
    const outcomes = withOutcomes(before, arrived);
    this.setSilently({ ...before, works: bounded(works), capacity, outcomes });
  }

  #forgetArrived(): void {
    this.#arrived.clear();
    this.#arrivedCapacity = null;
  }

  #change(state: WorkState): void {
    this.setSilently(state);
    this.#scheduleNotify();
  }

  #scheduleNotify(): void {
    if (this.#isNotifyScheduled) return;
    this.#isNotifyScheduled = true;
    this.#later(() => {
      this.#isNotifyScheduled = false;
      this.notify();
    });
  }

  #tellFollowers(now: AgentWork, before: AgentWork | undefined): void {
    for (const follower of [...this.#followers]) follower(now, before);
  }
}

/** The outcomes, including those of `works`. The rep's own answers need none; any other end of a request does. */
function withOutcomes(before: WorkState, works: Iterable<AgentWork>): ReadonlySet<Id> {
  const settled: Id[] = [];
  for (const work of works) {
    const then = before.works.get(work.id);
    if (then && isWorkRequest(then.status) && showsOutcome(work)) settled.push(work.id);
  }
  if (settled.length === 0) return before.outcomes;
  return new Set([...settled, ...before.outcomes].slice(0, MAX_SETTLED_WORKS));
}

/** Whether a rep is shown the outcome of a request, which they did not answer. */
function showsOutcome(work: AgentWork): boolean {
  if (work.status === 'opened') return work.openedBy === 'automatic';
  if (work.status === 'canceled')
    return work.cancelReason !== 'repWentOffline' && work.cancelReason !== 'givenBack';
  return work.status === 'declinedOnPushTimeout';
}

function bounded(works: Map<Id, AgentWork>): ReadonlyMap<Id, AgentWork> {
  if (works.size <= MAX_SETTLED_WORKS) return works;
  const settled = [...works.values()].filter(({ settledAt }) => settledAt !== null);
  settled.sort((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0));
  for (const { id } of settled.slice(MAX_SETTLED_WORKS)) works.delete(id);
  return works;
}

/** The requests that wait for an answer or show an outcome, most urgent first. */
export function requestsToShow(state: WorkState): AgentWork[] {
  const shown = [...state.works.values()].filter(
    (work) => isWorkRequest(work.status) || (state.outcomes.has(work.id) && !isMissed(work)),
  );
  return shown.sort(byUrgency);
}

/** The requests that wait for an answer, most urgent first. */
export function waitingRequests(state: WorkState): AgentWork[] {
  return requestsToShow(state).filter(({ status }) => isWorkRequest(status));
}

/** The missed requests that the rep has not dismissed, latest first. */
export function missedRequests(state: WorkState): AgentWork[] {
  return recentRequests(state).filter((work) => isMissed(work) && state.outcomes.has(work.id));
}

const isMissed = ({ status }: AgentWork): boolean => status === 'declinedOnPushTimeout';

/** Accepted work that is not in wrap-up, latest accepted first. */
export function acceptedWorks(state: WorkState): AgentWork[] {
  return [...state.works.values()]
    .filter(({ status }) => status === 'opened')
    .sort((one, other) => (other.openedAt ?? 0) - (one.openedAt ?? 0));
}

/** Work in wrap-up with its countdown, in order of arrival: an extension changes no position. */
export function worksInWrapUp(state: WorkState): WrapUp[] {
  return [...state.works.values()]
    .filter((work): work is WrapUp => work.status === 'afterConversationWork' && work.acw !== null)
    .sort((one, other) => one.acw.startedAt - other.acw.startedAt);
}
export type WrapUp = AgentWork & { readonly acw: NonNullable<AgentWork['acw']> };

/** Recent requests that have been answered or settled, latest first. */
export function recentRequests(state: WorkState): AgentWork[] {
  const at = (work: AgentWork) => work.settledAt ?? work.openedAt ?? work.offeredAt;
  return [...state.works.values()]
    .filter(({ status }) => !isWorkRequest(status))
    .sort((one, other) => at(other) - at(one));
}
