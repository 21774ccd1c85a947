import type { Database, Queries, Statement } from '../../database/database.ts';
import { Coalesced } from '../../coalesced.ts';
import { ConfigurationView } from './configuration-view.ts';
import { readConfiguration, readRevision } from './read-configuration.ts';

const revisionStatement: Statement = {
  name: 'configuration_revision',
  text: 'select revision::int as revision from configuration_revision',
};

/** A process's copy of the configuration, valid until the revision in the database changes. */
export class ConfigurationCache {
  #view: ConfigurationView | null = null;
  #latest: Coalesced | null = null;

  /** The configuration as this process last read it; `null` before that. */
  get view(): ConfigurationView | null {
    return this.#view;
  }

  /** The current configuration. Costs one short query while nothing has changed. */
  async current(queries: Queries): Promise<ConfigurationView> {
    return this.at(queries, await readRevision(queries));
  }

  /** The same outside a transaction, where those who ask at the same time share the query. */
  async latest(database: Database): Promise<ConfigurationView> {
    this.#latest ??= new Coalesced(async () => {
      const [row] = await database.run<{ revision: number }>(revisionStatement, []);
      await this.at(database.queries, row?.revision ?? 0);
    });
    await this.#latest.run();
    return this.#view ?? this.current(database.queries);
  }

  /** The configuration as this process last read it: it may lack changes of the last second or so. */
  async known(queries: Queries): Promise<ConfigurationView> {
    return this.#view ?? this.current(queries);
  }

  /** The configuration at `revision`, which the database is known to be at. */
  async at(queries: Queries, revision: number): Promise<ConfigurationView> {
    if (this.#view?.revision === revision) return this.#view;
    const view = new ConfigurationView(await readConfiguration(queries));
    // A slower reader must not replace it by an older revision.
    if (this.#view === null || this.#view.revision < view.revision) this.#view = view;
    return view;
  }
}
