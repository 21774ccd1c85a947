import { isWorkRequest, type AgentWork } from '../domain/agent-work.ts';
import { hasConversation } from '../domain/service-channel.ts';
import type { Id } from '../domain/values.ts';
import { PanelError } from '../errors.ts';
import { isConnected, type ConnectionStore } from '../stores/connection.ts';
import type { AnswerInFlight, WorkStore } from '../stores/work.ts';
import type { Commands } from './commands.ts';

/** The rep's answers to requests, and the end of accepted work: each once, and shown as done only when it is. */
export class Answering {
  readonly #work: WorkStore;
  readonly #connection: ConnectionStore;
  readonly #commands: Commands;
  readonly #accepted: (agentWorkId: Id) => void;
  readonly #underWay = new Map<Id, Promise<void>>();

  constructor(deps: {
    readonly work: WorkStore;
    readonly connection: ConnectionStore;
    readonly commands: Commands;
    /** The server confirmed that the rep accepted. */
    readonly accepted: (agentWorkId: Id) => void;
  }) {
    this.#work = deps.work;
    this.#connection = deps.connection;
    this.#commands = deps.commands;
    this.#accepted = deps.accepted;
  }

  /** Keeps what is shown of answers true; the returned function ends it. */
  start(): () => void {
    const stops = [
      this.#work.subscribe(() => this.#forgetAnswered()),
      this.#connection.subscribe(() => this.#showState()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** @throws {PanelError} (by the promise) where the request is not accepted. */
  async accept(agentWorkId: Id): Promise<void> {
    this.#openRequest(agentWorkId);
    await this.#answer('accept', agentWorkId, () =>
      this.#commands.send({ type: 'accept', agentWorkId }, { keep: true }),
    );
    this.#accepted(agentWorkId);
  }

  /** @throws {PanelError} (by the promise) where the request is not declined. */
  async decline(agentWorkId: Id, reasonId: Id | null): Promise<void> {
    const { stamp } = this.#openRequest(agentWorkId);
    if (!stamp.declinable) throw new PanelError('notDeclinable', 'This request cannot be declined.');
    const reasons = stamp.declineReasons;
    if (reasons.length > 0 && reasonId === null)
      throw new PanelError('reasonMissing', 'A decline reason must be chosen.');
    if (reasonId !== null && !reasons.some(({ id }) => id === reasonId))
      throw new PanelError('reasonUnknown', 'This is no decline reason of the request.');
    await this.#answer('decline', agentWorkId, () =>
      this.#commands.send({ type: 'decline', agentWorkId, reasonId }, { keep: true }),
    );
  }

  /**
   * Ends the conversation of accepted work; closes work that has none, or whose conversation has ended.
   * @throws {PanelError} (by the promise) where it is not ended.
   */
  async finish(agentWorkId: Id): Promise<void> {
    const { channel } = this.#known(agentWorkId);
    const kind = hasConversation(channel.type) ? 'end-conversation' : 'close';
    await this.#answer(kind, agentWorkId, () =>
      this.#commands.send({ type: kind, agentWorkId }, { keep: true }),
    );
  }

  #known(agentWorkId: Id): AgentWork {
    const work = this.#work.state.works.get(agentWorkId);
    if (!work) throw new PanelError('unknownWork', 'There is no such agent work.');
    return work;
  }

  #openRequest(agentWorkId: Id): AgentWork {
    const work = this.#known(agentWorkId);
    if (!isWorkRequest(work.status)) throw new PanelError('noLongerOpen', 'The request is no longer open.');
    return work;
  }

  // A second answer to the same work is the first one: a double click, or two ways at once.
  #answer(kind: AnswerInFlight['kind'], id: Id, send: () => Promise<void>): Promise<void> {
    const known = this.#underWay.get(id);
    if (known) return known;
    const answer = this.#sent(kind, id, send).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, answer);
    return answer;
  }

  async #sent(kind: AnswerInFlight['kind'], id: Id, send: () => Promise<void>): Promise<void> {
    this.#work.answer(id, { kind, state: this.#state });
    try {
      await send();
    } catch (error) {
      const isRefused = error instanceof PanelError && error.code !== 'notConnected';
      if (isRefused) this.#work.refuse(id, error.message);
      else this.#work.answer(id, null);
      throw error;
    }
    // The change of the work may come after the result: until then the answer stays in sight.
    this.#forgetAnswered();
  }

  get #state(): AnswerInFlight['state'] {
    return isConnected(this.#connection.state) ? 'checking' : 'kept';
  }

  #forgetAnswered(): void {
    const { answers, works } = this.#work.state;
    for (const [id, { kind }] of answers) {
      const status = works.get(id)?.status;
      const waits = kind === 'accept' || kind === 'decline' ? status === 'assigned' : status === 'opened';
      if (!waits) this.#work.answer(id, null);
    }
  }

  #showState(): void {
    for (const [id, answer] of this.#work.state.answers)
      if (answer.state !== this.#state) this.#work.answer(id, { ...answer, state: this.#state });
  }
}
