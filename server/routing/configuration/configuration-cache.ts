import type { Queries } from '../../database/database.ts';
import { ConfigurationView } from './configuration-view.ts';
import { readConfiguration, readRevision } from './read-configuration.ts';

/** What a process keeps of the configuration, for as long as the revision in the database stands. */
export class ConfigurationCache {
  #view: ConfigurationView | null = null;

  /** The configuration as the database has it now. One short query while nothing has changed. */
  async current(queries: Queries): Promise<ConfigurationView> {
    return this.at(queries, await readRevision(queries));
  }

  /** The configuration as this process last knew it: what changed within about a second may be missing. */
  async known(queries: Queries): Promise<ConfigurationView> {
    return this.#view ?? this.current(queries);
  }

  /** The configuration at the revision that the database is known to have now. */
  async at(queries: Queries, revision: number): Promise<ConfigurationView> {
    if (this.#view?.revision === revision) return this.#view;
    const view = new ConfigurationView(await readConfiguration(queries));
    // A slower reader of an older revision must not put it back.
    if (this.#view === null || this.#view.revision < view.revision) this.#view = view;
    return view;
  }
}
