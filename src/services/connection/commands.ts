import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import type { Command, CommandOutcome } from '../../protocol/messages.ts';
import { NotUnderstoodError } from '../../protocol/outbox.ts';

/** How long a command that is not kept may wait for its outcome. A dead link is noticed sooner. */
export const OUTCOME_TIMEOUT: Milliseconds = 20_000;

type WithoutId<C> = C extends unknown ? Omit<C, 'id'> : never;

/** Sends the rep's commands, each under its own id. */
export interface Commands {
  /**
   * @throws {PanelError} (rejects) if the server refuses the command, or its outcome cannot be known. With `keep` it
   *   waits for the connection instead, and survives an interruption and the page.
   */
  send(command: WithoutId<Command>, options: { readonly keep: boolean }): Promise<void>;
}

/** Stores the commands that must survive the page until their outcome is known. */
export interface CommandKeeper {
  keep(command: Command): void;
  forget(command: Command): void;
}

interface Sending {
  send(command: Command, options: { readonly keep: boolean }): Promise<CommandOutcome>;
}

export function commandsOver(
  connection: Sending,
  newId: () => Id,
  keeper: CommandKeeper,
  timers: Pick<Timers, 'after'>,
): Commands {
  return {
    send: (command, { keep }) => {
      const whole = { ...command, id: newId() };
      if (keep) keeper.keep(whole);
      return keep ? sendKept(whole, connection, keeper) : sendNow(whole, connection, timers);
    },
  };
}

async function sendNow(command: Command, connection: Sending, timers: Pick<Timers, 'after'>): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const sentence = `The server did not confirm the command within ${OUTCOME_TIMEOUT / 1000} s.`;
  const cancel = timers.after(OUTCOME_TIMEOUT, () => reject(new Error(sentence)));
  const outcome = connection.send(command, { keep: false });
  await outcomeOf(Promise.race([outcome, tooLate])).finally(cancel);
}

/**
 * Sends a command that is kept, under its own id.
 * @throws {PanelError} (rejects) as `Commands.send` does.
 */
export async function sendKept(command: Command, connection: Sending, keeper: CommandKeeper): Promise<void> {
  const outcome = connection.send(command, { keep: true });
  outcome.then(
    () => keeper.forget(command),
    // When the session ends the outcome is unknown, so the next page asks. A command the server cannot read never
    // succeeds.
    (error: unknown) => error instanceof NotUnderstoodError && keeper.forget(command),
  );
  return outcomeOf(outcome);
}

async function outcomeOf(sent: Promise<CommandOutcome>): Promise<void> {
  let outcome: CommandOutcome;
  try {
    outcome = await sent;
  } catch (error) {
    // The connection reports the server's own sentence, which is for the host's engineer.
    if (error instanceof NotUnderstoodError)
      throw new PanelError('notUnderstood', 'The server could not read this command.');
    throw new PanelError(
      'notConnected',
      error instanceof Error ? error.message : 'The command was not sent.',
    );
  }
  if (outcome.kind === 'refused') throw new PanelError(outcome.code, outcome.detail);
}
