import { awaitsEffect, destinationRefused } from '../../domain/work/answer-rules.ts';
import type { Destination } from '../../domain/work/transfer.ts';
import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { PendingAnswers } from './pending-answers.ts';
import type { Commands } from '../connection/commands.ts';

/** Transfers accepted work, or invites someone to its conversation. */
export class Transferring {
  readonly #configuration: ConfigurationStore;
  readonly #underWay: PendingAnswers;
  readonly #commands: Commands;

  constructor(deps: {
    readonly configuration: ConfigurationStore;
    readonly underWay: PendingAnswers;
    readonly commands: Commands;
  }) {
    this.#configuration = deps.configuration;
    this.#underWay = deps.underWay;
    this.#commands = deps.commands;
  }

  /** @throws {PanelError} (rejects) if it is not transferred. */
  async transfer(agentWorkId: Id, { kind, id }: Destination, conference: boolean): Promise<void> {
    const { channel } = this.#underWay.workFor({ type: 'transfer', conference }, agentWorkId);
    const destination = { kind, id };
    const selected = this.#configuration.state.effective?.settings.transferDestinations.value;
    PanelError.throwIf(selected ? destinationRefused(selected, channel.type, destination) : null);
    let isDone = false;
    await this.#underWay.submit({
      kind: 'transfer',
      id: agentWorkId,
      // An invitation leaves the work open: only the result shows that it was made.
      waits: (work) => awaitsEffect('transfer', work, work) && !(conference && isDone),
      send: async () => {
        const command = {
          type: 'transfer',
          agentWorkId,
          destination,
          ...(conference && { conference }),
        } as const;
        await this.#commands.send(command, { keep: true });
        isDone = true;
      },
    });
  }
}
