import type { PanelConsole } from '../../../src/console/console.ts';
import type {
  AcceptRequestEvent,
  DeclineRequestEvent,
  DismissRequestEvent,
  DismissReturnRequestEvent,
  DownloadFlightRecordRequestEvent,
  EndAcwRequestEvent,
  ExtendAcwRequestEvent,
  FindDestinationsRequestEvent,
  FindOutputsRequestEvent,
  FinishRequestEvent,
  FixProblemRequestEvent,
  SetOutputRequestEvent,
  SetStatusRequestEvent,
  SetVolumeRequestEvent,
  ShowRecordRequestEvent,
  SilenceAlarmRequestEvent,
  TakeRequestEvent,
  TestSoundRequestEvent,
  TransferRequestEvent,
} from '../../../src/events/requests.ts';

type Handlers = PanelConsole['handlers'];

interface Requests {
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
  'omni-dismiss-return-request': DismissReturnRequestEvent;
  'omni-download-flight-record-request': DownloadFlightRecordRequestEvent;
  'omni-dismiss-request': DismissRequestEvent;
  'omni-show-record-request': ShowRecordRequestEvent;
  'omni-fix-problem-request': FixProblemRequestEvent;
  'omni-test-sound-request': TestSoundRequestEvent;
  'omni-set-volume-request': SetVolumeRequestEvent;
  'omni-find-outputs-request': FindOutputsRequestEvent;
  'omni-set-output-request': SetOutputRequestEvent;
}

/** Carries out the requests of the panel's elements, unless the host canceled them. */
export function answerRequests(panel: HTMLElement, handlers: Handlers): void {
  const on = <Type extends keyof Requests>(type: Type, answer: (event: Requests[Type]) => unknown) =>
    panel.addEventListener(type, (event) => {
      // After all listeners: the host's own are further out, or were added later.
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        // A failure is shown where the request was made, from the panel's stores.
        Promise.resolve(answer(event as Requests[Type])).catch(() => undefined);
      });
    });

  on('omni-set-status-request', ({ statusId, endAcw }) => handlers.setStatus(statusId, endAcw));
  on('omni-accept-request', ({ agentWorkId }) => handlers.accept(agentWorkId));
  on('omni-decline-request', ({ agentWorkId, reasonId }) => handlers.decline(agentWorkId, reasonId));
  on('omni-finish-request', ({ agentWorkId }) => handlers.finish(agentWorkId));
  on('omni-extend-acw-request', ({ agentWorkId }) => handlers.extendAcw(agentWorkId));
  on('omni-end-acw-request', ({ agentWorkId }) => handlers.endAcw(agentWorkId));
  on('omni-take-request', ({ agentWorkId }) => handlers.take(agentWorkId));
  on('omni-transfer-request', ({ agentWorkId, destination, conference }) =>
    handlers.transfer(agentWorkId, destination, conference),
  );
  on('omni-find-destinations-request', ({ agentWorkId, search }) =>
    handlers.findDestinations(agentWorkId, search),
  );
  on('omni-silence-alarm-request', () => handlers.silenceAlarm());
  on('omni-dismiss-return-request', () => handlers.dismissReturn());
  on('omni-download-flight-record-request', () => handlers.downloadFlightRecord());
  on('omni-dismiss-request', ({ agentWorkId }) => handlers.dismiss(agentWorkId));
  on('omni-show-record-request', ({ agentWorkId }) => handlers.showRecord(agentWorkId));
  on('omni-test-sound-request', ({ sound }) => handlers.testSound(sound));
  on('omni-set-volume-request', ({ volumePercent }) => handlers.setVolume(volumePercent));
  on('omni-find-outputs-request', ({ ask }) => handlers.findOutputs(ask));
  on('omni-set-output-request', ({ place, deviceId }) => handlers.chooseOutput(place, deviceId));
  on('omni-fix-problem-request', ({ kind }) => fix(kind, handlers));
}

function fix(kind: FixProblemRequestEvent['kind'], handlers: Handlers): void | Promise<void> {
  switch (kind) {
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
