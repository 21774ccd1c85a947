import type { AgentWork } from '../domain/work/agent-work.ts';
import type { AgentWorkload } from '../domain/work/capacity.ts';
import type { WorkFlag } from '../domain/work/work-flag.ts';
import type {
  ConfigurationMove,
  ConfigurationPlace,
} from '../domain/configuration/explaining/explain-effective.ts';
import type {
  Presence,
  PresenceStatus,
  ServicePresenceStatus,
  StatusChannel,
} from '../domain/configuration/presence-status.ts';
import type { Instant } from '../domain/time.ts';
import type { Id } from '../domain/values.ts';

/* Facts are in the past tense, are dispatched to the host, and cannot be canceled. */

abstract class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The panel signed in: the server sent the first snapshot. */
export class LoginEvent extends FactEvent {
  static readonly type = 'omni-login';
  constructor(
    /** The id of the rep. */
    readonly rep: Id,
    /** The id of the presence status. */
    readonly statusId: Id,
  ) {
    super(LoginEvent.type);
  }
}

/**
 * Who ended the session: `host`, by `logout()` of this panel; `otherTab`, by that of a panel in another browser tab;
 * `server`, by itself.
 */
export type LogoutReason = 'host' | 'otherTab' | 'server';

/** The rep signed out. */
export class LogoutEvent extends FactEvent {
  static readonly type = 'omni-logout';
  constructor(readonly reason: LogoutReason) {
    super(LogoutEvent.type);
  }
}

/** The server confirmed a presence status; `presence.cause` is who or what set it. */
export class StatusChangedEvent extends FactEvent {
  static readonly type = 'omni-status-changed';
  /** The API name of the status; `null` if the server does not send it. */
  readonly statusApiName: string | null;
  /** The service channels that the status is online for. */
  readonly channels: readonly StatusChannel[];
  constructor(
    readonly presence: Presence,
    { statusApiName, channels }: ServicePresenceStatus,
  ) {
    super(StatusChangedEvent.type);
    this.statusApiName = statusApiName;
    this.channels = channels;
  }
}

/** A work request arrived. */
export class WorkAssignedEvent extends FactEvent {
  static readonly type = 'omni-work-assigned';
  constructor(readonly agentWork: AgentWork) {
    super(WorkAssignedEvent.type);
  }
}

/** A work request was accepted, by the rep or automatically. */
export class WorkAcceptedEvent extends FactEvent {
  static readonly type = 'omni-work-accepted';
  constructor(readonly agentWork: AgentWork) {
    super(WorkAcceptedEvent.type);
  }
}

/** A work request was declined, by the rep or by the push time-out. */
export class WorkDeclinedEvent extends FactEvent {
  static readonly type = 'omni-work-declined';
  constructor(readonly agentWork: AgentWork) {
    super(WorkDeclinedEvent.type);
  }
}

/** A work request was canceled without an answer. */
export class WorkCanceledEvent extends FactEvent {
  static readonly type = 'omni-work-canceled';
  constructor(readonly agentWork: AgentWork) {
    super(WorkCanceledEvent.type);
  }
}

/** Accepted work was transferred to `agentWork.transferredTo`. */
export class WorkTransferredEvent extends FactEvent {
  static readonly type = 'omni-work-transferred';
  constructor(readonly agentWork: AgentWork) {
    super(WorkTransferredEvent.type);
  }
}

/** Accepted work was closed. */
export class WorkClosedEvent extends FactEvent {
  static readonly type = 'omni-work-closed';
  constructor(readonly agentWork: AgentWork) {
    super(WorkClosedEvent.type);
  }
}

/** The flag of accepted work was raised or lowered: `agentWork.flag`, whose fields the event has too. */
export class WorkFlagUpdatedEvent extends FactEvent {
  static readonly type = 'omni-work-flag-updated';
  readonly workId: Id;
  /** Whether the flag is up. */
  readonly isFlagged: boolean;
  /** What was said with the change, untrusted text; `null` if nothing was. */
  readonly message: string | null;
  /** The id of the user who did it. */
  readonly updatedBy: Id;
  readonly roleUpdatedBy: WorkFlag['roleUpdatedBy'];
  constructor(
    readonly agentWork: AgentWork,
    { isFlagged, message, updatedBy, roleUpdatedBy }: WorkFlag,
  ) {
    super(WorkFlagUpdatedEvent.type);
    this.workId = agentWork.id;
    this.isFlagged = isFlagged;
    this.message = message;
    this.updatedBy = updatedBy;
    this.roleUpdatedBy = roleUpdatedBy;
  }
}

/** Wrap-up time (ACW) started for work whose conversation ended: `agentWork.acw` is its countdown. */
export class AcwStartedEvent extends FactEvent {
  static readonly type = 'omni-acw-started';
  constructor(readonly agentWork: AgentWork) {
    super(AcwStartedEvent.type);
  }
}

/** Wrap-up time (ACW) ended, by itself or early. */
export class AcwEndedEvent extends FactEvent {
  static readonly type = 'omni-acw-ended';
  constructor(readonly agentWork: AgentWork) {
    super(AcwEndedEvent.type);
  }
}

/** An administrator moved the rep to another presence configuration, now or since the last visit in this browser. */
export class ConfigurationChangedEvent extends FactEvent implements ConfigurationMove {
  static readonly type = 'omni-configuration-changed';
  readonly from: ConfigurationPlace;
  readonly to: ConfigurationPlace;
  constructor({ from, to }: ConfigurationMove) {
    super(ConfigurationChangedEvent.type);
    this.from = from;
    this.to = to;
  }
}

/**
 * The load of open work on the rep's capacity changed, or the capacity itself: `workload` as it is now, and in units
 * what it was before, `null` if it was unknown.
 */
export class WorkloadChangedEvent extends FactEvent {
  static readonly type = 'omni-workload-changed';
  readonly previousConfiguredCapacity: number | null;
  readonly previousWorkload: number | null;
  readonly previousConfiguredInterruptibleCapacity: number | null;
  readonly previousInterruptibleWorkload: number | null;
  constructor(
    readonly workload: AgentWorkload,
    previous: AgentWorkload | null,
  ) {
    super(WorkloadChangedEvent.type);
    this.previousConfiguredCapacity = previous?.configuredCapacity ?? null;
    this.previousWorkload = previous?.currentWorkload ?? null;
    this.previousConfiguredInterruptibleCapacity = previous?.configuredInterruptibleCapacity ?? null;
    this.previousInterruptibleWorkload = previous?.currentInterruptibleWorkload ?? null;
  }
}

/** What needs the rep's attention. */
export interface Attention {
  /** The number of requests waiting for an answer. */
  readonly requests: number;
  /** Whether a request is ringing. */
  readonly ringing: boolean;
  /** Whether the connection is lost or refused, so that no request can arrive. */
  readonly lost: boolean;
}

/** What needs the rep's attention changed: for the host's title and badge. */
export class AttentionChangedEvent extends FactEvent implements Attention {
  static readonly type = 'omni-attention-changed';
  readonly requests: number;
  readonly ringing: boolean;
  readonly lost: boolean;
  constructor({ requests, ringing, lost }: Attention) {
    super(AttentionChangedEvent.type);
    this.requests = requests;
    this.ringing = ringing;
    this.lost = lost;
  }
}

/**
 * Requests are waiting whose toasts cannot be clicked because a modal dialog of the host makes them inert; or they
 * can be clicked again. A host may close its dialog, or inform the rep in it.
 */
export class RequestsObstructedEvent extends FactEvent {
  static readonly type = 'omni-requests-obstructed';
  constructor(readonly obstructed: boolean) {
    super(RequestsObstructedEvent.type);
  }
}

/** The connection broke, was refused, or was replaced. */
export class ConnectionErrorEvent extends FactEvent {
  static readonly type = 'omni-connection-error';
  constructor(
    readonly status: 'interrupted' | 'lost' | 'refused' | 'replaced',
    /** One sentence for the host's engineer. */
    readonly detail: string | null,
  ) {
    super(ConnectionErrorEvent.type);
  }
}

/** The status chosen during wrap-up, which takes effect when the last wrap-up ends, changed; `null`: there is none. */
export class QueuedStatusChangedEvent extends FactEvent {
  static readonly type = 'omni-queued-status-changed';
  constructor(readonly status: PresenceStatus | null) {
    super(QueuedStatusChangedEvent.type);
  }
}

/**
 * An outbound conversation keeps offers away until `endsAt`, by the server's clock; `null`: none does, and the rep may be
 * offered work again.
 */
export class OutboundChangedEvent extends FactEvent {
  static readonly type = 'omni-outbound-changed';
  constructor(readonly endsAt: Instant | null) {
    super(OutboundChangedEvent.type);
  }
}

/**
 * A problem that may interest the host: a missing property, a connection that something blocks, a configuration that
 * violates the schema, a sound that cannot play, a kept answer that the server refused.
 */
export class ProblemEvent extends FactEvent {
  static readonly type = 'omni-problem';
  constructor(
    readonly problem:
      | 'answer'
      | 'configuration'
      | 'connection'
      | 'message'
      | 'property'
      | 'sound'
      | 'token'
      | 'workspace',
    /** One sentence for the host's engineer. */
    readonly detail: string,
  ) {
    super(ProblemEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'omni-login': LoginEvent;
    'omni-logout': LogoutEvent;
    'omni-status-changed': StatusChangedEvent;
    'omni-queued-status-changed': QueuedStatusChangedEvent;
    'omni-outbound-changed': OutboundChangedEvent;
    'omni-work-assigned': WorkAssignedEvent;
    'omni-work-accepted': WorkAcceptedEvent;
    'omni-work-declined': WorkDeclinedEvent;
    'omni-work-canceled': WorkCanceledEvent;
    'omni-work-transferred': WorkTransferredEvent;
    'omni-work-closed': WorkClosedEvent;
    'omni-work-flag-updated': WorkFlagUpdatedEvent;
    'omni-acw-started': AcwStartedEvent;
    'omni-acw-ended': AcwEndedEvent;
    'omni-configuration-changed': ConfigurationChangedEvent;
    'omni-workload-changed': WorkloadChangedEvent;
    'omni-attention-changed': AttentionChangedEvent;
    'omni-requests-obstructed': RequestsObstructedEvent;
    'omni-connection-error': ConnectionErrorEvent;
    'omni-problem': ProblemEvent;
  }
}
