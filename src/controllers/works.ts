import { ContextConsumer } from '@lit/context';
import type { ReactiveElement } from 'lit';
import { workContext } from '../contexts.ts';
import type { AgentWork } from '../domain/work/agent-work.ts';
import type { Id } from '../domain/values.ts';
import {
  acceptedWorks,
  waitingRequests,
  missedRequests,
  recentRequests,
  requestsToShow,
  type AnswerInFlight,
  worksInWrapUp,
  type WorkState,
  type WrapUp,
} from '../stores/work.ts';

/** The rep's works, sorted for an element; updates the element when they change. */
export class WorksController {
  readonly #state: ContextConsumer<typeof workContext, ReactiveElement>;

  constructor(host: ReactiveElement) {
    this.#state = new ContextConsumer(host, { context: workContext, subscribe: true });
  }

  get state(): WorkState | undefined {
    return this.#state.value;
  }

  /** Requests that wait for an answer or show an outcome, earliest deadline first. */
  get requests(): AgentWork[] {
    return this.state ? requestsToShow(this.state) : [];
  }

  /** Requests that wait for an answer, earliest deadline first. */
  get waiting(): AgentWork[] {
    return this.state ? waitingRequests(this.state) : [];
  }

  /** Missed requests that the rep has not dismissed, latest first. */
  get missed(): AgentWork[] {
    return this.state ? missedRequests(this.state) : [];
  }

  /** Accepted work that is not in wrap-up, latest first. */
  get accepted(): AgentWork[] {
    return this.state ? acceptedWorks(this.state) : [];
  }

  /** Work in wrap-up, in order of arrival. */
  get wrappingUp(): WrapUp[] {
    return this.state ? worksInWrapUp(this.state) : [];
  }

  /** Answered or settled requests, latest first. */
  get recent(): AgentWork[] {
    return this.state ? recentRequests(this.state) : [];
  }

  answerTo(id: Id): AnswerInFlight | undefined {
    return this.state?.answers.get(id);
  }
}
