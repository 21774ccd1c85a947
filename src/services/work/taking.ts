import type { Id } from '../../domain/values.ts';
import { awaitsEffect } from '../../domain/work/answer-rules.ts';
import * as refusals from '../../domain/work/refusals.ts';
import { PanelError } from '../../errors.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { PendingAnswers } from './pending-answers.ts';
import type { Commands } from '../connection/commands.ts';

/**
 * "Take it": the rep takes declined or missed work whose item is still waiting. It arrives as new agent work, already
 * accepted.
 */
export class Taking {
  readonly #work: WorkStore;
  readonly #underWay: PendingAnswers;
  readonly #commands: Commands;
  readonly #accepted: (agentWorkId: Id) => void;
  /** Taken items whose new agent work has not arrived, with the works known before. */
  readonly #taken = new Map<Id, ReadonlySet<Id>>();

  constructor(deps: {
    readonly work: WorkStore;
    readonly underWay: PendingAnswers;
    readonly commands: Commands;
    /** The new agent work has arrived. */
    readonly accepted: (agentWorkId: Id) => void;
  }) {
    this.#work = deps.work;
    this.#underWay = deps.underWay;
    this.#commands = deps.commands;
    this.#accepted = deps.accepted;
  }

  /** Opens taken work when it arrives; call the returned function to stop. */
  start(): () => void {
    const stop = this.#work.subscribe(() => this.#open());
    return () => {
      stop();
      this.#taken.clear();
    };
  }

  /** @throws {PanelError} (rejects) if it is not taken. */
  async take(agentWorkId: Id): Promise<void> {
    const { workItemId, takeable } = this.#underWay.workFor({ type: 'take' }, agentWorkId);
    PanelError.throwIf(takeable ? null : refusals.noLongerWaiting);
    const known = new Set(this.#work.state.works.keys());
    await this.#underWay.submit({
      kind: 'take',
      id: agentWorkId,
      waits: (work) => awaitsEffect('take', work, work),
      // Not kept over an interruption: by then help may no longer be needed.
      send: () => this.#commands.send({ type: 'take', agentWorkId }, { keep: false }),
    });
    this.#taken.set(workItemId, known);
    this.#open();
  }

  #open(): void {
    if (this.#taken.size === 0) return;
    for (const work of this.#work.state.works.values()) {
      const known = this.#taken.get(work.workItemId);
      if (!known || known.has(work.id) || work.status !== 'opened') continue;
      this.#taken.delete(work.workItemId);
      this.#accepted(work.id);
    }
  }
}
