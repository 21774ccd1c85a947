import type { HostCause } from '../../domain/configuration/presence-status.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { PanelError } from '../../errors.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { PresenceStore, ReadinessProblem } from '../../stores/presence.ts';
import type { Commands } from '../connection/commands.ts';
import { waitFor } from './wait-for.ts';

/** How long the change itself may take to arrive after the result. */
const CONFIRMATION_TIMEOUT: Milliseconds = 5000;

interface Dependencies {
  readonly timers: Timers;
  readonly presence: PresenceStore;
  readonly configuration: ConfigurationStore;
  readonly commands: Commands;
  /** Checks what prevents the rep from becoming available. Call it within the rep's gesture, which unlocks sound. */
  readonly checkReadiness: () => Promise<readonly ReadinessProblem[]>;
}

interface StatusOptions {
  readonly endAcw?: boolean;
  readonly giveBack?: boolean;
  /** The host's code sets it; omitted if the rep does. */
  readonly by?: HostCause;
}

/** Sets the rep's presence status, which is shown as set only once the server has confirmed it. */
export class PresenceChanging {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** @throws {PanelError} (rejects) if the status is not set. */
  async setStatus(statusId: Id, { endAcw, giveBack, by }: StatusOptions = {}): Promise<void> {
    const { presence, configuration, commands, checkReadiness } = this.#deps;
    const status = configuration.state.effective?.statuses.find(({ id }) => id === statusId);
    if (!status && configuration.state.effective)
      throw new PanelError('statusUnknown', 'This is no presence status of the rep.');
    presence.pend(statusId);
    try {
      if (status?.kind !== 'offline' && status?.kind !== 'busy') {
        const blocking = (await checkReadiness()).find(({ severity }) => severity !== 'warns');
        if (blocking) throw new PanelError('notReady', blocking.sentence);
      }
      const options = { ...(endAcw && { endAcw }), ...(giveBack && { giveBack }), ...(by && { by }) };
      await commands.send({ type: 'set-status', statusId, ...options }, { keep: false });
      await this.#confirmed(statusId);
    } finally {
      // A later change may be pending by now.
      if (presence.state.pendingStatusId === statusId) presence.pend(null);
    }
  }

  /** The presence update may arrive after the result: until then the change stays pending. */
  #confirmed(statusId: Id): Promise<void> {
    const { presence, timers } = this.#deps;
    const { confirmed: before, statusAfterAcw } = presence.state;
    // During wrap-up the change is reported as the status after ACW.
    if (before?.status.id === statusId || statusAfterAcw?.id === statusId) return Promise.resolve();
    return waitFor(presence, () => presence.state.confirmed !== before, timers, CONFIRMATION_TIMEOUT);
  }
}
