import type { ConnectionView } from '../../protocol/connection-state.ts';
import type { ServerClock } from '../../platform/time/clock.ts';
import type { ConnectionStore } from '../../stores/connection.ts';

/** Puts the state of the connection into its store, with the reason in words. */
export function showConnection(
  view: ConnectionView,
  deps: {
    readonly connection: ConnectionStore;
    readonly clock: Pick<ServerClock, 'instantOf'>;
    /** Whether the server's rep is not the one that the host named. */
    readonly isAnotherReps: boolean;
    readonly whyNotConnected: Readonly<Record<string, string>>;
  },
): void {
  const { connection, clock, isAnotherReps, whyNotConnected } = deps;
  const reason = isAnotherReps ? 'anotherRep' : view.reason;
  connection.update({
    status: isAnotherReps ? 'refused' : view.status,
    since: clock.instantOf(view.since),
    nextAttemptAt: view.nextAttemptAt === null ? null : clock.instantOf(view.nextAttemptAt),
    grace: view.grace,
    detail: reason === null ? null : (whyNotConnected[reason] ?? null),
    roundTrip: view.roundTrip,
  });
}
