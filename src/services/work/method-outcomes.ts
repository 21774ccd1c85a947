import type { Milliseconds, Timers } from '../../domain/time.ts';
import { PanelError } from '../../errors.ts';
import type { ConnectionState, ConnectionStore } from '../../stores/connection.ts';

/**
 * What a promise of the panel's methods is fulfilled with. `confirmed`: the server has done it. `kept`: there is no
 * connection, or no answer; it is kept, and sent once there is one.
 */
export type MethodOutcome = 'confirmed' | 'kept';

/** How long a method waits for the server while the connection seems to be there. A dead link is lost sooner. */
export const CONFIRMATION_TIMEOUT: Milliseconds = 20_000;

const isAway = ({ status }: ConnectionState) => status === 'lost' || status === 'refused';

/** Ends the promises that hosts get: what is kept over a lost connection may take hours to be confirmed. */
export class MethodOutcomes {
  readonly #connection: ConnectionStore;
  readonly #timers: Timers;
  readonly #problem: (detail: string) => void;

  constructor(deps: {
    readonly connection: ConnectionStore;
    readonly timers: Timers;
    /** Reports to the host that something kept was refused. */
    readonly problem: (detail: string) => void;
  }) {
    this.#connection = deps.connection;
    this.#timers = deps.timers;
    this.#problem = deps.problem;
  }

  /**
   * Does what a method asks for and waits until it is confirmed, or known to be kept.
   * @throws {PanelError} (rejects) if it is refused meanwhile, or nothing can be kept because the rep is not signed in
   *   here.
   */
  async of(act: () => Promise<void>): Promise<MethodOutcome> {
    const { status, detail } = this.#connection.state;
    if (status === 'replaced' || status === 'signedOut')
      throw new PanelError('notConnected', detail ?? 'The rep is not signed in here.');
    const confirmed = act().then((): MethodOutcome => 'confirmed');
    const kept = this.#kept();
    try {
      const outcome = await Promise.race([confirmed, kept.promise]);
      if (outcome === 'kept') confirmed.catch((error: unknown) => this.#refused(error));
      return outcome;
    } finally {
      kept.stop();
    }
  }

  #kept() {
    const { promise, resolve } = Promise.withResolvers<MethodOutcome>();
    const keep = () => resolve('kept');
    // After a turn of the event loop: what is refused at once is refused, connected or not.
    const stops = [
      this.#timers.after(0, () => isAway(this.#connection.state) && keep()),
      this.#timers.after(CONFIRMATION_TIMEOUT, keep),
      this.#connection.subscribe((state) => isAway(state) && keep()),
    ];
    return { promise, stop: () => stops.forEach((stop) => stop()) };
  }

  #refused(error: unknown): void {
    const detail = error instanceof Error ? error.message : 'It was refused.';
    this.#problem(`What was kept while there was no connection was not confirmed. ${detail}`);
  }
}
