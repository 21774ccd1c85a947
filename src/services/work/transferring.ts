import {
  canConference,
  isDestinationAllowed,
  isTransferable,
  type Destination,
} from '../../domain/work/transfer.ts';
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
    const { status, channel } = this.#underWay.workOf(agentWorkId);
    if (status !== 'opened') throw new PanelError('notAcceptable', 'Only accepted work can be transferred.');
    if (!isTransferable(channel.type) || (conference && !canConference(channel.type)))
      throw new PanelError('notTransferable', 'Work of this kind cannot be transferred so.');
    const destination = { kind, id };
    const selected = this.#configuration.state.effective?.settings.transferDestinations.value;
    if (selected && !isDestinationAllowed(selected, channel.type, destination))
      throw new PanelError('destinationNotAllowed', 'This work may not be transferred there.');
    let isDone = false;
    await this.#underWay.submit({
      ...{ kind: 'transfer', id: agentWorkId },
      // An invitation leaves the work open: only the result tells that it was made.
      waits: (work) => work.status === 'opened' && !(conference && isDone),
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
