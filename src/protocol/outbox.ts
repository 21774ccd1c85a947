import type { Command, CommandOutcome, Result } from './messages.ts';

/** The connection ended or broke before the outcome of a command was known. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';

  constructor() {
    super('The connection ended before the server confirmed the command.');
  }
}

/** The server could not read a command, which has no effect. A bug on one of the two sides. */
export class NotUnderstoodError extends Error {
  override readonly name = 'NotUnderstoodError';
}

interface Entry {
  readonly command: Command;
  /** Whether it survives an interruption: it is sent again, with the same id, on the next connection. */
  readonly keep: boolean;
  readonly settle: PromiseWithResolvers<CommandOutcome>;
}

/** The commands without an outcome, oldest first. */
export class Outbox {
  readonly #entries = new Map<string, Entry>();

  /** @throws {OutcomeUnknownError} (rejects) if the command ends without an outcome. */
  add(command: Command, keep: boolean): Promise<CommandOutcome> {
    const known = this.#entries.get(command.id);
    if (known) return known.settle.promise;
    const settle = Promise.withResolvers<CommandOutcome>();
    this.#entries.set(command.id, { command, keep, settle });
    return settle.promise;
  }

  /** The commands to send on a new connection: each takes effect once, however often the server receives it. */
  get commands(): readonly Command[] {
    return [...this.#entries.values()].map(({ command }) => command);
  }

  get entries(): readonly Pick<Entry, 'command' | 'keep'>[] {
    return [...this.#entries.values()];
  }

  settle({ id, outcome }: Result): void {
    this.#entries.get(id)?.settle.resolve(outcome);
    this.#entries.delete(id);
  }

  /** The server did not understand a message; without a matching id it was not a command from here. */
  notUnderstood(id: string | undefined, detail: string): void {
    if (id === undefined) return;
    this.#entries.get(id)?.settle.reject(new NotUnderstoodError(detail));
    this.#entries.delete(id);
  }

  /** The outcome cannot be known. */
  unknown(id: string): void {
    this.#abandon(({ command }) => command.id === id);
  }

  /** The connection broke: the outcome of commands that are not kept is unknown. */
  broken(): void {
    this.#abandon(({ keep }) => !keep);
  }

  /** The session ended: nothing more is sent. */
  ended(): void {
    this.#abandon(() => true);
  }

  #abandon(which: (entry: Entry) => boolean): void {
    for (const [id, entry] of this.#entries) {
      if (!which(entry)) continue;
      this.#entries.delete(id);
      entry.settle.reject(new OutcomeUnknownError());
    }
  }
}
