import type { AgentWork } from '../domain/work/agent-work.ts';
import type { Opening } from '../domain/work/opening-rules.ts';
import type { NamedDestination } from '../domain/work/transfer.ts';
import type { Id } from '../domain/values.ts';

/* Requests go up and can be canceled: `preventDefault()` means that the host takes it over or vetoes it. */

abstract class RequestEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
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

/** The rep transfers accepted work, or with `conference` asks somebody there to join its conversation. */
export class TransferRequestEvent extends RequestEvent {
  static readonly type = 'omni-transfer-request';
  constructor(
    readonly agentWorkId: Id,
    readonly destination: NamedDestination,
    readonly conference: boolean,
  ) {
    super(TransferRequestEvent.type);
  }
}

/** The rep looks for a destination for accepted work. */
export class FindDestinationsRequestEvent extends RequestEvent {
  static readonly type = 'omni-find-destinations-request';
  constructor(
    /** `null`: they look no more. */
    readonly agentWorkId: Id | null,
    /** Part of a name; empty: all. `null`: the following part of what was found. */
    readonly search: string | null,
  ) {
    super(FindDestinationsRequestEvent.type);
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

/** The rep clicked the one button that fixes a readiness problem. */
export class FixProblemRequestEvent extends RequestEvent {
  static readonly type = 'omni-fix-problem-request';
  constructor(
    readonly kind:
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

/** Somebody wants to hear the sound of a request, once or for as long as it rings, or the alarm of a lost connection. */
export class TestSoundRequestEvent extends RequestEvent {
  static readonly type = 'omni-test-sound-request';
  constructor(readonly sound: 'request' | 'ring' | 'alarm' = 'request') {
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

declare global {
  interface HTMLElementEventMap {
    'omni-set-status-request': SetStatusRequestEvent;
    'omni-accept-request': AcceptRequestEvent;
    'omni-decline-request': DeclineRequestEvent;
    'omni-finish-request': FinishRequestEvent;
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
    'omni-test-sound-request': TestSoundRequestEvent;
    'omni-set-volume-request': SetVolumeRequestEvent;
    'omni-find-outputs-request': FindOutputsRequestEvent;
    'omni-set-output-request': SetOutputRequestEvent;
    'omni-open-work-request': OpenWorkRequestEvent;
    'omni-notification-request': NotificationRequestEvent;
  }
}
