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

/** Those that have come to the element that carries them out: around it there may be another one. */
const taken = new WeakSet<Event>();

/** Carries out the requests of the panel's elements, unless the host canceled them. */
export function answerRequests(panel: HTMLElement, handlers: Handlers): void {
  const on = <Type extends keyof Requests>(type: Type, answer: (event: Requests[Type]) => unknown) =>
    panel.addEventListener(type, (event) => {
      if (taken.has(event)) return;
      taken.add(event);
      // After all listeners: the host's own are further out, or were added later.
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        // A failure is shown where the request was made, from the panel's stores.
        Promise.resolve(answer(event as Requests[Type])).catch(() => undefined);
      });
    });

  on('omni-set-status-request', ({ statusId, endAcw, giveBack }) =>
    handlers.setStatus(statusId, { endAcw, giveBack }),
  );
  on('omni-end-outbound-request', () => handlers.endOutbound());
  on('omni-accept-request', ({ workId }) => handlers.accept(workId));
  on('omni-decline-request', ({ workId, declineReason }) => handlers.decline(workId, declineReason));
  on('omni-close-request', ({ workId }) => handlers.close(workId));
  on('omni-extend-acw-request', ({ workId }) => handlers.extendAcw(workId));
  on('omni-end-acw-request', ({ workId }) => handlers.endAcw(workId));
  on('omni-take-request', ({ workId }) => handlers.take(workId));
  on('omni-transfer-request', ({ workId, destination, conference }) =>
    handlers.transfer(workId, destination, conference),
  );
  on('omni-find-destinations-request', ({ workId, search }) => handlers.findDestinations(workId, search));
  on('omni-silence-alarm-request', () => handlers.silenceAlarm());
  on('omni-dismiss-return-request', () => handlers.dismissReturn());
  on('omni-download-flight-record-request', () => handlers.downloadFlightRecord());
  on('omni-show-log-request', () => handlers.showLog());
  on('omni-dismiss-request', ({ workId }) => handlers.dismiss(workId));
  on('omni-show-record-request', ({ workId }) => handlers.showRecord(workId));
  on('omni-test-sound-request', ({ sound }) => handlers.testSound(sound));
  on('omni-test-notification-request', () => handlers.testNotification());
  on('omni-set-volume-request', ({ volumePercent }) => handlers.setVolume(volumePercent));
  on('omni-find-outputs-request', ({ ask }) => handlers.findOutputs(ask));
  on('omni-set-output-request', ({ place, deviceId }) => handlers.chooseOutput(place, deviceId));
  on('omni-fix-problem-request', ({ problem }) => fix(problem, handlers));
  on('omni-dismiss-problem-request', ({ problem }) => handlers.dismissProblem(problem));
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
