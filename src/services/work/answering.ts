import { awaitsEffect } from '../../domain/work/answer-rules.ts';
import { hasConversation } from '../../domain/configuration/service-channel.ts';
import type { Id } from '../../domain/values.ts';
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
    this.#underWay.workFor({ type: 'accept' }, agentWorkId);
    await this.#underWay.submit({
      kind: 'accept',
      id: agentWorkId,
      waits: (work) => awaitsEffect('accept', work, work),
      send: () => this.#commands.send({ type: 'accept', agentWorkId }, { keep: true }),
    });
    this.#accepted(agentWorkId);
  }

  /** @throws {PanelError} (rejects) if the request is not declined. */
  async decline(agentWorkId: Id, reasonId: Id | null): Promise<void> {
    this.#underWay.workFor({ type: 'decline', reasonId }, agentWorkId);
    await this.#underWay.submit({
      kind: 'decline',
      id: agentWorkId,
      waits: (work) => awaitsEffect('decline', work, work),
      send: () => this.#commands.send({ type: 'decline', agentWorkId, reasonId }, { keep: true }),
    });
  }

  /**
   * Ends the conversation of accepted work; closes work that has none, or whose conversation has ended.
   * @throws {PanelError} (rejects) if it is not ended.
   */
  async close(agentWorkId: Id): Promise<void> {
    const { channel } = this.#underWay.workOf(agentWorkId);
    const kind = hasConversation(channel.type) ? 'end-conversation' : 'close';
    await this.#underWay.submit({
      kind,
      id: agentWorkId,
      waits: (work) => awaitsEffect(kind, work, work),
      send: () => this.#commands.send({ type: kind, agentWorkId }, { keep: true }),
    });
  }
}
