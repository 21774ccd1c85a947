import type { Id } from '../domain/values.ts';
import { PanelError } from '../errors.ts';
import type { Command, CommandOutcome } from '../protocol/messages.ts';

type WithoutId<C> = C extends unknown ? Omit<C, 'id'> : never;

/** Sends the rep's commands, each under an id of its own. */
export interface Commands {
  /**
   * @throws {PanelError} (by the promise) where the server refuses it, or its outcome cannot be known: `keep` makes it
   *   wait for the connection instead, and outlast a break.
   */
  send(command: WithoutId<Command>, options: { readonly keep: boolean }): Promise<void>;
}

export function commandsOver(
  connection: { send(command: Command, options: { readonly keep: boolean }): Promise<CommandOutcome> },
  newId: () => Id,
): Commands {
  return {
    async send(command, options) {
      let outcome: CommandOutcome;
      try {
        outcome = await connection.send({ ...command, id: newId() }, options);
      } catch (error) {
        throw new PanelError(
          'notConnected',
          error instanceof Error ? error.message : 'The command was not sent.',
        );
      }
      if (outcome.kind === 'refused') throw new PanelError(outcome.code, outcome.detail);
    },
  };
}
