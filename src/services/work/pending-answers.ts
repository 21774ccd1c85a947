import { decide, type WorkCommand } from '../../domain/work/answer-rules.ts';
import type { AgentWork } from '../../domain/work/agent-work.ts';
import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { AnswerInFlight, WorkStore } from '../../stores/work.ts';

/** The rep's answer about one agent work. */
export interface Answer {
  readonly kind: AnswerInFlight['kind'];
  readonly id: Id;
  /** Whether the work does not reflect the answer yet. */
  readonly waits: (work: AgentWork) => boolean;
  /** @throws {PanelError} (rejects) */
  readonly send: () => Promise<void>;
}

/**
 * The rep's answers until the server reports their outcome: each is sent once, shown as pending, and never assumed to
 * have succeeded.
 */
export class PendingAnswers {
  readonly #work: WorkStore;
  readonly #connection: ConnectionStore;
  readonly #sending = new Map<Id, { readonly kind: Answer['kind']; readonly sent: Promise<void> }>();
  readonly #waits = new Map<Id, Answer['waits']>();

  constructor(deps: { readonly work: WorkStore; readonly connection: ConnectionStore }) {
    this.#work = deps.work;
    this.#connection = deps.connection;
  }

  /** Keeps the pending answers up to date; call the returned function to stop. */
  start(): () => void {
    const stops = [
      this.#work.subscribe(() => this.#forgetAnswered()),
      this.#connection.subscribe(() => this.#showState()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /**
   * The work that a command of the rep is about. The push time-out is left to the server to judge.
   * @throws {PanelError} if the work is unknown, not received yet, or the command would be refused.
   */
  workFor(command: WorkCommand, id: Id): AgentWork {
    const work = this.workOf(id);
    PanelError.throwIf(decide(command, { ...work, channelType: work.channel.type }, null));
    return work;
  }

  /** @throws {PanelError} if the work is unknown, or no works have been received yet. */
  workOf(id: Id): AgentWork {
    const { works, capacity } = this.#work.state;
    const work = works.get(id);
    if (!work && !capacity) throw new PanelError('notConnected', 'The panel has not been connected yet.');
    if (!work) throw new PanelError('unknownWork', 'There is no such agent work.');
    return work;
  }

  // The same answer twice, by a double click for instance, is sent once. A different answer waits its turn: a host
  // may end work that it learns was accepted before the outcome arrives.
  submit(answer: Answer): Promise<void> {
    const { kind, id } = answer;
    const known = this.#sending.get(id);
    if (known?.kind === kind) return known.sent;
    const again = () => this.submit(answer);
    if (known) return known.sent.then(() => this.#answered(known.kind, kind), noMatter).then(again);
    const sent = this.#sent(answer).finally(() => this.#sending.delete(id));
    this.#sending.set(id, { kind, sent });
    return sent;
  }

  async #sent({ kind, id, waits, send }: Answer): Promise<void> {
    this.#waits.set(id, waits);
    this.#work.answer(id, { kind, state: this.#state });
    try {
      await send();
    } catch (error) {
      const isRefused = error instanceof PanelError && error.code !== 'notConnected';
      if (isRefused) this.#work.refuse(id, error.message);
      else this.#work.answer(id, null);
      throw error;
    }
    // The work may change after the result: until then the answer stays pending.
    this.#forgetAnswered();
  }

  /** @throws {PanelError} if the request has been answered differently meanwhile. */
  #answered(before: Answer['kind'], now: Answer['kind']): void {
    if (answersRequest(before) && answersRequest(now))
      throw new PanelError('noLongerOpen', 'The request has been answered.');
  }

  get #state(): AnswerInFlight['state'] {
    return isConnected(this.#connection.state) ? 'checking' : 'kept';
  }

  #forgetAnswered(): void {
    const { answers, works } = this.#work.state;
    for (const id of [...this.#waits.keys()]) {
      const work = works.get(id);
      if (answers.has(id) && work && this.#waits.get(id)?.(work)) continue;
      this.#waits.delete(id);
      if (answers.has(id)) this.#work.answer(id, null);
    }
  }

  #showState(): void {
    for (const [id, answer] of this.#work.state.answers)
      if (answer.state !== this.#state) this.#work.answer(id, { ...answer, state: this.#state });
  }
}

const noMatter = (): void => undefined;
const answersRequest = (kind: Answer['kind']): boolean => kind === 'accept' || kind === 'decline';
