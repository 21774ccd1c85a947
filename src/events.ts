import type { AgentWork } from './domain/agent-work.ts';
import type { Opening } from './domain/opening-rules.ts';
import type { Capacity } from './domain/capacity.ts';
import type { Presence } from './domain/presence-status.ts';
import type { Id } from './domain/values.ts';

/*
 * Requests go up and can be canceled: `preventDefault()` means that the host takes it over or vetoes it.
 * Facts are past tense, go out of the panel, and cannot be canceled.
 */

abstract class RequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

abstract class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The rep asks for a presence status. During wrap-up it waits for the end, unless `endAcw` ends wrap-up now. */
export class SetStatusRequestEvent extends RequestEvent {
  static readonly type = 'omni-set-status-request';
  constructor(
    readonly statusId: Id,
    readonly endAcw = false,
  ) {
    super(SetStatusRequestEvent.type);
  }
}

/** The rep accepts a work request. */
export class AcceptRequestEvent extends RequestEvent {
  static readonly type = 'omni-accept-request';
  constructor(readonly agentWorkId: Id) {
    super(AcceptRequestEvent.type);
  }
}

/** The rep declines a work request; `reasonId` is `null` until one was chosen, or where none is asked for. */
export class DeclineRequestEvent extends RequestEvent {
  static readonly type = 'omni-decline-request';
  constructor(
    readonly agentWorkId: Id,
    readonly reasonId: Id | null,
  ) {
    super(DeclineRequestEvent.type);
  }
}

/** The rep ends the conversation of accepted work, or is done with work that has none. */
export class FinishRequestEvent extends RequestEvent {
  static readonly type = 'omni-finish-request';
  constructor(readonly agentWorkId: Id) {
    super(FinishRequestEvent.type);
  }
}

/** The rep extends a wrap-up once. */
export class ExtendAcwRequestEvent extends RequestEvent {
  static readonly type = 'omni-extend-acw-request';
  constructor(readonly agentWorkId: Id) {
    super(ExtendAcwRequestEvent.type);
  }
}

/** All done: the rep ends a wrap-up. */
export class EndAcwRequestEvent extends RequestEvent {
  static readonly type = 'omni-end-acw-request';
  constructor(readonly agentWorkId: Id) {
    super(EndAcwRequestEvent.type);
  }
}

/** The rep takes declined or missed work whose item waits still. */
export class TakeRequestEvent extends RequestEvent {
  static readonly type = 'omni-take-request';
  constructor(readonly agentWorkId: Id) {
    super(TakeRequestEvent.type);
  }
}

/** The rep silences the alarm of a lost connection. */
export class SilenceAlarmRequestEvent extends RequestEvent {
  static readonly type = 'omni-silence-alarm-request';
  constructor() {
    super(SilenceAlarmRequestEvent.type);
  }
}

/** The rep wants to see the log. */
export class ShowLogRequestEvent extends RequestEvent {
  static readonly type = 'omni-show-log-request';
  constructor() {
    super(ShowLogRequestEvent.type);
  }
}

/** The rep wants the flight record of the last hour, for support. */
export class DownloadFlightRecordRequestEvent extends RequestEvent {
  static readonly type = 'omni-download-flight-record-request';
  constructor() {
    super(DownloadFlightRecordRequestEvent.type);
  }
}

/** The rep has read what happened while they were away. */
export class DismissReturnRequestEvent extends RequestEvent {
  static readonly type = 'omni-dismiss-return-request';
  constructor() {
    super(DismissReturnRequestEvent.type);
  }
}

/** The rep dismisses a toast that told an outcome. */
export class DismissRequestEvent extends RequestEvent {
  static readonly type = 'omni-dismiss-request';
  constructor(readonly agentWorkId: Id) {
    super(DismissRequestEvent.type);
  }
}

/** The rep wants the record of a work brought forward. */
export class ShowRecordRequestEvent extends RequestEvent {
  static readonly type = 'omni-show-record-request';
  constructor(readonly agentWorkId: Id) {
    super(ShowRecordRequestEvent.type);
  }
}

/** The rep clicked the one button that mends a readiness problem. */
export class MendRequestEvent extends RequestEvent {
  static readonly type = 'omni-mend-request';
  constructor(
    readonly kind:
      'notConnected' | 'noConfiguration' | 'soundBlocked' | 'outputMissing' | 'notificationsOff' | 'clockOff',
  ) {
    super(MendRequestEvent.type);
  }
}

/** The rep wants to hear how a request rings, or the alarm of a lost connection. */
export class TestSoundRequestEvent extends RequestEvent {
  static readonly type = 'omni-test-sound-request';
  constructor(readonly sound: 'request' | 'alarm' = 'request') {
    super(TestSoundRequestEvent.type);
  }
}

/** The rep set the volume, 20 to 100 percent. */
export class SetVolumeRequestEvent extends RequestEvent {
  static readonly type = 'omni-set-volume-request';
  constructor(readonly volumePercent: number) {
    super(SetVolumeRequestEvent.type);
  }
}

/** The rep wants to choose what the sound comes out of; with `ask` the browser asks them whether this page may know. */
export class FindOutputsRequestEvent extends RequestEvent {
  static readonly type = 'omni-find-outputs-request';
  constructor(readonly ask: boolean) {
    super(FindOutputsRequestEvent.type);
  }
}

/** The rep chose a device for the sound. */
export class SetOutputRequestEvent extends RequestEvent {
  static readonly type = 'omni-set-output-request';
  constructor(
    /** `second`: the same sound there as well. */
    readonly place: 'main' | 'second',
    /** `null`: the system's default, and for `second` none. */
    readonly deviceId: string | null,
  ) {
    super(SetOutputRequestEvent.type);
  }
}

/** Accepted work is about to be opened in the workspace. A host that opens it itself cancels this. */
export class OpenWorkRequestEvent extends RequestEvent {
  static readonly type = 'omni-open-work-request';
  constructor(
    readonly agentWork: AgentWork,
    readonly opening: Opening,
  ) {
    super(OpenWorkRequestEvent.type);
  }
}

/**
 * A request waits that the rep cannot see: the page is hidden, or something modal stands before the toasts. The panel is
 * about to show a notification of the operating system, where it may; a host that notifies by itself cancels this.
 */
export class NotificationRequestEvent extends RequestEvent {
  static readonly type = 'omni-notification-request';
  constructor(
    readonly agentWork: AgentWork,
    /** Whether the panel's own would have a button that accepts. */
    readonly canAccept: boolean,
  ) {
    super(NotificationRequestEvent.type);
  }
}

/** The panel signed in: the server sent the first snapshot. */
export class LoginEvent extends FactEvent {
  static readonly type = 'omni-login';
  constructor(readonly repId: Id) {
    super(LoginEvent.type);
  }
}

/** The rep signed out. */
export class LogoutEvent extends FactEvent {
  static readonly type = 'omni-logout';
  constructor() {
    super(LogoutEvent.type);
  }
}

/** The server confirmed a presence status. */
export class StatusChangedEvent extends FactEvent {
  static readonly type = 'omni-status-changed';
  constructor(readonly presence: Presence) {
    super(StatusChangedEvent.type);
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

/** Accepted work was closed. */
export class WorkClosedEvent extends FactEvent {
  static readonly type = 'omni-work-closed';
  constructor(readonly agentWork: AgentWork) {
    super(WorkClosedEvent.type);
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

/** What open work takes of the rep's capacity changed. */
export class WorkloadChangedEvent extends FactEvent {
  static readonly type = 'omni-workload-changed';
  constructor(readonly capacity: Capacity) {
    super(WorkloadChangedEvent.type);
  }
}

/** What asks for the rep's attention. */
export interface Attention {
  /** How many requests wait for an answer. */
  readonly requests: number;
  /** Whether one is heard now. */
  readonly ringing: boolean;
  /** Whether the connection is lost or refused, so that nothing can come. */
  readonly lost: boolean;
}

/** What asks for the rep's attention changed: for the host's title and badge. */
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
 * Requests wait whose toasts cannot be clicked, because a modal dialog of the host makes them inert; or they can again. A
 * host may close its dialog, or tell the rep in it.
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

/** Something failed that the host may want to know: a configuration that breaks the schema, a sound that cannot play. */
export class PanelProblemEvent extends FactEvent {
  static readonly type = 'omni-problem';
  constructor(
    readonly problem: 'configuration' | 'sound' | 'message' | 'token' | 'workspace',
    /** One sentence for the host's engineer. */
    readonly detail: string,
  ) {
    super(PanelProblemEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'omni-set-status-request': SetStatusRequestEvent;
    'omni-accept-request': AcceptRequestEvent;
    'omni-decline-request': DeclineRequestEvent;
    'omni-finish-request': FinishRequestEvent;
    'omni-extend-acw-request': ExtendAcwRequestEvent;
    'omni-end-acw-request': EndAcwRequestEvent;
    'omni-take-request': TakeRequestEvent;
    'omni-silence-alarm-request': SilenceAlarmRequestEvent;
    'omni-show-log-request': ShowLogRequestEvent;
    'omni-download-flight-record-request': DownloadFlightRecordRequestEvent;
    'omni-dismiss-return-request': DismissReturnRequestEvent;
    'omni-dismiss-request': DismissRequestEvent;
    'omni-show-record-request': ShowRecordRequestEvent;
    'omni-mend-request': MendRequestEvent;
    'omni-test-sound-request': TestSoundRequestEvent;
    'omni-set-volume-request': SetVolumeRequestEvent;
    'omni-find-outputs-request': FindOutputsRequestEvent;
    'omni-set-output-request': SetOutputRequestEvent;
    'omni-open-work-request': OpenWorkRequestEvent;
    'omni-notification-request': NotificationRequestEvent;
    'omni-login': LoginEvent;
    'omni-logout': LogoutEvent;
    'omni-status-changed': StatusChangedEvent;
    'omni-work-assigned': WorkAssignedEvent;
    'omni-work-accepted': WorkAcceptedEvent;
    'omni-work-declined': WorkDeclinedEvent;
    'omni-work-canceled': WorkCanceledEvent;
    'omni-work-closed': WorkClosedEvent;
    'omni-acw-started': AcwStartedEvent;
    'omni-acw-ended': AcwEndedEvent;
    'omni-workload-changed': WorkloadChangedEvent;
    'omni-attention-changed': AttentionChangedEvent;
    'omni-requests-obstructed': RequestsObstructedEvent;
    'omni-connection-error': ConnectionErrorEvent;
    'omni-problem': PanelProblemEvent;
  }
}
