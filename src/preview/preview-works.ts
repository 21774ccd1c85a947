import {
  isOpen,
  MAX_SETTLED_WORKS,
  nextAgentWorkStatus,
  type AgentWork,
  type AgentWorkEvent,
  type WorkItemContent,
} from '../domain/work/agent-work.ts';
import type { RequestStamp } from '../domain/work/request-stamp.ts';
import type { Instant, Timers } from '../domain/time.ts';
import type { Id } from '../domain/values.ts';

/** Work that a customer brings. */
export interface PreviewWork extends WorkItemContent {
  readonly queue: AgentWork['queue'];
}

/** The agent works of one rep, in memory. It reports when a time-out or a wrap-up has expired. */
export class PreviewWorks {
  readonly #timers: Timers;
  readonly #changed: (work: AgentWork) => void;
  readonly #overdue: (work: AgentWork) => void;
  readonly #works = new Map<Id, AgentWork>();
  #cancelDue: (() => void) | null = null;

  constructor(deps: {
    readonly timers: Timers;
    readonly changed: (work: AgentWork) => void;
    readonly overdue: (work: AgentWork) => void;
  }) {
    this.#timers = deps.timers;
    this.#changed = deps.changed;
    this.#overdue = deps.overdue;
  }

  /** In the order in which they were offered. */
  get all(): readonly AgentWork[] {
    return [...this.#works.values()];
  }

  /** Works that take capacity. */
  get open(): readonly AgentWork[] {
    return this.all.filter(({ status }) => isOpen(status));
  }

  get wrapUps(): readonly AgentWork[] {
    return this.all.filter(({ status }) => status === 'afterConversationWork');
  }

  get(id: Id): AgentWork | undefined {
    return this.#works.get(id);
  }

  put(work: AgentWork): void {
    this.#works.set(work.id, work);
    const settled = this.all.filter(({ settledAt }) => settledAt !== null);
    for (const { id } of settled.slice(0, -MAX_SETTLED_WORKS)) this.#works.delete(id);
    this.#plan();
    this.#changed(work);
  }

  /** Applies an event to work, with the fields that it changes. @throws {IllegalTransitionError} */
  move(work: AgentWork, event: AgentWorkEvent, facts: Partial<AgentWork> = {}): void {
    const status = nextAgentWorkStatus(work.status, event);
    this.put({
      ...work,
      status,
      ...(!isOpen(status) && { settledAt: this.now }),
      ...(event.type === 'canceled' && { cancelReason: event.reason }),
      ...facts,
    });
  }

  stop(): void {
    this.#cancelDue?.();
    this.#cancelDue = null;
  }

  get now(): Instant {
    return Math.round(this.#timers.now());
  }

  /** Sets the timer for the next expiry. */
  #plan(): void {
    this.stop();
    const due = Math.min(...this.all.map(dueAt));
    if (due === Infinity) return;
    this.#cancelDue = this.#timers.after(Math.max(0, due - this.now), () => {
      for (const work of this.all.filter((one) => dueAt(one) <= this.now)) this.#overdue(work);
      this.#plan();
    });
  }
}

/** A new request for this work on these terms, to be offered on a channel. */
export function newRequest(
  newId: () => string,
  { subject, customerName, highlights, recordId, queue }: PreviewWork,
  stamp: RequestStamp,
  now: Instant,
): Omit<AgentWork, 'channel'> {
  return {
    id: newId(),
    workItemId: newId(),
    status: 'assigned',
    stamp,
    subject,
    customerName,
    highlights,
    recordId,
    queue,
    waitingSince: now,
    offeredAt: now,
    openedAt: null,
    openedBy: null,
    settledAt: null,
    cancelReason: null,
    customerLeftAt: null,
    declineReason: null,
    statusUpdate: null,
    acw: null,
    takeable: false,
    transferredTo: null,
    conference: null,
    flag: null,
  };
}

/** When it expires by itself; `Infinity` for never. */
function dueAt({ status, stamp, acw }: AgentWork): Instant {
  if (status === 'assigned') return stamp.deadline ?? Infinity;
  return status === 'afterConversationWork' ? (acw?.endsAt ?? Infinity) : Infinity;
}
