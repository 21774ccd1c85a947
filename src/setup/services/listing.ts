import type { Resource, SetupClient } from '../client.ts';
import { SetupProblem } from '../problem.ts';
import type { ListStore } from '../stores/list.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'list'>;
  readonly list: ListStore;
}

/**
 * There are few presence configurations: their list is fetched as a whole, so that it can be sorted. Others come page
 * by page.
 */
const isWhole = (resource: Resource): boolean => resource === 'presence-configurations';

/** Loads the records of a page, of which there may be many. */
export class ListLoader {
  readonly #deps: Surroundings;
  #asking: object | null = null;
  /** Where the page starts that was asked for last. */
  #cursor: string | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  async open(resource: Resource): Promise<void> {
    this.#deps.list.update({ resource, rows: [], search: '', next: null, problem: null });
    await this.#load(null);
  }

  async search(search: string): Promise<void> {
    this.#deps.list.update({ search });
    await this.#load(null);
  }

  /** Loads the next page. */
  async more(): Promise<void> {
    const { next, isLoading } = this.#deps.list.state;
    if (next !== null && !isLoading) await this.#load(next);
  }

  /** Reloads what is shown. */
  refresh(): Promise<void> {
    return this.#load(null);
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    if (!this.#deps.list.state.isLoading) await this.#load(this.#cursor);
  }

  async #load(cursor: string | null): Promise<void> {
    const { client, list } = this.#deps;
    const asking = (this.#asking = {});
    this.#cursor = cursor;
    const { resource, search } = list.state;
    list.update({ isLoading: true });
    try {
      const rows = cursor === null ? [] : [...list.state.rows];
      let next = cursor;
      do {
        const page = await client.list(resource, { search, cursor: next });
        // Something else may have been requested meanwhile.
        if (this.#asking !== asking) return;
        rows.push(...page.items);
        next = page.next;
      } while (next !== null && isWhole(resource));
      list.update({ rows, next, isLoading: false, problem: null, isForbidden: false });
    } catch (error) {
      if (this.#asking !== asking) return;
      list.update({
        isLoading: false,
        problem: error instanceof Error ? error.message : String(error),
        isForbidden: error instanceof SetupProblem && error.status === 403,
      });
    }
  }
}
