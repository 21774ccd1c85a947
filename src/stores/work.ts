import { isWorkRequest, MAX_SETTLED_WORKS, type AgentWork } from '../domain/work/agent-work.ts';
import type { Capacity } from '../domain/work/capacity.ts';
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
  /** All agent works by id, open and recently settled, as the server said. */
  readonly works: ReadonlyMap<Id, AgentWork>;
  readonly capacity: Capacity | null;
  readonly answers: ReadonlyMap<Id, AnswerInFlight>;
  /** Settled requests whose toast still tells the outcome, until the rep dismisses it. */
  readonly outcomes: ReadonlySet<Id>;
  /** Why an answer was refused, by agent work; shown at its toast. */
  readonly refusals: ReadonlyMap<Id, string>;
}

const EMPTY: WorkState = {
  works: new Map(),
  capacity: null,
  answers: new Map(),
  outcomes: new Set(),
  refusals: new Map(),
};

/** One work as it is now, and as it was; `undefined`: it was not known. */
export type WorkListener = (now: AgentWork, before: AgentWork | undefined) => void;

/**
 * The rep's agent works: what the server said, and which answers are under way. `state` is always the present one. Those
 * who follow each work hear of every change at once; those who follow the whole hear once of all that came in one task,
 * so that a burst after a sleep costs as much as one message.
 */
export class WorkStore extends Store<WorkState> {
  readonly #followers = new Set<WorkListener>();
  /** What came since the state was last made: copying all works for each of a thousand would take a second. */
  readonly #arrived = new Map<Id, AgentWork>();
  #arrivedCapacity: Capacity | null = null;
  #isToBeTold = false;
  readonly #later: (tell: () => void) => void;

  /** `later`: when those who follow the whole hear; by default once this task is done. */
  constructor(later: (tell: () => void) => void = (tell) => queueMicrotask(tell)) {
    super(EMPTY);
    this.#later = later;
  }

  override get state(): WorkState {
    if (this.#arrived.size > 0 || this.#arrivedCapacity) this.#takeIn();
    return super.state;
  }

  /** Calls `listener` with each work that changes, in the order of the changes; the returned function ends it. */
  follow(listener: WorkListener): () => void {
    const own: WorkListener = (now, before) => listener(now, before);
    this.#followers.add(own);
    return () => this.#followers.delete(own);
  }

  /** Replaces everything the server said by a snapshot. */
  resynchronise(agentWorks: readonly AgentWork[], capacity: Capacity): void {
    const before = this.state;
    const works = new Map(agentWorks.map((work) => [work.id, work]));
    const answers = new Map([...before.answers].filter(([id]) => works.has(id)));
    const outcomes = withOutcomes(before, works.values());
    this.hold({ ...before, works: bounded(works), capacity, outcomes, answers });
    for (const work of agentWorks) this.#tellFollowers(work, before.works.get(work.id));
    this.#planTelling();
  }

  put(work: AgentWork): void {
    // Its outcome depends on what it was: a second change in one task is taken in by itself.
    if (this.#arrived.has(work.id)) this.#takeIn();
    const before = super.state.works.get(work.id);
    this.#arrived.set(work.id, work);
    this.#tellFollowers(work, before);
    this.#planTelling();
  }

  setCapacity(capacity: Capacity): void {
    this.#arrivedCapacity = capacity;
    this.#planTelling();
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

  /** What became of this request is to be told, whoever knew it as open. */
  tellOutcome(id: Id): void {
    const work = this.state.works.get(id);
    if (work && tellsAnOutcome(work))
      this.#change({ ...this.state, outcomes: new Set([id, ...this.state.outcomes]) });
  }

  dismiss(id: Id): void {
    const outcomes = new Set(this.state.outcomes);
    if (outcomes.delete(id)) this.#change({ ...this.state, outcomes });
  }

  /** Forgets everything: another rep, or signed out. */
  empty(): void {
    this.#forgetArrived();
    if (super.state !== EMPTY) this.#change(EMPTY);
  }

  #takeIn(): void {
    const before = super.state;
    const capacity = this.#arrivedCapacity ?? before.capacity;
    const arrived = [...this.#arrived.values()];
    this.#forgetArrived();
    if (arrived.length === 0) return this.hold({ ...before, capacity });
    const works = new Map(before.works);
    for (const work of arrived) works.set(work.id, work);
    const outcomes = withOutcomes(before, arrived);
    this.hold({ ...before, works: bounded(works), capacity, outcomes });
  }

  #forgetArrived(): void {
    this.#arrived.clear();
    this.#arrivedCapacity = null;
  }

  #change(state: WorkState): void {
    this.hold(state);
    this.#planTelling();
  }

  #planTelling(): void {
    if (this.#isToBeTold) return;
    this.#isToBeTold = true;
    this.#later(() => {
      this.#isToBeTold = false;
      this.notify();
    });
  }

  #tellFollowers(now: AgentWork, before: AgentWork | undefined): void {
    for (const follower of [...this.#followers]) follower(now, before);
  }
}

/** The outcomes with those of `works` added. The rep's own answers need none; everything else that ends a request does. */
function withOutcomes(before: WorkState, works: Iterable<AgentWork>): ReadonlySet<Id> {
  const settled: Id[] = [];
  for (const work of works) {
    const then = before.works.get(work.id);
    if (then && isWorkRequest(then.status) && tellsAnOutcome(work)) settled.push(work.id);
  }
  return settled.length > 0 ? new Set([...settled, ...before.outcomes]) : before.outcomes;
}

/** Whether a toast stays to tell what became of a request that the rep did not answer. */
function tellsAnOutcome(work: AgentWork): boolean {
  if (work.status === 'opened') return work.openedBy === 'automatic';
  if (work.status === 'canceled') return work.cancelReason !== 'repWentOffline';
  return work.status === 'declinedOnPushTimeout';
}

function bounded(works: Map<Id, AgentWork>): ReadonlyMap<Id, AgentWork> {
  if (works.size <= MAX_SETTLED_WORKS) return works;
  const settled = [...works.values()].filter(({ settledAt }) => settledAt !== null);
  settled.sort((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0));
  for (const { id } of settled.slice(MAX_SETTLED_WORKS)) works.delete(id);
  return works;
}

/** The requests that wait for an answer or tell an outcome: soonest deadline first, then the oldest. */
export function requestsToShow(state: WorkState): AgentWork[] {
  const shown = [...state.works.values()].filter(
    (work) => isWorkRequest(work.status) || state.outcomes.has(work.id),
  );
  const deadline = (work: AgentWork) => work.stamp.deadline ?? Number.POSITIVE_INFINITY;
  return shown.sort((one, other) => deadline(one) - deadline(other) || one.offeredAt - other.offeredAt);
}

/** Accepted work that is not in wrap-up, the latest accepted first. */
export function acceptedWorks(state: WorkState): AgentWork[] {
  return [...state.works.values()]
    .filter(({ status }) => status === 'opened')
    .sort((one, other) => (other.openedAt ?? 0) - (one.openedAt ?? 0));
}

/** Work in wrap-up with its countdown, the first that came to it first: an extension moves none. */
export function worksInWrapUp(state: WorkState): WrapUp[] {
  return [...state.works.values()]
    .filter((work): work is WrapUp => work.status === 'afterConversationWork' && work.acw !== null)
    .sort((one, other) => one.acw.startedAt - other.acw.startedAt);
}
export type WrapUp = AgentWork & { readonly acw: NonNullable<AgentWork['acw']> };

/** Recent requests that have been answered or settled, the latest first. */
export function recentRequests(state: WorkState): AgentWork[] {
  const at = (work: AgentWork) => work.settledAt ?? work.openedAt ?? work.offeredAt;
  return [...state.works.values()]
    .filter(({ status }) => !isWorkRequest(status))
    .sort((one, other) => at(other) - at(one));
}
