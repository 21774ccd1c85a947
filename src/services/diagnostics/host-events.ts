import type { AgentWork } from '../../domain/work/agent-work.ts';
import { sameValue } from '../../domain/pointers.ts';
import { workloadOf } from '../../domain/work/capacity.ts';
import { statusForHosts } from '../../domain/configuration/presence-status.ts';
import type { Id } from '../../domain/values.ts';
import {
  AcwEndedEvent,
  AcwStartedEvent,
  ConfigurationChangedEvent,
  ConnectionErrorEvent,
  LoginEvent,
  LogoutEvent,
  type LogoutReason,
  OutboundChangedEvent,
  QueuedStatusChangedEvent,
  StatusChangedEvent,
  WorkAcceptedEvent,
  WorkAssignedEvent,
  WorkCanceledEvent,
  WorkClosedEvent,
  WorkDeclinedEvent,
  WorkFlagUpdatedEvent,
  WorkTransferredEvent,
  WorkloadChangedEvent,
} from '../../events/facts.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { ConnectionStatus, ConnectionStore } from '../../stores/connection.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { WorkStore } from '../../stores/work.ts';

/** Dispatches events to the host for changes in the stores; call the returned function to stop. */
export function reportHostEvents(deps: {
  readonly connection: ConnectionStore;
  readonly configuration: ConfigurationStore;
  readonly presence: PresenceStore;
  readonly work: WorkStore;
  readonly repId: () => Id;
  /** Who ended the session that has just ended. */
  readonly logoutReason: () => LogoutReason;
  readonly dispatch: (event: Event) => boolean;
}): () => void {
  const { connection, configuration, presence, work, repId, logoutReason, dispatch } = deps;
  let isLoggedIn = false;
  let status: ConnectionStatus = connection.state.status;
  let presenceBefore = presence.state.confirmed;
  let queued = presence.state.statusAfterAcw;
  let outbound = presence.state.outboundEndsAt;
  let capacity = work.state.capacity;
  let { moved } = configuration.state;

  const stops = [
    connection.subscribe((state) => {
      if (state.status === status) return;
      status = state.status;
      if (status === 'signedOut' && isLoggedIn) {
        isLoggedIn = false;
        dispatch(new LogoutEvent(logoutReason()));
      } else if (isError(status)) dispatch(new ConnectionErrorEvent(status, state.detail));
    }),
    presence.subscribe(({ confirmed, statusAfterAcw, outboundEndsAt }) => {
      const before = presenceBefore;
      presenceBefore = confirmed;
      // From the first snapshot: the login event comes before all others.
      if (confirmed && !isLoggedIn) {
        isLoggedIn = true;
        dispatch(new LoginEvent(repId(), confirmed.status.id));
      }
      if (confirmed && (confirmed.status.id !== before?.status.id || confirmed.since !== before.since))
        dispatch(
          new StatusChangedEvent(
            confirmed,
            statusForHosts(confirmed.status, configuration.state.effective?.channels),
          ),
        );
      if (statusAfterAcw?.id !== queued?.id) {
        queued = statusAfterAcw;
        dispatch(new QueuedStatusChangedEvent(queued));
      }
      if (outboundEndsAt !== outbound) {
        outbound = outboundEndsAt;
        dispatch(new OutboundChangedEvent(outbound));
      }
    }),
    configuration.subscribe((state) => {
      if (state.moved === moved) return;
      moved = state.moved;
      if (moved) dispatch(new ConfigurationChangedEvent(moved));
    }),
    work.follow((now, before) => {
      // What was there when the panel signed in is no news.
      for (const event of eventsOf(before, now, capacity !== null)) dispatch(event);
    }),
    work.subscribe((state) => {
      const previous = capacity;
      capacity = state.capacity;
      // A snapshot brings the same load again.
      if (capacity && !sameValue(capacity, previous))
        dispatch(new WorkloadChangedEvent(workloadOf(capacity), previous && workloadOf(previous)));
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const isError = (status: ConnectionStatus): status is ConnectionErrorEvent['status'] =>
  status === 'interrupted' || status === 'lost' || status === 'refused' || status === 'replaced';

function* eventsOf(before: AgentWork | undefined, now: AgentWork, isNews: boolean): Iterable<Event> {
  if (before && now.flag && !sameValue(before.flag, now.flag)) yield new WorkFlagUpdatedEvent(now, now.flag);
  if (before?.status === now.status) return;
  if (before?.transferredTo === null && now.transferredTo !== null) yield new WorkTransferredEvent(now);
  switch (now.status) {
    case 'assigned':
      yield new WorkAssignedEvent(now);
      return;
    case 'opened':
      // Work that the rep took was never a request here.
      if (before || isNews) yield new WorkAcceptedEvent(now);
      return;
    case 'declined':
    case 'declinedOnPushTimeout':
      if (before) yield new WorkDeclinedEvent(now);
      return;
    case 'canceled':
      if (before) yield new WorkCanceledEvent(now);
      return;
    case 'afterConversationWork':
      if (before) yield new AcwStartedEvent(now);
      return;
    case 'closed':
      if (before?.status === 'afterConversationWork') yield new AcwEndedEvent(now);
      if (before) yield new WorkClosedEvent(now);
      return;
    case 'transferred':
      return;
  }
}
