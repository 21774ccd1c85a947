import type { PanelConsole } from '../../../src/console/console.ts';
import type {
  AcceptRequestEvent,
  DeclineRequestEvent,
  DismissProblemRequestEvent,
  DismissRequestEvent,
  DismissReturnRequestEvent,
  DownloadFlightRecordRequestEvent,
  EndAcwRequestEvent,
  EndOutboundRequestEvent,
  ExtendAcwRequestEvent,
  FindDestinationsRequestEvent,
  FindOutputsRequestEvent,
  CloseRequestEvent,
  FixProblemRequestEvent,
  SetOutputRequestEvent,
  SetStatusRequestEvent,
  SetVolumeRequestEvent,
  ShowLogRequestEvent,
  ShowRecordRequestEvent,
  SilenceAlarmRequestEvent,
  TakeRequestEvent,
  TestNotificationRequestEvent,
  TestSoundRequestEvent,
  TransferRequestEvent,
} from '../../../src/events/requests.ts';

type Handlers = PanelConsole['handlers'] & { readonly showLog: () => void };

interface Requests {
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
  'omni-dismiss-return-request': DismissReturnRequestEvent;
  'omni-download-flight-record-request': DownloadFlightRecordRequestEvent;
  'omni-show-log-request': ShowLogRequestEvent;
  'omni-dismiss-request': DismissRequestEvent;
  'omni-show-record-request': ShowRecordRequestEvent;
  'omni-fix-problem-request': FixProblemRequestEvent;
  'omni-dismiss-problem-request': DismissProblemRequestEvent;
  'omni-test-sound-request': TestSoundRequestEvent;
  'omni-test-notification-request': TestNotificationRequestEvent;
  'omni-set-volume-request': SetVolumeRequestEvent;
  'omni-find-outputs-request': FindOutputsRequestEvent;
  'omni-set-output-request': SetOutputRequestEvent;
}

/** How each request is carried out. */
export const answers: {
  readonly [Type in keyof Requests]: (event: Requests[Type], handlers: Handlers) => unknown;
} = {
  'omni-set-status-request': ({ statusId, endAcw, giveBack }, handlers) =>
    handlers.setStatus(statusId, { endAcw, giveBack }),
  'omni-end-outbound-request': (_, handlers) => handlers.endOutbound(),
  'omni-accept-request': ({ workId }, handlers) => handlers.accept(workId),
  'omni-decline-request': ({ workId, declineReason }, handlers) => handlers.decline(workId, declineReason),
  'omni-close-request': ({ workId }, handlers) => handlers.close(workId),
  'omni-extend-acw-request': ({ workId }, handlers) => handlers.extendAcw(workId),
  'omni-end-acw-request': ({ workId }, handlers) => handlers.endAcw(workId),
  'omni-take-request': ({ workId }, handlers) => handlers.take(workId),
  'omni-transfer-request': ({ workId, destination, conference }, handlers) =>
    handlers.transfer(workId, destination, conference),
  'omni-find-destinations-request': ({ workId, search }, handlers) =>
    handlers.findDestinations(workId, search),
  'omni-silence-alarm-request': (_, handlers) => handlers.silenceAlarm(),
  'omni-dismiss-return-request': (_, handlers) => handlers.dismissReturn(),
  'omni-download-flight-record-request': (_, handlers) => handlers.downloadFlightRecord(),
  'omni-show-log-request': (_, handlers) => handlers.showLog(),
  'omni-dismiss-request': ({ workId }, handlers) => handlers.dismiss(workId),
  'omni-show-record-request': ({ workId }, handlers) => handlers.showRecord(workId),
  'omni-test-sound-request': ({ sound }, handlers) => handlers.testSound(sound),
  'omni-test-notification-request': (_, handlers) => handlers.testNotification(),
  'omni-set-volume-request': ({ volumePercent }, handlers) => handlers.setVolume(volumePercent),
  'omni-find-outputs-request': ({ ask }, handlers) => handlers.findOutputs(ask),
  'omni-set-output-request': ({ place, deviceId }, handlers) => handlers.chooseOutput(place, deviceId),
  'omni-fix-problem-request': ({ problem }, handlers) => fix(problem, handlers),
  'omni-dismiss-problem-request': ({ problem }, handlers) => handlers.dismissProblem(problem),
};

/** Those that have come to the element that carries them out: around it there may be another one. */
const taken = new WeakSet<Event>();

/** Carries out the requests of the panel's elements, unless the host canceled them. */
export function answerRequests(panel: HTMLElement, handlers: Handlers): void {
  for (const [type, answer] of Object.entries(answers))
    panel.addEventListener(type, (event) => {
      if (taken.has(event)) return;
      taken.add(event);
      // After all listeners: the host's own are further out, or were added later.
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        // A failure is shown where the request was made, from the panel's stores.
        Promise.resolve(answer(event as never, handlers)).catch(() => undefined);
      });
    });
}

function fix(problem: FixProblemRequestEvent['problem'], handlers: Handlers): void | Promise<void> {
  switch (problem) {
    case 'notConnected':
      return handlers.reconnect();
    case 'noConfiguration':
      return handlers.refreshConfiguration();
    case 'soundBlocked':
      return handlers.unlockSound();
    case 'notificationsOff':
      return handlers.askForNotifications();
    case 'outputMissing':
    case 'clockOff':
      // The page cannot fix these.
      return;
  }
}
