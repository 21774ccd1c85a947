import type { Id } from '../../domain/values.ts';
import type { SetupClient } from '../client.ts';
import type { ExplanationStore } from '../stores/explanation.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'read' | 'userConfiguration'>;
  readonly explanation: ExplanationStore;
  /** Fetches the names of the records that settings refer to. */
  readonly prepare: () => Promise<void>;
}

/** Fetches and explains a rep's effective configuration. */
export class Explaining {
  readonly #deps: Surroundings;
  #asking: object | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  async open(id: Id): Promise<void> {
    const { client, explanation, prepare } = this.#deps;
    const asking = (this.#asking = {});
    explanation.show({ isLoading: true });
    try {
      const [found, configuration] = await Promise.all([
        client.read('users', id),
        client.userConfiguration(id),
        prepare(),
      ]);
      // Another one may have been requested meanwhile.
      if (this.#asking === asking)
        explanation.show({ explained: { ...configuration, id, user: found.fields } });
    } catch (error) {
      if (this.#asking !== asking) return;
      explanation.show({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  close(): void {
    this.#asking = null;
    this.#deps.explanation.show();
  }
}
