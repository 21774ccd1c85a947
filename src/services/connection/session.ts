import type { Clock, Instant, Milliseconds } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import type { LogoutReason } from '../../events/facts.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { FlightRecord } from '../../stores/flight-record.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { ConfigurationSync } from '../configuration/configuration-sync.ts';
import type { Returning } from '../presence/returning.ts';
import type { Alarm } from '../sound/alarm.ts';
import type { TabGroup } from '../tabs/tab-group.ts';
import type { AnswerArchive } from '../work/answer-archive.ts';
import type { FindingDestinations } from '../work/finding-destinations.ts';
import type { Commands } from './commands.ts';
import type { SharedConnection } from './shared-connection.ts';

/** How long the connection may take to recover after a sleep before the alarm sounds. */
const RECOVERY_AFTER_SLEEP: Milliseconds = 5000;

interface Dependencies {
  readonly configuration: ConfigurationStore;
  readonly presence: PresenceStore;
  readonly work: WorkStore;
  readonly clock: Clock;
  readonly connection: Pick<SharedConnection, 'connect' | 'disconnect' | 'resynchronise'>;
  readonly commands: Commands;
  readonly tabGroup: Pick<TabGroup, 'isLeader' | 'on' | 'send' | 'sendAsLeader'>;
  readonly configurationSync: Pick<ConfigurationSync, 'start' | 'stop'>;
  readonly finding: Pick<FindingDestinations, 'stop'>;
  readonly returning: Pick<Returning, 'left' | 'slept'>;
  readonly alarm: Pick<Alarm, 'holdOff'>;
  readonly answerArchive: Pick<AnswerArchive, 'forgetAll'>;
  readonly record: Pick<FlightRecord, 'empty'>;
  /** The rep that the host embeds the panel for. */
  readonly repId: () => Id;
  /** Reports a server that names another rep. */
  readonly wrongRep: (detail: string) => void;
  /** Erases what this browser remembers of the rep: volume, flight record, cached configuration. */
  readonly forgetRep: () => Promise<void>;
}

/** The rep's session in this panel: it begins, ends, turns out to be another rep's, and survives a sleep. */
export class Session {
  readonly #deps: Dependencies;
  #isAnotherReps = false;
  #logoutReason: LogoutReason = 'server';

  constructor(deps: Dependencies) {
    this.#deps = deps;
    deps.tabGroup.on('signingOut', () => (this.#logoutReason = 'otherTab'));
    deps.tabGroup.on('signedOut', ({ forget }) => this.#signedOut(forget));
    deps.tabGroup.on('slept', ({ since }) => this.#slept(since));
  }

  /** Whether the server named another rep, so that nothing of it is shown. */
  get isAnotherReps(): boolean {
    return this.#isAnotherReps;
  }

  /** Who ended the session: to be asked once, when it has ended. */
  takeLogoutReason(): LogoutReason {
    const reason = this.#logoutReason;
    this.#logoutReason = 'server';
    return reason;
  }

  /** Connects, or retries at once. */
  connect(): void {
    const { configuration, configurationSync, connection } = this.#deps;
    this.#logoutReason = 'server';
    this.#isAnotherReps = false;
    if (!configuration.state.effective) configurationSync.start();
    connection.connect();
  }

  /** Nothing of the rep is left in the stores. */
  empty(): void {
    const { configurationSync, presence, work, configuration, finding } = this.#deps;
    configurationSync.stop();
    presence.empty();
    work.empty();
    configuration.empty();
    finding.stop();
  }

  /** The server named another rep than the host did: the view is empty at once. */
  anotherRep(named: Id): void {
    this.#isAnotherReps = true;
    this.#deps.connection.disconnect();
    this.empty();
    this.#deps.wrongRep(`The panel is for the rep ${this.#deps.repId()}, but the server named ${named}.`);
  }

  /** Sets Offline without a grace period and ends the session; `forget`: erase the rep's data from this browser. */
  async signOut({ forget = false } = {}): Promise<void> {
    const { commands, connection, tabGroup, answerArchive, forgetRep } = this.#deps;
    this.#logoutReason = 'host';
    // Before the command: the page that leads learns that the connection has ended before it learns of anything sent later.
    tabGroup.send({ type: 'signingOut' });
    // Without a connection the server sets Offline when the grace period ends.
    await commands.send({ type: 'sign-out' }, { keep: false }).catch(() => undefined);
    connection.disconnect();
    tabGroup.send({ type: 'signedOut', forget });
    this.#signedOut(forget);
    await answerArchive.forgetAll();
    if (forget) await forgetRep();
  }

  /** The rep signed out, here or in another browser tab; `forget`: erase what this one remembers of them. */
  #signedOut(forget: boolean): void {
    this.empty();
    this.#deps.returning.left();
    if (forget) this.#deps.record.empty();
  }

  /** This page ran no code for this long. If another page leads, it decides whether the rep was away. */
  absent(ago: Milliseconds): void {
    const { tabGroup, connection, clock } = this.#deps;
    if (tabGroup.isLeader) {
      const since = clock.now() - ago;
      this.#slept(since);
      tabGroup.sendAsLeader({ type: 'slept', since });
    }
    connection.resynchronise();
  }

  /** The machine slept, as far as all pages are concerned. */
  #slept(since: Instant): void {
    this.#deps.returning.slept(since);
    this.#deps.alarm.holdOff(RECOVERY_AFTER_SLEEP);
  }
}
