import { isWorkRequest, type AgentWork } from '../../domain/work/agent-work.ts';
import { hasConversation } from '../../domain/configuration/service-channel.ts';
import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import type { PendingAnswers } from './pending-answers.ts';
import type { Commands } from '../connection/commands.ts';

/**
 * The rep's answers to requests, and the end of accepted work: each is sent once, and shown as done only when it is.
 */
export class Answering {
  readonly #underWay: PendingAnswers;
  readonly #commands: Commands;
  readonly #accepted: (agentWorkId: Id) => void;

  constructor(deps: {
    readonly underWay: PendingAnswers;
    readonly commands: Commands;
    /** The server confirmed the acceptance. */
    readonly accepted: (agentWorkId: Id) => void;
  }) {
    this.#underWay = deps.underWay;
    this.#commands = deps.commands;
    this.#accepted = deps.accepted;
  }

  /** @throws {PanelError} (rejects) if the request is not accepted. */
  async accept(agentWorkId: Id): Promise<void> {
    this.#openRequest(agentWorkId);
    await this.#underWay.submit({
      ...{ kind: 'accept', id: agentWorkId, waits: isOpenRequest },
      send: () => this.#commands.send({ type: 'accept', agentWorkId }, { keep: true }),
    });
    this.#accepted(agentWorkId);
  }

  /** @throws {PanelError} (rejects) if the request is not declined. */
  async decline(agentWorkId: Id, reasonId: Id | null): Promise<void> {
    const { stamp } = this.#openRequest(agentWorkId);
    if (!stamp.declinable) throw new PanelError('notDeclinable', 'This request cannot be declined.');
    const reasons = stamp.declineReasons;
    if (reasons.length > 0 && reasonId === null)
      throw new PanelError('reasonMissing', 'A decline reason must be chosen.');
    if (reasonId !== null && !reasons.some(({ id }) => id === reasonId))
      throw new PanelError('reasonUnknown', 'This is no decline reason of the request.');
    await this.#underWay.submit({
      ...{ kind: 'decline', id: agentWorkId, waits: isOpenRequest },
      send: () => this.#commands.send({ type: 'decline', agentWorkId, reasonId }, { keep: true }),
    });
  }

  /**
   * Ends the conversation of accepted work; closes work that has none, or whose conversation has ended.
   * @throws {PanelError} (rejects) if it is not ended.
   */
  async finish(agentWorkId: Id): Promise<void> {
    const { channel } = this.#underWay.workOf(agentWorkId);
    const kind = hasConversation(channel.type) ? 'end-conversation' : 'close';
    await this.#underWay.submit({
      ...{ kind, id: agentWorkId, waits: ({ status }) => status === 'opened' },
      send: () => this.#commands.send({ type: kind, agentWorkId }, { keep: true }),
    });
  }

  #openRequest(agentWorkId: Id): AgentWork {
    const work = this.#underWay.workOf(agentWorkId);
    if (!isWorkRequest(work.status)) throw new PanelError('noLongerOpen', 'The request is no longer open.');
    return work;
  }
}

const isOpenRequest = ({ status }: AgentWork): boolean => isWorkRequest(status);
