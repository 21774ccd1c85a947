import type { AgentWork } from '../../domain/work/agent-work.ts';
import { workloadOf } from '../../domain/work/capacity.ts';
import type { Id } from '../../domain/values.ts';
import {
  AcwEndedEvent,
  AcwStartedEvent,
  ConfigurationChangedEvent,
  ConnectionErrorEvent,
  LoginEvent,
  LogoutEvent,
  OutboundChangedEvent,
  QueuedStatusChangedEvent,
  StatusChangedEvent,
  WorkAcceptedEvent,
  WorkAssignedEvent,
  WorkCanceledEvent,
  WorkClosedEvent,
  WorkDeclinedEvent,
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
  readonly dispatch: (event: Event) => boolean;
}): () => void {
  const { connection, configuration, presence, work, repId, dispatch } = deps;
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
        dispatch(new LogoutEvent());
      } else if (isError(status)) dispatch(new ConnectionErrorEvent(status, state.detail));
    }),
    presence.subscribe(({ confirmed, statusAfterAcw, outboundEndsAt }) => {
      const before = presenceBefore;
      presenceBefore = confirmed;
      // From the first snapshot: the login event comes before all others.
      if (confirmed && !isLoggedIn) {
        isLoggedIn = true;
        dispatch(new LoginEvent(repId()));
      }
      if (confirmed && (confirmed.status.id !== before?.status.id || confirmed.since !== before.since))
        dispatch(new StatusChangedEvent(confirmed));
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
      if (state.capacity === capacity) return;
      capacity = state.capacity;
      if (capacity) dispatch(new WorkloadChangedEvent(workloadOf(capacity)));
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const isError = (status: ConnectionStatus): status is ConnectionErrorEvent['status'] =>
  status === 'interrupted' || status === 'lost' || status === 'refused' || status === 'replaced';

function* eventsOf(before: AgentWork | undefined, now: AgentWork, isNews: boolean): Iterable<Event> {
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
