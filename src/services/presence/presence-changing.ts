import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { PresenceStore, ReadinessProblem } from '../../stores/presence.ts';
import type { Commands } from '../connection/commands.ts';
import { waitFor } from './wait-for.ts';

/** After the result, the change itself comes this soon. */
const CONFIRMED_WITHIN: Milliseconds = 5000;

interface Dependencies {
  readonly timers: Timers;
  readonly presence: PresenceStore;
  readonly configuration: ConfigurationStore;
  readonly commands: Commands;
  /** What keeps the rep from becoming available now. Called within the rep's gesture, which unlocks sound. */
  readonly checkReadiness: () => Promise<readonly ReadinessProblem[]>;
}

/** Sets the rep's presence status: shown as set only when the server confirmed it. */
export class PresenceChanging {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** @throws {PanelError} (by the promise) where the status is not set. */
  async setStatus(statusId: Id, endAcw = false): Promise<void> {
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
      await commands.send({ type: 'set-status', statusId, ...(endAcw && { endAcw }) }, { keep: false });
      await this.#confirmed(statusId);
    } finally {
      // A later choice may be under way by now.
      if (presence.state.pendingStatusId === statusId) presence.pend(null);
    }
  }

  /** The server's word on the presence may come after its result: until then the change stays in view as pending. */
  #confirmed(statusId: Id): Promise<void> {
    const { presence, timers } = this.#deps;
    const { confirmed: before, statusAfterAcw } = presence.state;
    // During wrap-up it is told as what follows.
    if (before?.status.id === statusId || statusAfterAcw?.id === statusId) return Promise.resolve();
    return waitFor(presence, () => presence.state.confirmed !== before, timers, CONFIRMED_WITHIN);
  }
}
