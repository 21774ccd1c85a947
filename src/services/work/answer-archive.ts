import { awaitsEffect } from '../../domain/work/answer-rules.ts';
import type { Clock, Instant, Milliseconds } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { check } from '../../domain/violations.ts';
import { addressBelow } from '../../platform/network/address.ts';
import { startingWith, type Archive } from '../../platform/archive.ts';
import { commandSchema, type Command } from '../../protocol/messages.ts';
import type { AnswerInFlight, WorkStore } from '../../stores/work.ts';
import type { Answer, PendingAnswers } from './pending-answers.ts';

/** How long the server remembers a command: an older one might take effect twice. */
const MAX_RESEND_AGE: Milliseconds = 24 * 3_600_000;
/** The most pending answers of one rep: more than a rep can have works. */
const MAX_ANSWERS = 200;

interface Dependencies {
  readonly archive: Pick<Archive, 'read' | 'write'>;
  readonly work: WorkStore;
  readonly clock: Clock;
  readonly apiAddress: () => string;
  readonly repId: () => Id;
  /** This page's member id. */
  readonly page: () => Id;
}

/** What to do with the saved answers. */
export interface ResumeOptions {
  readonly underWay: PendingAnswers;
  /** Sends a command again under its own id. @throws {PanelError} (rejects) */
  readonly sendAgain: (command: Command) => Promise<void>;
  readonly accepted: (agentWorkId: Id) => void;
}

/**
 * Saves each of the rep's answers until its outcome is known, over reloads, crashes and connection losses: the next
 * page sends it again under the same id, and it takes effect once.
 */
export class AnswerArchive {
  readonly #deps: Dependencies;
  readonly #resumed = new Set<Id>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  keep(command: Command): void {
    const key = `${this.#prefix}${command.id}`;
    const entry = { at: this.#deps.clock.now(), by: this.#deps.page(), command };
    void this.#deps.archive.write(({ answers }) => answers.put(entry, key));
  }

  /** The outcome is known. */
  forget(command: Command): void {
    const key = `${this.#prefix}${command.id}`;
    void this.#deps.archive.write(({ answers }) => answers.delete(key));
  }

  /** The rep signed out: nothing more is sent on their behalf. */
  async forgetAll(): Promise<void> {
    const prefix = this.#prefix;
    await this.#deps.archive.write(({ answers }) => answers.delete(startingWith(prefix)));
  }

  /**
   * Sends the answers that closed pages left behind, shows them as pending, and then their outcome. Call it while
   * connected: only then is the server's time known, which decides whether an answer is too old. `living`: the live
   * pages, which send their own answers; `null` if only this one is known.
   */
  async resume(
    { underWay, sendAgain, accepted }: ResumeOptions,
    living: ReadonlySet<Id> | null = null,
  ): Promise<void> {
    const { work, page } = this.#deps;
    for (const { command, by } of await this.#waiting()) {
      if (by === page() || living?.has(by) || this.#resumed.has(command.id)) continue;
      this.#resumed.add(command.id);
      const sent = sendAgain(command);
      const answer = answerOf(command);
      const known = answer && work.state.works.get(answer.id);
      if (answer && known && answer.waits(known))
        underWay.submit({ ...answer, send: () => sent }).catch(() => undefined);
      sent.then(
        () => command.type === 'accept' && accepted(command.agentWorkId),
        // The rep answered, but too late: they are shown the outcome.
        () => answer && work.showOutcome(answer.id),
      );
    }
  }

  async #waiting(): Promise<Entry[]> {
    const prefix = this.#prefix;
    const oldest = this.#deps.clock.now() - MAX_RESEND_AGE;
    const found = await this.#deps.archive.write(async ({ answers }) => {
      const entries: Entry[] = [];
      for (const key of await answers.getAllKeys()) {
        const entry = entryOf(await answers.get(key));
        if (!entry || entry.at < oldest) await answers.delete(key);
        else if (key.startsWith(prefix)) entries.push(entry);
      }
      return entries.sort((one, other) => one.at - other.at).slice(-MAX_ANSWERS);
    });
    return found ?? [];
  }

  get #prefix(): string {
    return `${addressBelow(this.#deps.apiAddress(), '').href} ${this.#deps.repId()} `;
  }
}

interface Entry {
  readonly at: Instant;
  /** The page that sent it. */
  readonly by: Id;
  readonly command: Command;
}

/** Validates a saved entry: an older release or another script may have written it. */
function entryOf(found: unknown): Entry | null {
  if (typeof found !== 'object' || found === null || !('at' in found) || !('command' in found)) return null;
  const command = check(commandSchema, found.command);
  const by = 'by' in found && typeof found.by === 'string' ? found.by : '';
  return typeof found.at === 'number' && command.ok ? { at: found.at, by, command: command.value } : null;
}

/** The work that a command is about, whose effect can be seen in it; `null`: there is no single one. */
function answerOf(
  command: Command,
): { readonly kind: AnswerInFlight['kind']; readonly id: Id; readonly waits: Answer['waits'] } | null {
  if (!('agentWorkId' in command) || command.agentWorkId === null) return null;
  // Extensions and what is taken are sent again, but the page that closed knew what they started from. An invitation
  // leaves the work open.
  if (command.type === 'extend-acw' || command.type === 'take') return null;
  // Flags are never shown as pending.
  if (command.type === 'raise-flag' || command.type === 'lower-flag') return null;
  if (command.type === 'transfer' && command.conference) return null;
  const { type, agentWorkId } = command;
  return { kind: type, id: agentWorkId, waits: (work) => awaitsEffect(type, work, work) };
}
