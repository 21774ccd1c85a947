import type { Strings } from '../assets/locales/en.ts';
import type { Timers } from './domain/time.ts';
import type { Id } from './domain/values.ts';
import type { WorkspaceAdapter } from './domain/workspace.ts';
import { PanelProblemEvent } from './events.ts';
import { ServerClock } from './platform/clock.ts';
import { createHttp } from './platform/http.ts';
import { newId, sessionIdOf } from './platform/ids.ts';
import { onPossibleAbsence } from './platform/page.ts';
import { Ringer } from './platform/ringer.ts';
import { openSocket } from './platform/socket.ts';
import { pageTimers } from './platform/timers.ts';
import { TokenSource, type Token } from './platform/token.ts';
import { Connection, type ConnectionView } from './protocol/connection.ts';
import { SUBPROTOCOL } from './protocol/messages.ts';
import { Answering } from './services/answering.ts';
import { commandsOver } from './services/commands.ts';
import { ConfigurationSync } from './services/configuration-sync.ts';
import { confirmDelivery } from './services/delivery.ts';
import { tellFacts } from './services/facts.ts';
import { takeNews } from './services/news.ts';
import { OpeningWork } from './services/opening-work.ts';
import { PresenceChanging } from './services/presence-changing.ts';
import { Readiness } from './services/readiness.ts';
import { Ringing } from './services/ringing.ts';
import { watchSound } from './services/sound-status.ts';
import { SoundLibrary } from './services/sounds.ts';
import { TestingSound } from './services/testing-sound.ts';
import { ConfigurationStore } from './stores/configuration.ts';
import { ConnectionStore, isConnected } from './stores/connection.ts';
import { PresenceStore } from './stores/presence.ts';
import { SoundStore } from './stores/sound.ts';
import { WorkStore } from './stores/work.ts';

export type { Token } from './platform/token.ts';
export type { Store } from './stores/store.ts';
export { acceptedWorks } from './stores/work.ts';

/** What the panel's element gives the console; read anew whenever it is needed. */
export interface ConsoleOptions {
  readonly apiAddress: string;
  /** The rep whom the host embeds the panel for. */
  readonly repId: Id;
  readonly token: Token;
  readonly workspace: WorkspaceAdapter | null;
  readonly words: Strings;
  /** Tells the host; `false`: it canceled the event. */
  dispatch(event: Event): boolean;
}

/** What tests put in place of the browser's own. */
export interface ConsolePowers {
  readonly timers: Timers;
  readonly random: () => number;
  readonly ringer: Ringer;
}

export type PanelConsole = ReturnType<typeof createConsole>;

/** Composition root of the panel: makes its parts and connects them. Nothing runs before `connect()`. */
export function createConsole(options: ConsoleOptions, powers: Partial<ConsolePowers> = {}) {
  const { timers = pageTimers, random = Math.random } = powers;
  const ringer = powers.ringer ?? new Ringer(timers);
  const clock = new ServerClock(timers);
  const stores = {
    connection: new ConnectionStore(clock.now()),
    presence: new PresenceStore(),
    work: new WorkStore(),
    configuration: new ConfigurationStore(),
    sound: new SoundStore(),
  };
  const repId = () => options.repId;
  const dispatch = (event: Event) => options.dispatch(event);
  const problem = (about: PanelProblemEvent['problem'], detail: string) =>
    void dispatch(new PanelProblemEvent(about, detail));
  const readinessWords = () => options.words.readiness;
  let isAnotherReps = false;

  const tokens = new TokenSource(
    () => options.token,
    () => clock.now(),
  );
  const http = createHttp(
    () => options.apiAddress,
    (fresh) => tokens.get(fresh),
  );
  const anotherRep = (named: Id) => {
    isAnotherReps = true;
    connection.disconnect();
    empty();
    problem('token', `The panel is for the rep ${options.repId}, but the server named ${named}.`);
  };
  const configurationSync = new ConfigurationSync({
    ...{ configuration: stores.configuration, http, clock, timers, repId, anotherRep },
    isConnected: () => isConnected(stores.connection.state),
    problem: (detail) => problem('configuration', detail),
  });
  const connection = new Connection({
    ...{ timers, random },
    sessionId: () => sessionIdOf(options.apiAddress, options.repId),
    openSocket: (listener) => openSocket(options.apiAddress, 'v1/connection', SUBPROTOCOL, listener),
    token: (fresh) => tokens.get(fresh),
    told: (news) =>
      takeNews(news, {
        ...{ work: stores.work, presence: stores.presence, repId, anotherRep },
        configurationVersion: (version) => configurationSync.want(version),
      }),
    changed: (view) => showConnection(view),
    clockOffset: (offset) => {
      clock.setOffset(offset);
      stores.connection.update({ clockOffset: clock.now() - Date.now() });
    },
    problem,
  });
  const commands = commandsOver(connection, newId);
  const opening = new OpeningWork({ work: stores.work, workspace: () => options.workspace, dispatch });
  const answering = new Answering({ ...stores, commands, accepted: (id) => opening.show(id) });
  const sounds = new SoundLibrary({
    ...{ http, ringer, clock },
    changed: () => ringing.consider(),
    problem: (detail) => problem('sound', detail),
  });
  const ringing = new Ringing({
    ...{ ...stores, clock, ringer, sounds },
    words: () => ({ ...options.words.customSound, silent: options.words.readiness.soundSilent }),
  });
  const testing = new TestingSound({
    ...stores,
    clock,
    ringer,
    sounds,
    words: () => options.words.customSound,
  });
  const readiness = new Readiness({
    ...{ ...stores, timers, ringer, words: readinessWords },
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
  }

  function connect(): void {
    isAnotherReps = false;
    connection.connect();
  }

  return {
    stores,
    clock,
    /** What the rep and the host can do. Those that fail say so by a `PanelError`. */
    handlers: {
      /** Called within the rep's click, where there is one: it unlocks sound. */
      setStatus: (statusId: Id) => presenceChanging.setStatus(statusId),
      accept: (agentWorkId: Id) => answering.accept(agentWorkId),
      decline: (agentWorkId: Id, reasonId: Id | null) => answering.decline(agentWorkId, reasonId),
      finish: (agentWorkId: Id) => answering.finish(agentWorkId),
      dismiss: (agentWorkId: Id) => stores.work.dismiss(agentWorkId),
      showRecord: (agentWorkId: Id) => opening.show(agentWorkId),
      /** Connects, or tries again at once. */
      reconnect: connect,
      unlockSound: () => readiness.unlockSound(),
      refreshConfiguration: () => configurationSync.refresh(),
      testSound: () => testing.toggle(),
      setVolume: (percent: number) => testing.setVolume(percent),
      /** Sets Offline, without grace, and ends the session. */
      async signOut(): Promise<void> {
        // Without a connection there is nobody to tell: the server sets Offline when the grace is over.
        await commands.send({ type: 'sign-out' }, { keep: false }).catch(() => undefined);
        connection.disconnect();
        empty();
      },
    },

    /** Starts everything and connects. */
    connect(): void {
      if (stops.length === 0)
        stops = [
          tellFacts({ ...stores, repId, dispatch }),
          answering.start(),
          opening.start(),
          confirmDelivery({ ...stores, post: (message) => connection.post(message) }),
          watchSound({ ringer, sound: stores.sound, words: readinessWords }),
          ringing.start(),
          readiness.start(),
          stores.configuration.subscribe(({ effective }) => effective && sounds.prepare(effective)),
          stores.connection.subscribe((state) => isConnected(state) && sounds.tryAgain()),
          onPossibleAbsence(() => connection.doubt()),
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
    },
  };
}
