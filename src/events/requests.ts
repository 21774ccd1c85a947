import type { AgentWork } from '../domain/work/agent-work.ts';
import type { Opening } from '../domain/work/opening-rules.ts';
import type { NamedDestination } from '../domain/work/transfer.ts';
import type { Id } from '../domain/values.ts';

/* Requests bubble and can be canceled: `preventDefault()` means that the host takes over the action or vetoes it. */

abstract class RequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}

/**
 * The rep asks for a presence status. During wrap-up it takes effect at the end, unless `endAcw` ends the wrap-up
 * now. With `giveBack` requests that still ring return to their queues.
 */
export class SetStatusRequestEvent extends RequestEvent {
  static readonly type = 'omni-set-status-request';
  constructor(
    readonly statusId: Id,
    readonly endAcw = false,
    readonly giveBack = false,
  ) {
    super(SetStatusRequestEvent.type);
  }
}

/** The rep says that the outbound conversation is over. */
export class EndOutboundRequestEvent extends RequestEvent {
  static readonly type = 'omni-end-outbound-request';
  constructor() {
    super(EndOutboundRequestEvent.type);
  }
}

/** The rep accepts a work request. */
export class AcceptRequestEvent extends RequestEvent {
  static readonly type = 'omni-accept-request';
  constructor(readonly workId: Id) {
    super(AcceptRequestEvent.type);
  }
}

/** The rep declines a work request; `declineReason` is the id of a reason, `null` if none is asked for. */
export class DeclineRequestEvent extends RequestEvent {
  static readonly type = 'omni-decline-request';
  constructor(
    readonly workId: Id,
    readonly declineReason: Id | null,
  ) {
    super(DeclineRequestEvent.type);
  }
}

/** The rep closes accepted work: ends its conversation, or closes work that has none. */
export class CloseRequestEvent extends RequestEvent {
  static readonly type = 'omni-close-request';
  constructor(readonly workId: Id) {
    super(CloseRequestEvent.type);
  }
}

/** The rep extends a wrap-up once. */
export class ExtendAcwRequestEvent extends RequestEvent {
  static readonly type = 'omni-extend-acw-request';
  constructor(readonly workId: Id) {
    super(ExtendAcwRequestEvent.type);
  }
}

/** "All done": the rep ends a wrap-up. */
export class EndAcwRequestEvent extends RequestEvent {
  static readonly type = 'omni-end-acw-request';
  constructor(readonly workId: Id) {
    super(EndAcwRequestEvent.type);
  }
}

/** The rep takes declined or missed work whose item is still waiting. */
export class TakeRequestEvent extends RequestEvent {
  static readonly type = 'omni-take-request';
  constructor(readonly workId: Id) {
    super(TakeRequestEvent.type);
  }
}

/** The rep transfers accepted work, or with `conference` invites someone to its conversation. */
export class TransferRequestEvent extends RequestEvent {
  static readonly type = 'omni-transfer-request';
  constructor(
    readonly workId: Id,
    readonly destination: NamedDestination,
    readonly conference: boolean,
  ) {
    super(TransferRequestEvent.type);
  }
}

/** The rep searches for a transfer destination for accepted work. */
export class FindDestinationsRequestEvent extends RequestEvent {
  static readonly type = 'omni-find-destinations-request';
  constructor(
    /** `null`: the search ends. */
    readonly workId: Id | null,
    /** Part of a name; empty for all. `null`: the next page of the results. */
    readonly search: string | null,
  ) {
    super(FindDestinationsRequestEvent.type);
  }
}

/** The rep silences the alarm for a lost connection. */
export class SilenceAlarmRequestEvent extends RequestEvent {
  static readonly type = 'omni-silence-alarm-request';
  constructor() {
    super(SilenceAlarmRequestEvent.type);
  }
}

/** The rep opens the log. */
export class ShowLogRequestEvent extends RequestEvent {
  static readonly type = 'omni-show-log-request';
  constructor() {
    super(ShowLogRequestEvent.type);
  }
}

/** The rep downloads the flight record of the last hour, for support. */
export class DownloadFlightRecordRequestEvent extends RequestEvent {
  static readonly type = 'omni-download-flight-record-request';
  constructor() {
    super(DownloadFlightRecordRequestEvent.type);
  }
}

/** The rep dismisses the report of what happened while they were away. */
export class DismissReturnRequestEvent extends RequestEvent {
  static readonly type = 'omni-dismiss-return-request';
  constructor() {
    super(DismissReturnRequestEvent.type);
  }
}

/** The rep dismisses a toast that shows an outcome. */
export class DismissRequestEvent extends RequestEvent {
  static readonly type = 'omni-dismiss-request';
  constructor(readonly workId: Id) {
    super(DismissRequestEvent.type);
  }
}

/** The rep brings the record of a work to the front. */
export class ShowRecordRequestEvent extends RequestEvent {
  static readonly type = 'omni-show-record-request';
  constructor(readonly workId: Id) {
    super(ShowRecordRequestEvent.type);
  }
}

/** The rep clicked the button that fixes a readiness problem. */
export class FixProblemRequestEvent extends RequestEvent {
  static readonly type = 'omni-fix-problem-request';
  constructor(
    readonly problem:
      | 'notConnected'
      | 'noConfiguration'
      | 'soundBlocked'
      | 'outputMissing'
      | 'notificationsOff'
      | 'clockOff',
  ) {
    super(FixProblemRequestEvent.type);
  }
}

/** The rep dismisses a warning, which then is in the settings only. */
export class DismissProblemRequestEvent extends RequestEvent {
  static readonly type = 'omni-dismiss-problem-request';
  constructor(readonly problem: FixProblemRequestEvent['problem']) {
    super(DismissProblemRequestEvent.type);
  }
}

/** The user tests the sound of a request, once or for as long as it rings, or the connection-loss alarm. */
export class TestSoundRequestEvent extends RequestEvent {
  static readonly type = 'omni-test-sound-request';
  constructor(readonly sound: 'request' | 'ring' | 'alarm' = 'request') {
    super(TestSoundRequestEvent.type);
  }
}

/** The rep tests whether notifications appear. */
export class TestNotificationRequestEvent extends RequestEvent {
  static readonly type = 'omni-test-notification-request';
  constructor() {
    super(TestNotificationRequestEvent.type);
  }
}

/** The rep set the volume, 20 to 100 percent. */
export class SetVolumeRequestEvent extends RequestEvent {
  static readonly type = 'omni-set-volume-request';
  constructor(readonly volumePercent: number) {
    super(SetVolumeRequestEvent.type);
  }
}

/** The rep wants to choose an output device; with `ask` the browser asks for permission. */
export class FindOutputsRequestEvent extends RequestEvent {
  static readonly type = 'omni-find-outputs-request';
  constructor(readonly ask: boolean) {
    super(FindOutputsRequestEvent.type);
  }
}

/** The rep chose an output device. */
export class SetOutputRequestEvent extends RequestEvent {
  static readonly type = 'omni-set-output-request';
  constructor(
    /** `second`: the same sound there as well. */
    readonly place: 'main' | 'second',
    /** `null`: the system default, or for `second` none. */
    readonly deviceId: string | null,
  ) {
    super(SetOutputRequestEvent.type);
  }
}

/** Accepted work is about to open in the workspace. A host that opens it itself cancels this event. */
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
 * A request is waiting that the rep cannot see: the page is hidden, or a modal dialog covers the toasts. The panel is
 * about to show a system notification, if it may; a host that notifies the rep itself cancels this event.
 */
export class NotificationRequestEvent extends RequestEvent {
  static readonly type = 'omni-notification-request';
  constructor(
    readonly agentWork: AgentWork,
    /** Whether the panel's own notification would have an accept button. */
    readonly canAccept: boolean,
  ) {
    super(NotificationRequestEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'omni-set-status-request': SetStatusRequestEvent;
    'omni-end-outbound-request': EndOutboundRequestEvent;
    'omni-accept-request': AcceptRequestEvent;
    'omni-decline-request': DeclineRequestEvent;
    'omni-close-request': CloseRequestEvent;
    'omni-extend-acw-request': ExtendAcwRequestEvent;
    'omni-end-acw-request': EndAcwRequestEvent;
    'omni-take-request': TakeRequestEvent;
    'omni-transfer-request': TransferRequestEvent;
    'omni-find-destinations-request': FindDestinationsRequestEvent;
    'omni-silence-alarm-request': SilenceAlarmRequestEvent;
    'omni-show-log-request': ShowLogRequestEvent;
    'omni-download-flight-record-request': DownloadFlightRecordRequestEvent;
    'omni-dismiss-return-request': DismissReturnRequestEvent;
    'omni-dismiss-request': DismissRequestEvent;
    'omni-show-record-request': ShowRecordRequestEvent;
    'omni-fix-problem-request': FixProblemRequestEvent;
    'omni-dismiss-problem-request': DismissProblemRequestEvent;
    'omni-test-sound-request': TestSoundRequestEvent;
    'omni-test-notification-request': TestNotificationRequestEvent;
    'omni-set-volume-request': SetVolumeRequestEvent;
    'omni-find-outputs-request': FindOutputsRequestEvent;
    'omni-set-output-request': SetOutputRequestEvent;
    'omni-open-work-request': OpenWorkRequestEvent;
    'omni-notification-request': NotificationRequestEvent;
  }
}
