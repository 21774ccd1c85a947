import type { SetupClient } from '../client.ts';
import type { OverviewStore } from '../stores/overview.ts';
import type { PlaceStore } from '../stores/place.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'overview'>;
  readonly overview: OverviewStore;
  readonly place: PlaceStore;
}

/** Loads the overview whenever the user is on the landing: the list of presence configurations, with none open. */
export class Overviewing {
  readonly #deps: Surroundings;
  #asking: object | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
    deps.place.subscribe(() => {
      const { page, record } = deps.place.state;
      if (page === 'presence-configurations' && record === null) void this.load();
    });
  }

  async load(): Promise<void> {
    const { client, overview } = this.#deps;
    const asking = (this.#asking = {});
    overview.update({ problem: null });
    try {
      const found = await client.overview();
      if (this.#asking === asking) overview.update({ overview: found });
    } catch (error) {
      if (this.#asking === asking)
        overview.update({ problem: error instanceof Error ? error.message : String(error) });
    }
  }
}
