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

/** Debounce of the search: the server is asked after this much time without typing. */
export const SEARCH_DEBOUNCE: Milliseconds = 200;

/** A query for one page of a work's destinations. */
export interface DestinationQuery {
  readonly agentWorkId: Id;
  /** Part of a name; empty for all. */
  readonly search: string;
  /** `next` from the previous page; `null` for the first page. */
  readonly cursor: string | null;
}

/** Searches the transfer destinations of a work, which only the server knows in full. */
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

  /** Fetches one page. @throws {PanelError} (rejects) if the server does not return it. */
  async page(
    { agentWorkId, search, cursor }: DestinationQuery,
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
   * Shows the results for `search`: the first search of a work runs at once, later ones when the rep pauses. `null`
   * loads the next page. Without a work the search ends.
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
    this.#cancelWait = this.#timers.after(SEARCH_DEBOUNCE, () => this.#ask(agentWorkId, []));
  }

  #more(): void {
    const { agentWorkId, status, items } = this.#transfer.state;
    if (agentWorkId === null || this.#next === null || status === 'asking') return;
    this.#transfer.update({ status: 'asking' });
    this.#ask(agentWorkId, items);
  }

  /** Ends the search. */
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
        // The response to an outdated query is not shown.
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
