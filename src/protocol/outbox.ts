import type { Command, CommandOutcome, Result } from './messages.ts';

/** The connection ended, or broke, before the outcome of a command was known. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';

  constructor() {
    super('The connection ended before the server confirmed the command.');
  }
}

/** The server could not read a command: it has no effect. A defect of one of the two. */
export class NotUnderstoodError extends Error {
  override readonly name = 'NotUnderstoodError';
}

interface Entry {
  readonly command: Command;
  /** Whether it outlasts a break: sent again, with the same id, on the next connection. */
  readonly keep: boolean;
  readonly settle: PromiseWithResolvers<CommandOutcome>;
}

/** The commands that have no outcome yet, oldest first. */
export class Outbox {
  readonly #entries = new Map<string, Entry>();

  /** @throws {OutcomeUnknownError} (by the promise) where the command ends without an outcome. */
  add(command: Command, keep: boolean): Promise<CommandOutcome> {
    const known = this.#entries.get(command.id);
    if (known) return known.settle.promise;
    const settle = Promise.withResolvers<CommandOutcome>();
    this.#entries.set(command.id, { command, keep, settle });
    return settle.promise;
  }

  /** What to send on a new connection: each has one effect, however often the server gets it. */
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

  /** The server says this of a command; without an id it is of no command that waits here. */
  notUnderstood(id: string | undefined, detail: string): void {
    if (id === undefined) return;
    this.#entries.get(id)?.settle.reject(new NotUnderstoodError(detail));
    this.#entries.delete(id);
  }

  /** Nobody knows what became of it. */
  unknown(id: string): void {
    this.#abandon(({ command }) => command.id === id);
  }

  /** The connection broke: what is not kept has no known outcome. */
  broken(): void {
    this.#abandon(({ keep }) => !keep);
  }

  /** The session ended: nothing here will be sent any more. */
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
