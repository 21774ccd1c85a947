import type { ConsoleOptions, ConsolePowers } from './console-powers.ts';
import type { Milliseconds } from './domain/time.ts';
import type { Id } from './domain/values.ts';
import { PanelProblemEvent } from './events/facts.ts';
import { Archive } from './platform/archive.ts';
import { AudioOutput } from './platform/audio-output.ts';
import { audioWaker } from './platform/audio-timer.ts';
import { ServerClock } from './platform/clock.ts';
import { download } from './platform/download.ts';
import { createHttp } from './platform/http.ts';
import { newId, sessionIdOf } from './platform/ids.ts';
import { recall, remember } from './platform/memory.ts';
import { Notifications } from './platform/notifications.ts';
import { inNextFrame, isHidden, onPossibleAbsence, onPossibleCover, onVisibility } from './platform/page.ts';
import { PunctualTimers } from './platform/punctual-timers.ts';
import { Ringer } from './platform/ringer.ts';
import { openSocket } from './platform/socket.ts';
import { pageTimers } from './platform/timers.ts';
import { TokenSource } from './platform/token.ts';
import { Watchdog } from './platform/watchdog.ts';
import { Connection, type ConnectionView } from './protocol/connection.ts';
import { SUBPROTOCOL } from './protocol/messages.ts';
import { noticeAbsence } from './services/absence.ts';
import { Alarm } from './services/alarm.ts';
import { AnswerKeeping } from './services/answer-keeping.ts';
import { Answering } from './services/answering.ts';
import { AnswersUnderWay } from './services/answers-under-way.ts';
import { tellAttention } from './services/attention.ts';
import { commandsOver, sendKept } from './services/commands.ts';
import { ConfigurationCache } from './services/configuration-cache.ts';
import { ConfigurationSync } from './services/configuration-sync.ts';
import { confirmDelivery } from './services/delivery.ts';
import { tellFacts } from './services/facts.ts';
import { FlightRecordKeeping } from './services/flight-record-keeping.ts';
import { flightRecordFile, recorded, recordFlight, recordProblem } from './services/flight-recording.ts';
import { takeNews } from './services/news.ts';
import { answerNotification, Notifying } from './services/notifying.ts';
import { OpeningWork } from './services/opening-work.ts';
import { OutputDevices, type OutputPlace } from './services/output-devices.ts';
import { PresenceChanging } from './services/presence-changing.ts';
import { Receipts } from './services/receipts.ts';
import { Readiness } from './services/readiness.ts';
import { FindingDestinations, type DestinationQuestion } from './services/finding-destinations.ts';
import { Returning } from './services/returning.ts';
import { statusMemory } from './services/status-memory.ts';
import { Ringing } from './services/ringing.ts';
import { Sight } from './services/sight.ts';
import { watchSound } from './services/sound-status.ts';
import { SoundLibrary } from './services/sounds.ts';
import { Taking } from './services/taking.ts';
import { TestingSound, type TestedSound } from './services/testing-sound.ts';
import { Transferring } from './services/transferring.ts';
import { WrappingUp } from './services/wrapping-up.ts';
import { ConfigurationStore } from './stores/configuration.ts';
import { ConnectionStore, isConnected, onceConnected } from './stores/connection.ts';
import { FlightRecord } from './stores/flight-record.ts';
import { PresenceStore } from './stores/presence.ts';
import { ReceiptsStore } from './stores/receipts.ts';
import { SoundStore } from './stores/sound.ts';
import { TransferStore } from './stores/transfer.ts';
import { WorkStore } from './stores/work.ts';

/** After the machine slept, the connection has this long to come back before an alarm. */
const PATIENCE_AFTER_SLEEP: Milliseconds = 5000;

export type { Token } from './platform/token.ts';
export type { WatchdogAddress } from './platform/watchdog.ts';
export type { FlightEntry } from './domain/flight-entry.ts';
export type { ConsoleOptions, ConsolePowers } from './console-powers.ts';
export type { Toasts } from './services/sight.ts';
export type { Store } from './stores/store.ts';
export { acceptedWorks } from './stores/work.ts';

export type PanelConsole = ReturnType<typeof createConsole>;

/** Composition root of the panel: makes its parts and connects them. Nothing runs before `connect()`. */
export function createConsole(options: ConsoleOptions, powers: Partial<ConsolePowers> = {}) {
  const { random = Math.random, wall = Date.now, memory = { recall, remember } } = powers;
  const ringer = powers.ringer ?? new Ringer(powers.timers ?? pageTimers);
  const watchdog = new Watchdog({
    address: () => options.watchdog,
    failed: (detail) => record.note('problem', detail),
  });
  const punctual = new PunctualTimers(pageTimers, isHidden, [
    watchdog,
    audioWaker(() => ringer.runningContext),
  ]);
  const timers = powers.timers ?? punctual;
  const clock = new ServerClock(timers);
  const stores = {
    connection: new ConnectionStore(clock.now()),
    presence: new PresenceStore(),
    work: new WorkStore(),
    configuration: new ConfigurationStore(),
    sound: new SoundStore(),
    receipts: new ReceiptsStore(),
    transfer: new TransferStore(),
  };
  const record = new FlightRecord(() => clock.now());
  const repId = () => options.repId;
  const apiAddress = () => options.apiAddress;
  const dispatch = (event: Event) => {
    recordProblem(event, record);
    return options.dispatch(event);
  };
  const problem = (about: PanelProblemEvent['problem'], detail: string) =>
    void dispatch(new PanelProblemEvent(about, detail));
  const readinessWords = () => options.words.readiness;
  let isAnotherReps = false;
  let recordedFor = '';

  const tokens = new TokenSource(
    () => options.token,
    () => clock.now(),
  );
  const http = powers.http ?? createHttp(apiAddress, (fresh) => tokens.get(fresh));
  const archive =
    powers.archive ?? new Archive({ timers, failed: (what) => record.note('problem', `archive: ${what}`) });
  const cache = new ConfigurationCache({ archive, apiAddress, repId });
  const recordKeeping = new FlightRecordKeeping({
    ...{ archive, record, clock, timers, apiAddress, repId, newId, isHidden, onVisibility },
  });
  const anotherRep = (named: Id) => {
    isAnotherReps = true;
    connection.disconnect();
    empty();
    problem('token', `The panel is for the rep ${options.repId}, but the server named ${named}.`);
  };
  const configurationSync = new ConfigurationSync({
    ...{ configuration: stores.configuration, cache, http, clock, timers, repId, anotherRep },
    isConnected: () => isConnected(stores.connection.state),
    problem: (detail) => problem('configuration', detail),
  });
  const connection = new Connection({
    ...{ timers, random },
    sessionId: powers.sessionId ?? (() => sessionIdOf(options.apiAddress, options.repId)),
    openSocket:
      powers.openSocket ??
      ((listener) => openSocket(options.apiAddress, 'v1/connection', SUBPROTOCOL, listener)),
    token: (fresh) => tokens.get(fresh),
    told: (news) =>
      takeNews(news, {
        ...{ work: stores.work, presence: stores.presence, repId, anotherRep },
        configurationVersion: (version) => configurationSync.want(version),
        resynchronised: () => {
          alarm.restored();
          returning.resynchronised();
        },
      }),
    changed: (view) => showConnection(view),
    clockOffset: (offset) => {
      clock.setOffset(offset);
      stores.connection.update({ clockOffset: clock.now() - Date.now() });
    },
    problem,
  });
  const answerKeeping = new AnswerKeeping({ ...stores, archive, clock, apiAddress, repId });
  const commands = recorded(commandsOver(connection, newId, answerKeeping), record);
  const opening = new OpeningWork({ work: stores.work, workspace: () => options.workspace, dispatch });
  const accepted = (id: Id) => opening.show(id);
  const underWay = new AnswersUnderWay(stores);
  const answering = new Answering({ underWay, commands, accepted });
  const wrappingUp = new WrappingUp({ ...stores, underWay, commands });
  const transferring = new Transferring({ ...stores, underWay, commands });
  const finding = new FindingDestinations({ ...stores, http, timers });
  const taking = new Taking({ ...stores, underWay, commands, accepted });
  const sounds = new SoundLibrary({
    ...{ http, cache, ringer, clock },
    changed: () => ringing.consider(),
    problem: (detail) => problem('sound', detail),
  });
  const ringing = new Ringing({
    ...{ ...stores, clock, ringer, sounds, prove: () => connection.prove() },
    words: () => ({ ...options.words.customSound, silent: options.words.readiness.soundSilent }),
  });
  const alarm = new Alarm({
    ...{ ...stores, timers, ringer, isHidden, onVisibility },
    note: (what) => record.note('alert', what),
  });
  const returning = new Returning({
    ...{ ...stores, clock },
    memory: statusMemory(() => `omni-channel-status ${options.apiAddress} ${options.repId}`, memory),
  });
  const testing = new TestingSound({
    ...stores,
    clock,
    ringer,
    sounds,
    words: () => options.words.customSound,
  });
  const outputs = new OutputDevices({
    ...{ ...stores, ...memory },
    output: new AudioOutput((make) => ringer.graph(make)),
  });
  const notifications =
    powers.notifications ??
    new Notifications({
      registration: () => options.notificationRegistration,
      clicked: answerNotification({
        ...stores,
        accept: (id) => answering.accept(id),
        showRecord: (id) => opening.show(id),
        raise: () => options.toasts.raise(),
      }),
    });
  const receipts = new Receipts({
    ...{ ...stores, clock, timers, isHidden },
    soundObstacle: () => ringer.obstacle,
    post: (message) => connection.post(message),
  });
  const sight = new Sight({
    ...{ ...stores, dispatch, isHidden, onVisibility, onPossibleCover, inNextFrame },
    toasts: options.toasts,
    painted: (ids) => receipts.painted(ids),
  });
  const notifying = new Notifying({
    ...{ ...stores, sight, notifications, dispatch },
    words: () => options.words,
    notified: (id) => receipts.notified(id),
  });
  const readiness = new Readiness({
    ...{ ...stores, timers, ringer, notifications, words: readinessWords },
    prove: () => connection.prove(),
  });
  const presenceChanging = new PresenceChanging({
    ...{ ...stores, timers, commands },
    checkReadiness: () => readiness.check(),
  });
  let stops: (() => void)[] = [];

  function showConnection(view: ConnectionView): void {
    const { whyNotConnected } = options.words;
    const reason = isAnotherReps ? 'anotherRep' : view.reason;
    stores.connection.update({
      status: isAnotherReps ? 'refused' : view.status,
      since: clock.instantOf(view.since),
      nextAttemptAt: view.nextAttemptAt === null ? null : clock.instantOf(view.nextAttemptAt),
      grace: view.grace,
      detail:
        reason !== null && reason in whyNotConnected
          ? whyNotConnected[reason as keyof typeof whyNotConnected]
          : null,
      roundTrip: view.roundTrip,
    });
  }

  function empty(): void {
    configurationSync.stop();
    stores.presence.empty();
    stores.work.empty();
    stores.configuration.empty();
    finding.stop();
  }

  function connect(): void {
    isAnotherReps = false;
    if (!stores.configuration.state.effective) configurationSync.start();
    connection.connect();
  }

  function prepareSounds(): void {
    const { effective } = stores.configuration.state;
    if (effective) sounds.prepare(effective);
  }

  /** A rep's volume is this device's own matter. */
  const volumeName = () => `omni-channel-volume ${options.apiAddress} ${options.repId}`;
  function setVolume(percent: number): void {
    testing.setVolume(percent);
    memory.remember(volumeName(), String(stores.sound.state.volumePercent));
  }

  /** What an earlier page could not send. */
  function resumeAnswers(): void {
    void answerKeeping.resume(
      underWay,
      (command) => {
        record.note('command', `${command.type} sent again`);
        return sendKept(command, connection, answerKeeping);
      },
      accepted,
    );
  }

  return {
    stores,
    clock,
    /** What the rep and the host can do. Those that fail say so by a `PanelError`. */
    handlers: {
      /** Called within the rep's click, where there is one: it unlocks sound. */
      setStatus: (statusId: Id, endAcw = false) => presenceChanging.setStatus(statusId, endAcw),
      accept: (agentWorkId: Id) => answering.accept(agentWorkId),
      decline: (agentWorkId: Id, reasonId: Id | null) => answering.decline(agentWorkId, reasonId),
      finish: (agentWorkId: Id) => answering.finish(agentWorkId),
      extendAcw: (agentWorkId: Id) => wrappingUp.extend(agentWorkId),
      endAcw: (agentWorkId: Id) => wrappingUp.end(agentWorkId),
      endEveryAcw: () => wrappingUp.endAll(),
      recordClosed: (recordId: string) => wrappingUp.recordClosed(recordId),
      transfer: (...of: Parameters<Transferring['transfer']>) => transferring.transfer(...of),
      destinations: (question: DestinationQuestion) => finding.page(question),
      findDestinations: (agentWorkId: Id | null, search: string | null) => finding.find(agentWorkId, search),
      take: (agentWorkId: Id) => taking.take(agentWorkId),
      dismiss: (agentWorkId: Id) => stores.work.dismiss(agentWorkId),
      showRecord: (agentWorkId: Id) => opening.show(agentWorkId),
      /** Connects, or tries again at once. */
      reconnect: connect,
      askForNotifications: () => notifications.ask(),
      unlockSound: () => readiness.unlockSound(),
      refreshConfiguration: () => configurationSync.refresh(),
      testSound: (tested?: TestedSound) => testing.toggle(tested),
      findOutputs: (ask: boolean) => outputs.find(ask),
      chooseOutput: (place: OutputPlace, deviceId: string | null) => outputs.choose(place, deviceId),
      setVolume,
      silenceAlarm: () => alarm.silence(),
      dismissReturn: () => returning.dismiss(),
      flightRecord: () => record.entries,
      downloadFlightRecord(): void {
        const { name, file } = flightRecordFile(record, options.repId);
        download(name, file);
      },
      /** Sets Offline, without grace, and ends the session; `forget`: this browser keeps nothing of the rep. */
      async signOut({ forget = false } = {}): Promise<void> {
        // Without a connection there is nobody to tell: the server sets Offline when the grace is over.
        await commands.send({ type: 'sign-out' }, { keep: false }).catch(() => undefined);
        connection.disconnect();
        empty();
        returning.left();
        await answerKeeping.forgetAll();
        if (!forget) return;
        memory.remember(volumeName(), null);
        record.empty();
        await recordKeeping.forget();
        await cache.forget();
      },
    },

    /** Starts everything and connects. */
    connect(): void {
      archive.start();
      if (volumeName() !== recordedFor) record.empty();
      recordedFor = volumeName();
      testing.setVolume(Number(memory.recall(volumeName()) ?? 100));
      if (stops.length === 0)
        stops = [
          watchdog.start(),
          recordKeeping.start(),
          onVisibility(() => punctual.rouse()),
          ringer.subscribe(() => punctual.rouse()),
          recordFlight({ ...stores, record }),
          tellFacts({ ...stores, repId, dispatch }),
          underWay.start(),
          taking.start(),
          opening.start(),
          confirmDelivery({ ...stores, post: (message) => connection.post(message) }),
          outputs.start(),
          watchSound({ ringer, sound: stores.sound, words: readinessWords }),
          ringing.start(),
          receipts.start(),
          returning.start(),
          alarm.start(),
          notifications.start(),
          sight.start(),
          notifying.start(),
          tellAttention({ ...stores, dispatch }),
          readiness.start(),
          stores.configuration.subscribe(() => prepareSounds()),
          ringer.onRenewed(() => {
            ringing.lost();
            prepareSounds();
            void outputs.find(false);
          }),
          stores.connection.subscribe((state) => isConnected(state) && sounds.tryAgain()),
          onceConnected(stores.connection, resumeAnswers),
          noticeAbsence({
            ...{ timers, wall, isHidden, onPossibleAbsence },
            doubt: () => connection.doubt(),
            absent(ago) {
              returning.slept(clock.now() - ago);
              alarm.holdOff(PATIENCE_AFTER_SLEEP);
              connection.resynchronise();
            },
          }),
        ];
      connect();
    },

    /** Ends everything: no socket, timer or sound is left. */
    disconnect(): void {
      for (const stop of stops) stop();
      stops = [];
      testing.stop();
      connection.disconnect();
      sounds.stop();
      ringer.release();
      empty();
      archive.close();
    },
  };
}
