import * as v from 'valibot';
import { userRowSchema, type UserRow } from '../../domain/setup/setup-api.ts';
import type { SetupClient } from '../client.ts';
import type { DirectoryStore } from '../stores/directory.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'list'>;
  readonly directory: DirectoryStore;
}

/** Finds users to assign: the server searches, one page at a time. */
export class FindingUsers {
  readonly #deps: Surroundings;
  #asking: object | null = null;
  /** Where the page starts that was asked for last. */
  #cursor: string | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  /** Starts over; the names of these users are already known. */
  async begin(known: readonly UserRow[] = []): Promise<void> {
    this.#deps.directory.update({ users: [], total: null, known: new Map() });
    this.#deps.directory.know(known);
    await this.search('');
  }

  async search(search: string): Promise<void> {
    this.#deps.directory.update({ search, next: null });
    await this.#load(null);
  }

  async more(): Promise<void> {
    const { next, isLoading } = this.#deps.directory.state;
    if (next !== null && !isLoading) await this.#load(next);
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { problem, isLoading } = this.#deps.directory.state;
    if (problem !== null && !isLoading) await this.#load(this.#cursor);
  }

  async #load(cursor: string | null): Promise<void> {
    const { client, directory } = this.#deps;
    const asking = (this.#asking = {});
    this.#cursor = cursor;
    directory.update({ isLoading: true });
    try {
      const { search } = directory.state;
      const { items, next, total } = await client.list('users', { search, cursor, eligible: 'true' });
      // Another search may have started meanwhile.
      if (this.#asking !== asking) return;
      const found = v.parse(v.array(userRowSchema), items);
      const users = cursor === null ? found : [...directory.state.users, ...found];
      directory.know(found);
      directory.update({ users, next, total, isLoading: false, problem: null });
    } catch (error) {
      if (this.#asking !== asking) return;
      directory.update({ isLoading: false, problem: error instanceof Error ? error.message : String(error) });
    }
  }
}
