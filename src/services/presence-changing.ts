import type { Id } from '../domain/values.ts';
import { PanelError } from '../errors.ts';
import type { ConfigurationStore } from '../stores/configuration.ts';
import type { PresenceStore, ReadinessProblem } from '../stores/presence.ts';
import type { Commands } from './commands.ts';

interface Surroundings {
  readonly presence: PresenceStore;
  readonly configuration: ConfigurationStore;
  readonly commands: Commands;
  /** What keeps the rep from becoming available now. Called within the rep's gesture, which unlocks sound. */
  readonly checkReadiness: () => Promise<readonly ReadinessProblem[]>;
}

/** Sets the rep's presence status: shown as set only when the server confirmed it. */
export class PresenceChanging {
  readonly #deps: Surroundings;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  /** @throws {PanelError} (by the promise) where the status is not set. */
  async setStatus(statusId: Id): Promise<void> {
    const { presence, configuration, commands, checkReadiness } = this.#deps;
    const status = configuration.state.effective?.statuses.find(({ id }) => id === statusId);
    if (!status && configuration.state.effective)
      throw new PanelError('statusUnknown', 'This is no presence status of the rep.');
    presence.pend(statusId);
    try {
      if (status?.kind !== 'offline' && status?.kind !== 'busy') {
        const blocking = (await checkReadiness()).find(({ severity }) => severity === 'blocks');
        if (blocking) throw new PanelError('notReady', blocking.sentence);
      }
      await commands.send({ type: 'set-status', statusId }, { keep: false });
    } finally {
      // A later choice may be under way by now.
      if (presence.state.pendingStatusId === statusId) presence.pend(null);
    }
  }
}
