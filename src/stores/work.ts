import { isWorkRequest, MOST_SETTLED_WORKS, type AgentWork } from '../domain/agent-work.ts';
import type { Capacity } from '../domain/capacity.ts';
import type { Id } from '../domain/values.ts';
import { Store } from './store.ts';

/** An answer of the rep that the server has not confirmed yet. */
export interface AnswerInFlight {
  readonly kind: 'accept' | 'decline' | 'end-conversation' | 'close' | 'extend-acw' | 'end-acw' | 'take';
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

/** The rep's agent works: what the server said, and which answers are under way. */
export class WorkStore extends Store<WorkState> {
  constructor() {
    super(EMPTY);
  }

  /** Replaces everything the server said by a snapshot. */
  resynchronise(agentWorks: readonly AgentWork[], capacity: Capacity): void {
    const works = new Map(agentWorks.map((work) => [work.id, work]));
    const outcomes = new Set([...this.#requestsNowSettled(works), ...this.state.outcomes]);
    const answers = new Map([...this.state.answers].filter(([id]) => works.has(id)));
    this.replace({ ...this.state, works: bounded(works), capacity, outcomes, answers });
  }

  put(work: AgentWork): void {
    const works = new Map(this.state.works).set(work.id, work);
    const outcomes = new Set([
      ...this.#requestsNowSettled(new Map([[work.id, work]])),
      ...this.state.outcomes,
    ]);
    this.replace({ ...this.state, works: bounded(works), outcomes });
  }

  setCapacity(capacity: Capacity): void {
    this.replace({ ...this.state, capacity });
  }

  answer(id: Id, answer: AnswerInFlight | null): void {
    const answers = new Map(this.state.answers);
    const refusals = new Map(this.state.refusals);
    if (answer) answers.set(id, answer);
    else answers.delete(id);
    refusals.delete(id);
    this.replace({ ...this.state, answers, refusals });
  }

  refuse(id: Id, sentence: string): void {
    const answers = new Map(this.state.answers);
    answers.delete(id);
    this.replace({ ...this.state, answers, refusals: new Map(this.state.refusals).set(id, sentence) });
  }

  dismiss(id: Id): void {
    const outcomes = new Set(this.state.outcomes);
    if (outcomes.delete(id)) this.replace({ ...this.state, outcomes });
  }

  /** Forgets everything: another rep, or signed out. */
  empty(): void {
    this.replace(EMPTY);
  }

  // The rep's own answers need no outcome toast; everything that happened to a request without them does.
  *#requestsNowSettled(works: ReadonlyMap<Id, AgentWork>): Iterable<Id> {
    for (const [id, work] of works) {
      const before = this.state.works.get(id);
      if (before && isWorkRequest(before.status) && tellsAnOutcome(work)) yield id;
    }
  }
}

/** Whether a toast stays to tell what became of a request that the rep did not answer. */
export function tellsAnOutcome(work: AgentWork): boolean {
  if (work.status === 'opened') return work.openedBy === 'automatic';
  if (work.status === 'canceled') return work.cancelReason !== 'repWentOffline';
  return work.status === 'declinedOnPushTimeout';
}

function bounded(works: Map<Id, AgentWork>): ReadonlyMap<Id, AgentWork> {
  const settled = [...works.values()].filter(({ settledAt }) => settledAt !== null);
  settled.sort((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0));
  for (const { id } of settled.slice(MOST_SETTLED_WORKS)) works.delete(id);
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
