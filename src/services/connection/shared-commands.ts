import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import type { ConnectionView } from '../../protocol/connection-state.ts';
import type { Connection } from '../../protocol/connection.ts';
import type { Command, CommandOutcome } from '../../protocol/messages.ts';
import { NotUnderstoodError, Outbox } from '../../protocol/outbox.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** The leader needs at most three seconds for a round trip; the rest allows for the message to it and back. */
const PROBE_TIMEOUT: Milliseconds = 3500;

type Real = Pick<Connection, 'prove' | 'send'>;

interface Dependencies {
  readonly tabGroup: TabGroup;
  readonly timers: Timers;
  readonly newId: () => Id;
  /** The real connection, if this page is the leader and has one. */
  readonly real: () => Real | null;
  readonly status: () => ConnectionView['status'] | null;
}

/**
 * This page's commands until their outcome is known; the leader sends them to the server. Commands without an outcome
 * when the leadership changes are sent again under the same id, which the server recognises.
 */
export class SharedCommands {
  readonly #deps: Dependencies;
  readonly #outbox = new Outbox();
  readonly #proofs = new Map<Id, (isProven: boolean) => void>();
  /** Commands that the current leader does not have yet. */
  readonly #unsent = new Set<Id>();
  /** Pending commands of any page, by their effect. */
  readonly #underWay = new Map<string, { readonly id: Id; readonly outcome: Promise<CommandOutcome> }>();
  /** Whether the leadership has just changed hands: the new leader reconnects in a moment. */
  #isPassing = false;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const { tabGroup } = deps;
    tabGroup.on('outcome', (body) => this.#settle(body.id, body.outcome, body.notUnderstood));
    tabGroup.on('proven', ({ id, isProven }) => this.#proofs.get(id)?.(isProven));
    tabGroup.on('command', ({ command, keep }, from) => this.#sendFor(from, command, keep));
    tabGroup.on('prove', ({ id }, from) => void this.#proveFor(from, id));
  }

  /** See `Connection.send`. */
  send(command: Command, keep: boolean): Promise<CommandOutcome> {
    const outcome = this.#outbox.add(command, keep);
    this.#unsent.add(command.id);
    this.follow();
    return outcome;
  }

  /** See `Connection.prove`. */
  prove(): Promise<boolean> {
    const { tabGroup, newId, timers, real } = this.#deps;
    const { leader } = tabGroup;
    if (tabGroup.isLeader) return real()?.prove() ?? Promise.resolve(false);
    if (leader === null) return Promise.resolve(false);
    const id = newId();
    return new Promise((resolve) => {
      const cancel = timers.after(PROBE_TIMEOUT, () => prove(false));
      const prove = (isProven: boolean) => {
        cancel();
        this.#proofs.delete(id);
        resolve(isProven);
      };
      this.#proofs.set(id, prove);
      tabGroup.send({ type: 'prove', id }, leader);
    });
  }

  /** Another page has become the leader. */
  passOn(): void {
    this.#isPassing = true;
    this.#underWay.clear();
    for (const { command } of this.#outbox.entries) this.#unsent.add(command.id);
  }

  /** The connection status changed: sends what was waiting for it, and gives up commands that cannot wait. */
  follow(): void {
    const { tabGroup, real, status } = this.#deps;
    const stands = status();
    if (stands === 'signedOut') return this.end();
    if (stands !== 'interrupted' && stands !== 'connecting') this.#isPassing = false;
    const isOpen = stands === 'connected' || (tabGroup.isLeader && !this.#isPassing);
    for (const { command, keep } of this.#outbox.entries) {
      if (!this.#unsent.has(command.id)) continue;
      const own = real();
      const isThere = tabGroup.isLeader ? own !== null : tabGroup.leader !== null;
      if (isThere && (keep || isOpen)) {
        this.#unsent.delete(command.id);
        if (own) this.#handOver(own, command, keep);
        else tabGroup.send({ type: 'command', command, keep }, tabGroup.leader);
      } else if (!keep && !this.#isPassing) this.#settle(command.id, null, null);
    }
  }

  /** The session ended: nothing more is sent. */
  end(): void {
    this.#unsent.clear();
    this.#outbox.ended();
    for (const prove of [...this.#proofs.values()]) prove(false);
  }

  #handOver(real: Real, command: Command, keep: boolean): void {
    const isPresent = () => this.#deps.real() === real;
    this.#send(real, command, keep).then(
      (outcome) => isPresent() && this.#settle(command.id, outcome, null),
      (error: unknown) => isPresent() && this.#settle(command.id, null, whyNotUnderstood(error)),
    );
  }

  /**
   * Where a second command would count twice (an extension, for instance), two pages that send it at once share one.
   */
  #send(real: Real, command: Command, keep: boolean): Promise<CommandOutcome> {
    const { id, ...rest } = command;
    // The server accepts only the first of these and refuses the second, so that only one page opens the work.
    if (command.type === 'accept' || command.type === 'decline' || command.type === 'take')
      return real.send(command, { keep });
    const what = JSON.stringify(rest);
    const known = this.#underWay.get(what);
    if (known && known.id !== id) return known.outcome;
    const outcome = real.send(command, { keep });
    this.#underWay.set(what, { id, outcome });
    const over = () => this.#underWay.get(what)?.id === id && this.#underWay.delete(what);
    outcome.then(over, over);
    return outcome;
  }

  #settle(id: Id, outcome: CommandOutcome | null, notUnderstood: string | null): void {
    this.#unsent.delete(id);
    if (outcome) this.#outbox.settle({ type: 'result', id, outcome });
    else if (notUnderstood !== null) this.#outbox.notUnderstood(id, notUnderstood);
    else this.#outbox.unknown(id);
  }

  #sendFor(member: Id, command: Command, keep: boolean): void {
    const { tabGroup, real } = this.#deps;
    const own = real();
    if (!tabGroup.isLeader) return;
    const reply = (outcome: CommandOutcome | null, notUnderstood: string | null) => {
      if (real() === own)
        tabGroup.sendAsLeader({ type: 'outcome', id: command.id, outcome, notUnderstood }, member);
    };
    if (!own) return reply(null, null);
    this.#send(own, command, keep).then(
      (outcome) => reply(outcome, null),
      (error: unknown) => reply(null, whyNotUnderstood(error)),
    );
  }

  async #proveFor(member: Id, id: Id): Promise<void> {
    const { tabGroup, real } = this.#deps;
    if (!tabGroup.isLeader) return;
    const isProven = (await real()?.prove()) ?? false;
    tabGroup.sendAsLeader({ type: 'proven', id, isProven }, member);
  }
}

const whyNotUnderstood = (error: unknown): string | null =>
  error instanceof NotUnderstoodError ? error.message.slice(0, 2000) : null;
