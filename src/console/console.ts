import { createConnection } from './console-connection.ts';
import { createFoundation } from './console-foundation.ts';
import type { ConsoleOptions, PlatformOverrides } from './platform-overrides.ts';
import { createSound } from './console-sound.ts';
import type { Id } from '../domain/values.ts';
import type { DismissProblemRequestEvent } from '../events/requests.ts';
import { download } from '../platform/download.ts';
import { newId } from '../platform/ids.ts';
import { addressBelow } from '../platform/network/address.ts';
import { answers } from '../platform/network/http.ts';
import { Notifications } from '../platform/notifications.ts';
import {
  inNextFrame,
  isHidden,
  onBlockedConnection,
  onPossibleAbsence,
  onPossibleCover,
  onVisibility,
} from '../platform/page.ts';
import { noticeAbsence } from '../services/connection/absence.ts';
import { findObstacle } from '../services/connection/finding-obstacle.ts';
import { signedIn } from '../services/connection/signing-in.ts';
import { Session } from '../services/connection/session.ts';
import { AnswerArchive } from '../services/work/answer-archive.ts';
import { Answering } from '../services/work/answering.ts';
import { Flagging } from '../services/work/flagging.ts';
import { PendingAnswers } from '../services/work/pending-answers.ts';
import { reportAttention } from '../services/alerts/attention.ts';
import { Dismissing } from '../services/alerts/dismissing.ts';
import { commandsOver, sendKept } from '../services/connection/commands.ts';
import { ConfigurationSync } from '../services/configuration/configuration-sync.ts';
import { confirmDelivery } from '../services/connection/delivery.ts';
import { reportHostEvents } from '../services/diagnostics/host-events.ts';
import { FlightRecordKeeping } from '../services/diagnostics/flight-record-keeping.ts';
import { flightRecordFile, recorded, recordFlight } from '../services/diagnostics/flight-recording.ts';
import { applyServerUpdate } from '../services/connection/server-updates.ts';
import { answerNotification, Notifying, testNotification } from '../services/alerts/notifying.ts';
import { OpeningPlace } from '../services/work/opening-place.ts';
import { OpeningWork } from '../services/work/opening-work.ts';
import type { OutputPlace } from '../services/sound/output-devices.ts';
import { PresenceChanging } from '../services/presence/presence-changing.ts';
import { Receipts } from '../services/alerts/receipts.ts';
import { Readiness } from '../services/presence/readiness.ts';
import { FindingDestinations, type DestinationQuery } from '../services/work/finding-destinations.ts';
import { Returning } from '../services/presence/returning.ts';
import { MethodOutcomes } from '../services/work/method-outcomes.ts';
import { resumeAnswers } from '../services/work/resuming-answers.ts';
import { RecordFocus } from '../services/work/record-focus.ts';
import { presentPage } from '../services/tabs/page-presence.ts';
import { statusMemory } from '../services/presence/status-memory.ts';
import { presentToastVisibility, shareToastVisibility } from '../services/alerts/shared-toast-visibility.ts';
import { ToastVisibility } from '../services/alerts/toast-visibility.ts';
import { Taking } from '../services/work/taking.ts';
import type { TestedSound } from '../services/sound/testing-sound.ts';
import { Transferring } from '../services/work/transferring.ts';
import { WrappingUp } from '../services/work/wrapping-up.ts';
import { isConnected } from '../stores/connection.ts';

export type { Token } from '../platform/network/token.ts';
export type { WatchdogAddress } from '../platform/time/watchdog.ts';
export type { FlightEntry } from '../domain/alerts/flight-entry.ts';
export type { ConsoleOptions, PlatformOverrides } from './platform-overrides.ts';
export type { Toasts } from '../services/alerts/toast-visibility.ts';
export type { MethodOutcome } from '../services/work/method-outcomes.ts';
export type { Store } from '../stores/store.ts';
export { acceptedWorks, waitingRequests } from '../stores/work.ts';

export type PanelConsole = ReturnType<typeof createConsole>;

/** The composition root of the panel: creates its parts and connects them. Nothing runs before `connect()`. */
export function createConsole(options: ConsoleOptions, overrides: Partial<PlatformOverrides> = {}) {
  const foundation = createFoundation(options, overrides);
  const { memory, ringer, watchdog, punctual, timers, wall, clock, stores, record } = foundation;
  const { repId, apiAddress, dispatch, problem, http, archive, cache } = foundation;

  const recordKeeping = new FlightRecordKeeping({
    archive,
    record,
    clock,
    timers,
    apiAddress,
    repId,
    newId,
    isHidden,
    onVisibility,
  });
  const anotherRep = (named: Id) => session.anotherRep(named);
  const configurationSync = new ConfigurationSync({
    configuration: stores.configuration,
    cache,
    http,
    clock,
    timers,
    repId,
    anotherRep,
    isConnected: () => isConnected(stores.connection.state),
    problem: (detail) => problem('configuration', detail),
  });
  const { tabGroup, connection } = createConnection(foundation, overrides, {
    isAnotherReps: () => session.isAnotherReps,
    sounder: () => sound.turn.sounder,
    received: (update, isCurrent) =>
      applyServerUpdate(
        update,
        {
          work: stores.work,
          presence: stores.presence,
          repId,
          anotherRep,
          configurationVersion: (version) => configurationSync.want(version),
          resynchronised: () => {
            sound.alarm.restored();
            returning.resynchronised();
          },
        },
        isCurrent,
      ),
  });
  const sound = createSound(foundation, { tabGroup, connection });
  const answerArchive = new AnswerArchive({
    ...stores,
    archive,
    clock,
    apiAddress,
    repId,
    page: () => tabGroup.id,
  });
  const commands = recorded(commandsOver(connection, newId, answerArchive, timers), record);
  const opening = new OpeningWork({
    work: stores.work,
    workspace: () => options.workspace,
    dispatch,
    openSomewhere: (id) => place.open(id, 'automatic'),
    shown(id) {
      if (stores.work.state.outcomes.has(id)) dismissing.dismiss(id);
      recordFocus.shown(id);
    },
  });
  const recordFocus = new RecordFocus({
    ...stores,
    workspace: () => options.workspace,
    mayMoveFocus: () => options.mayMoveFocus(),
  });
  const place = new OpeningPlace({ tabGroup, timers, open: (id, openedBy) => opening.open(id, openedBy) });
  const accepted = (id: Id) => opening.show(id);
  const underWay = new PendingAnswers(stores);
  const answering = new Answering({ underWay, commands, accepted });
  const flagging = new Flagging({ underWay, commands });
  const wrappingUp = new WrappingUp({ ...stores, underWay, commands });
  const transferring = new Transferring({ ...stores, underWay, commands });
  const finding = new FindingDestinations({ ...stores, http, timers });
  const taking = new Taking({ ...stores, underWay, commands, accepted });
  const dismissing = new Dismissing({ ...stores, tabGroup });
  const returning = new Returning({
    ...stores,
    tabGroup,
    clock,
    memory: statusMemory(() => `omni-channel-status ${options.apiAddress} ${options.repId}`, memory),
  });
  const notifications =
    overrides.notifications ??
    new Notifications({
      timers,
      registration: () => options.notificationRegistration,
      clicked: answerNotification({
        ...stores,
        accept: (id) => answering.accept(id),
        showRecord: (id) => opening.show(id),
        raise: () => options.toasts.raise(),
      }),
    });
  const receipts = new Receipts({
    ...stores,
    tabGroup,
    clock,
    timers,
    isHidden,
    isSeen: () => !isHidden() || tabGroup.isSeen,
    soundObstacle: () => ringer.obstacle,
    post: (message) => connection.post(message),
  });
  const toastVisibility = new ToastVisibility({
    ...stores,
    dispatch,
    isHidden,
    onVisibility,
    onPossibleCover,
    inNextFrame,
    toasts: options.toasts,
    painted: (ids) => receipts.painted(ids),
  });
  const notifying = new Notifying({
    ...stores,
    notifications,
    dispatch,
    toastVisibility: shareToastVisibility({ tabGroup, toastVisibility }),
    words: () => options.words,
    notified: (id) => receipts.notified(id),
  });
  const readiness = new Readiness({
    ...stores,
    timers,
    ringer,
    notifications,
    words: () => options.words.readiness,
    prove: () => connection.prove(),
    ...memory,
    name: () => `omni-channel-dismissed ${options.apiAddress} ${options.repId}`,
  });
  const presenceChanging = new PresenceChanging({
    ...stores,
    timers,
    commands,
    checkReadiness: () => readiness.check(),
  });
  const methodOutcomes = new MethodOutcomes({
    ...stores,
    timers,
    problem: (detail) => problem('answer', detail),
  });
  let stops: (() => void)[] = [];

  const session = new Session({
    ...stores,
    clock,
    connection,
    commands,
    tabGroup,
    configurationSync,
    finding,
    returning,
    alarm: sound.alarm,
    answerArchive,
    record,
    repId,
    wrongRep: (detail) => problem('token', detail),
    async forgetRep() {
      sound.volume.forget();
      readiness.forget();
      await recordKeeping.forget();
      await cache.forget();
    },
  });

  return {
    stores,
    clock,
    /** Does what a method of the panel asks for: ends once it is confirmed, or known to be kept. */
    settle: (act: () => Promise<void>) => methodOutcomes.of(act),
    /** Resolves when the rep is signed in; rejects with a `PanelError` if that fails. */
    signedIn: () => signedIn({ ...stores, timers }),
    /** The actions of the rep and the host. Those that fail reject with a `PanelError`. */
    handlers: {
      /** Call it within the rep's click, if there is one: it unlocks sound. */
      setStatus: (...of: Parameters<PresenceChanging['setStatus']>) => presenceChanging.setStatus(...of),
      accept: (agentWorkId: Id) => answering.accept(agentWorkId),
      decline: (agentWorkId: Id, reasonId: Id | null) => answering.decline(agentWorkId, reasonId),
      close: (agentWorkId: Id) => answering.close(agentWorkId),
      extendAcw: (agentWorkId: Id) => wrappingUp.extend(agentWorkId),
      endAcw: (agentWorkId: Id) => wrappingUp.end(agentWorkId),
      startOutbound: (maxSeconds?: number) => wrappingUp.startOutbound(maxSeconds),
      endOutbound: () => wrappingUp.endOutbound(),
      recordClosed: (recordId: string) => wrappingUp.recordClosed(recordId),
      transfer: (...of: Parameters<Transferring['transfer']>) => transferring.transfer(...of),
      destinations: (question: DestinationQuery) => finding.page(question),
      findDestinations: (agentWorkId: Id | null, search: string | null) => finding.find(agentWorkId, search),
      take: (agentWorkId: Id) => taking.take(agentWorkId),
      changeFlag: (...of: Parameters<Flagging['change']>) => flagging.change(...of),
      dismiss: (agentWorkId: Id) => dismissing.dismiss(agentWorkId),
      showRecord: (agentWorkId: Id) => opening.show(agentWorkId),
      answeredByToast: (agentWorkId: Id) => recordFocus.answered(agentWorkId),
      /** Connects, or retries at once. */
      reconnect: () => session.connect(),
      askForNotifications: () => notifications.ask(),
      /** Call it within the rep's click: it asks for permission first, if that is missing. */
      testNotification: () => testNotification(notifications, options.words),
      unlockSound: () => readiness.unlockSound(),
      dismissProblem: (problem: DismissProblemRequestEvent['problem']) => readiness.dismiss(problem),
      refreshConfiguration: () => configurationSync.refresh(),
      testSound: (tested?: TestedSound) => sound.testing.toggle(tested),
      findOutputs: (ask: boolean) => sound.outputs.find(ask),
      chooseOutput: (where: OutputPlace, deviceId: string | null) => sound.outputs.choose(where, deviceId),
      setVolume: (percent: number) => sound.volume.set(percent),
      silenceAlarm: () => sound.alarm.silence(),
      dismissReturn: () => returning.dismiss(),
      flightRecord: () => record.entries,
      downloadFlightRecord(): void {
        const { name, file } = flightRecordFile(record, options.repId);
        download(name, file);
      },
      signOut: (how?: { readonly forget?: boolean }) => session.signOut(how),
    },

    /** The host has named no rep yet, so there is nothing to connect to. */
    lacksRep: () => stores.connection.update({ obstacle: 'rep' }),

    /** Starts everything and connects. */
    connect(): void {
      stores.connection.update({ obstacle: null });
      archive.start();
      sound.volume.recall();
      if (stops.length === 0)
        stops = [
          recordKeeping.start(),
          watchdog.start(),
          onVisibility(() => punctual.rouse()),
          ringer.subscribe(() => punctual.rouse()),
          recordFlight({ ...stores, record }),
          reportHostEvents({ ...stores, repId, logoutReason: () => session.takeLogoutReason(), dispatch }),
          findObstacle({
            ...stores,
            http,
            address: () => addressBelow(options.apiAddress, '').href,
            onBlocked: onBlockedConnection,
            problem,
            origin: location.origin,
            answers,
          }),
          underWay.start(),
          taking.start(),
          opening.start(),
          () => place.stop(),
          confirmDelivery({ ...stores, post: (message) => connection.post(message) }),
          ...sound.start(),
          receipts.start(),
          returning.start(),
          sound.alarm.start(),
          notifications.start(),
          toastVisibility.start(),
          presentPage({ tabGroup, isHidden, onVisibility, wall }),
          presentToastVisibility({ tabGroup, toastVisibility }),
          notifying.start(),
          reportAttention({ ...stores, dispatch }),
          readiness.start(),
          resumeAnswers({
            tabGroup,
            answerArchive,
            connection: stores.connection,
            underWay,
            sendAgain(command) {
              record.note('command', `${command.type} sent again`);
              return sendKept(command, connection, answerArchive);
            },
            // The page that answered is gone.
            accepted: (id) => place.open(id, 'rep'),
          }),
          noticeAbsence({
            timers,
            wall,
            isHidden,
            onPossibleAbsence,
            doubt: () => connection.doubt(),
            absent: (ago) => session.absent(ago),
          }),
        ];
      session.connect();
    },

    /** Stops everything: no socket, timer or sound is left. */
    disconnect(): void {
      for (const stop of stops) stop();
      stops = [];
      connection.leave();
      sound.stop();
      session.empty();
      archive.close();
    },
  };
}
