import {
  destinationPageSchema,
  type DestinationPage,
  type OfferedDestination,
} from '../../domain/work/transfer.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { check } from '../../domain/violations.ts';
import { PanelError } from '../../errors.ts';
import { problemOf, type Http } from '../../platform/network/http.ts';
import type { TransferStore } from '../../stores/transfer.ts';

/** The server is asked once the rep has not typed for so long. */
export const AFTER_TYPING: Milliseconds = 200;

/** Part of a work's destinations. */
export interface DestinationQuestion {
  readonly agentWorkId: Id;
  /** Part of a name; empty: all. */
  readonly search: string;
  /** The `next` of the page before; `null`: the first page. */
  readonly cursor: string | null;
}

/** Looks for where a work may be transferred to: the server alone knows them all. */
export class FindingDestinations {
  readonly #transfer: TransferStore;
  readonly #http: Http;
  readonly #timers: Timers;
  #asking: AbortController | null = null;
  #cancelWait: (() => void) | null = null;
  #search = '';
  #next: string | null = null;

  constructor(deps: { readonly transfer: TransferStore; readonly http: Http; readonly timers: Timers }) {
    this.#transfer = deps.transfer;
    this.#http = deps.http;
    this.#timers = deps.timers;
  }

  /** One page. @throws {PanelError} (by the promise) where the server does not give it. */
  async page(
    { agentWorkId, search, cursor }: DestinationQuestion,
    signal?: AbortSignal,
  ): Promise<DestinationPage> {
    const query = new URLSearchParams({
      work: agentWorkId,
      ...(search && { search }),
      ...(cursor && { cursor }),
    });
    let answer: Response;
    try {
      answer = await this.#http.get(`v1/transfer-destinations?${query.toString()}`, signal && { signal });
    } catch (error) {
      throw new PanelError('notConnected', error instanceof Error ? error.message : 'There was no answer.');
    }
    if (!answer.ok)
      throw new PanelError(answer.status === 404 ? 'unknownWork' : 'notConnected', await problemOf(answer));
    const checked = check(destinationPageSchema, await answer.json().catch(() => null));
    if (!checked.ok) throw new PanelError('notConnected', 'The list of destinations breaks the schema.');
    return checked.value;
  }

  /**
   * Shows what is found for `search`: the first of a work at once, the others once the rep pauses. `null`: the following
   * part as well. Without a work nothing is looked for any more.
   */
  find(agentWorkId: Id | null, search: string | null): void {
    if (agentWorkId === null) return this.stop();
    if (search === null) return this.#more();
    const isFirst = this.#transfer.state.agentWorkId !== agentWorkId;
    this.#giveUp();
    this.#search = search;
    this.#next = null;
    if (isFirst) this.#transfer.empty();
    this.#transfer.update({ agentWorkId, status: 'asking' });
    if (isFirst) return this.#ask(agentWorkId, []);
    this.#cancelWait = this.#timers.after(AFTER_TYPING, () => this.#ask(agentWorkId, []));
  }

  #more(): void {
    const { agentWorkId, status, items } = this.#transfer.state;
    if (agentWorkId === null || this.#next === null || status === 'asking') return;
    this.#transfer.update({ status: 'asking' });
    this.#ask(agentWorkId, items);
  }

  /** Nothing is looked for any more. */
  stop(): void {
    this.#giveUp();
    this.#transfer.empty();
  }

  #giveUp(): void {
    this.#asking?.abort();
    this.#asking = null;
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  #ask(agentWorkId: Id, before: readonly OfferedDestination[]): void {
    const asking = (this.#asking = new AbortController());
    const { signal } = asking;
    this.page({ agentWorkId, search: this.#search, cursor: this.#next }, signal).then(
      ({ items, next }) => {
        // An answer to an older question is not shown.
        if (signal.aborted) return;
        this.#next = next;
        this.#transfer.update({ status: 'here', items: [...before, ...items], more: next !== null });
      },
      () => {
        if (!signal.aborted) this.#transfer.update({ status: 'failed' });
      },
    );
  }
}
