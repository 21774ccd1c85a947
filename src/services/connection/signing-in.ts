import type { Milliseconds, Timers } from '../../domain/time.ts';
import { PanelError } from '../../errors.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import { isConnected, type ConnectionStore } from '../../stores/connection.ts';

/** How long signing in may take; the panel goes on trying after that. */
export const SIGN_IN_TIMEOUT: Milliseconds = 30_000;

/**
 * Resolves when the server has sent the rep and their statuses, which setting a status requires.
 * @throws {PanelError} (rejects) if the rep cannot be signed in here, or not in time.
 */
export async function signedIn(deps: {
  readonly connection: ConnectionStore;
  readonly configuration: ConfigurationStore;
  readonly timers: Pick<Timers, 'after'>;
}): Promise<void> {
  const { connection, configuration, timers } = deps;
  const { promise, resolve, reject } = Promise.withResolvers<null>();
  const fail = (otherwise: string) =>
    reject(new PanelError('notConnected', connection.state.detail ?? otherwise));
  const look = () => {
    const { status } = connection.state;
    if (status === 'signedOut' || status === 'refused' || status === 'replaced')
      fail('The panel is not connected.');
    else if (isConnected(connection.state) && configuration.state.effective) resolve(null);
  };
  const stops = [
    connection.subscribe(look),
    configuration.subscribe(look),
    timers.after(SIGN_IN_TIMEOUT, () =>
      fail(`The server did not answer within ${SIGN_IN_TIMEOUT / 1000} s.`),
    ),
  ];
  look();
  await promise.finally(() => stops.forEach((stop) => stop()));
}
