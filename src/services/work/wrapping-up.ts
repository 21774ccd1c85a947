import { awaitsEffect } from '../../domain/work/answer-rules.ts';
import type { AgentWork } from '../../domain/work/agent-work.ts';
import { DEFAULT_OUTBOUND, MAX_OUTBOUND } from '../../domain/work/offer-limits.ts';
import type { Seconds } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { PendingAnswers } from './pending-answers.ts';
import type { Commands } from '../connection/commands.ts';

/**
 * After-conversation work (ACW): only the server extends and ends it; the countdown runs to an instant of its clock.
 */
export class WrappingUp {
  readonly #work: WorkStore;
  readonly #underWay: PendingAnswers;
  readonly #commands: Commands;

  constructor(deps: {
    readonly work: WorkStore;
    readonly underWay: PendingAnswers;
    readonly commands: Commands;
  }) {
    this.#work = deps.work;
    this.#underWay = deps.underWay;
    this.#commands = deps.commands;
  }

  /** @throws {PanelError} (rejects) if the wrap-up is not extended. */
  async extend(agentWorkId: Id): Promise<void> {
    const before = this.#underWay.workFor({ type: 'extend-acw' }, agentWorkId);
    await this.#underWay.submit({
      kind: 'extend-acw',
      id: agentWorkId,
      waits: (work) => awaitsEffect('extend-acw', work, before),
      send: () => this.#commands.send({ type: 'extend-acw', agentWorkId }, { keep: true }),
    });
  }

  /** "All done". @throws {PanelError} (rejects) if the wrap-up is not ended. */
  async end(agentWorkId: Id): Promise<void> {
    this.#underWay.workFor({ type: 'end-acw' }, agentWorkId);
    await this.#underWay.submit({
      kind: 'end-acw',
      id: agentWorkId,
      waits: (work) => awaitsEffect('end-acw', work, work),
      send: () => this.#commands.send({ type: 'end-acw', agentWorkId }, { keep: true }),
    });
  }

  /**
   * The rep starts an outbound conversation, which ends every wrap-up and keeps offers away for at most so long.
   * @throws {PanelError} (rejects) if the server does not confirm it.
   */
  async startOutbound(maxSeconds: Seconds = DEFAULT_OUTBOUND): Promise<void> {
    const longest = Math.min(MAX_OUTBOUND, Math.max(1, Math.round(maxSeconds) || DEFAULT_OUTBOUND));
    const sent = this.#commands.send({ type: 'start-outbound', maxSeconds: longest }, { keep: true });
    const shown = this.#wrapUps(() => true).map(({ id }) =>
      this.#underWay.submit({
        kind: 'end-acw',
        id,
        waits: (work) => awaitsEffect('end-acw', work, work),
        send: () => sent,
      }),
    );
    await Promise.all([sent, ...shown]);
  }

  /** The outbound conversation is over. @throws {PanelError} (rejects) if the server does not confirm it. */
  endOutbound(): Promise<void> {
    return this.#commands.send({ type: 'end-outbound' }, { keep: true });
  }

  /**
   * The host closed a record: ends the wrap-ups of its works. It is fine if the server has ended one meanwhile.
   * @throws {PanelError} (rejects) if one is not ended.
   */
  async recordClosed(recordId: string): Promise<void> {
    const works = this.#wrapUps((work) => work.recordId === recordId);
    const ending = works.map(({ id }) =>
      this.end(id).catch((error: unknown) => {
        if (!(error instanceof PanelError) || error.code !== 'noLongerOpen') throw error;
      }),
    );
    await Promise.all(ending);
  }

  #wrapUps(which: (work: AgentWork) => boolean): AgentWork[] {
    return [...this.#work.state.works.values()].filter((work) => isWrapUp(work) && which(work));
  }
}

const isWrapUp = ({ status }: AgentWork): boolean => status === 'afterConversationWork';
