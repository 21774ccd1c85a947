import type { Milliseconds, Timers } from '../../domain/time.ts';
import { ownSound } from '../../platform/sound/own-sounds.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { ConnectionStore } from '../../stores/connection.ts';
import type { PresenceStore } from '../../stores/presence.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** The name under which the alarm sound is loaded. */
export const ALARM_SOUND = 'connection-loss';
/** How often it plays, and the interval between the starts. */
const PLAYS = 3;
const PLAY_INTERVAL: Milliseconds = 10_000;
/** The longest that its sound may play. */
const LENGTH: Milliseconds = 3000;

interface Dependencies {
  readonly connection: ConnectionStore;
  readonly presence: PresenceStore;
  readonly configuration: ConfigurationStore;
  readonly sound: SoundStore;
  readonly timers: Timers;
  readonly isHidden: () => boolean;
  /** Calls back when the page is hidden or shown; returns the function that stops it. */
  readonly onVisibility: (call: () => void) => () => void;
  readonly ringer: Pick<
    Ringer,
    'status' | 'subscribe' | 'wake' | 'rest' | 'play' | 'stop' | 'load' | 'isLoaded'
  >;
  /** Whether this is the one page of the rep that plays sound. */
  readonly isOurs: () => boolean;
  /** Its leader owns the connection. */
  readonly tabGroup: Pick<TabGroup, 'isLeader' | 'on' | 'send'>;
  /** For the flight record. */
  readonly note: (what: string) => void;
}

/**
 * The alarm for a lost connection: it plays when the connection is lost or refused, and again 10 s and 20 s later,
 * until the state is resynchronised or the rep silences it. Its sound is synthesised, so it needs no network.
 */
export class Alarm {
  readonly #deps: Dependencies;
  /** Whether the state is resynchronised although the connection is not reported as connected yet. */
  #isRestored = false;
  /** Whether there is an alarm, silenced or not. */
  #isOn = false;
  /** Whether a play is due that has not started, because sound is not running yet. */
  #isDue = false;
  #isPlaying = false;
  #isLoading = false;
  #plays = 0;
  #notBefore: Milliseconds = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    deps.tabGroup.on('alarmSilenced', () => this.#silence());
  }

  /** Start this after ringing, which falls silent before the alarm begins. */
  start(): () => void {
    const { connection, presence, configuration, ringer, onVisibility } = this.#deps;
    const follow = () => this.#follow();
    const stops = [connection, presence, configuration].map((store) => store.subscribe(follow));
    stops.push(
      onVisibility(follow),
      ringer.subscribe(() => {
        this.#prepare();
        this.#sound();
      }),
    );
    this.#follow();
    return () => {
      for (const stop of stops) stop();
      this.#over();
      ringer.rest('watch');
    };
  }

  /** The rep silenced it, for all of their browser tabs. */
  silence(): void {
    this.#silence();
    this.#deps.tabGroup.send({ type: 'alarmSilenced' });
  }

  /** The panel is in step with the server again. */
  restored(): void {
    this.#isRestored = true;
    this.#over();
  }

  /** Another page plays sound from now on. */
  yield(): void {
    this.#isDue = false;
    if (this.#isPlaying) this.#deps.ringer.stop();
    this.#isPlaying = false;
    this.#deps.ringer.rest('alarm');
  }

  #silence(): void {
    if (!this.#isOn) return;
    this.#quiet();
    this.#deps.connection.update({ alarm: 'silenced' });
  }

  #over(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (!this.#isOn) return;
    this.#isOn = false;
    this.#quiet();
    this.#deps.connection.update({ alarm: null });
  }

  /** The machine slept or the page was frozen: the connection has this long to recover before the alarm. */
  holdOff(patience: Milliseconds): void {
    this.#notBefore = this.#deps.timers.now() + patience;
  }

  #follow(): void {
    this.#prepare();
    this.#stayAwake();
    if (!this.#isLost) this.#isRestored = false;
    if (!this.#isLost || this.#isRestored || !this.#isExpected) return this.#over();
    if (this.#isOn || this.#cancel) return;
    const wait = this.#notBefore - this.#deps.timers.now();
    if (wait > 0) this.#after(wait, () => this.#follow());
    else this.#begin();
  }

  get #isLost(): boolean {
    const { status } = this.#deps.connection.state;
    return status === 'lost' || status === 'refused';
  }

  get #isConfigured(): boolean {
    const { effective } = this.#deps.configuration.state;
    return effective?.settings.playConnectionLossSound.value ?? false;
  }

  /** Uses the last known status: an offline rep expects no requests. */
  get #isExpected(): boolean {
    const { confirmed } = this.#deps.presence.state;
    return this.#isConfigured && confirmed !== null && confirmed.status.kind !== 'offline';
  }

  #begin(): void {
    this.#isOn = true;
    this.#plays = 0;
    this.#deps.connection.update({ alarm: 'sounding' });
    this.#next();
  }

  #next(): void {
    this.#plays += 1;
    this.#isDue = this.#deps.isOurs();
    if (this.#isDue) this.#deps.ringer.wake('alarm');
    if (this.#plays < PLAYS) this.#after(PLAY_INTERVAL, () => this.#next());
    else this.#after(LENGTH, () => this.#silence());
    if (!this.#sound() && this.#isDue) this.#deps.note(`alarm waits: sound ${this.#deps.ringer.status}`);
  }

  /** Plays what is due as soon as it is audible; `false` if it cannot play now. */
  #sound(): boolean {
    const { ringer, sound } = this.#deps;
    if (!this.#isDue || ringer.status !== 'running' || !ringer.isLoaded(ALARM_SOUND)) return false;
    // One sound at a time: a sound test ends first.
    sound.update({ testing: false });
    const starts = ringer.play({
      sound: ALARM_SOUND,
      seconds: LENGTH / 1000,
      loop: false,
      volume: sound.state.volumePercent / 100,
      isWanted: () => this.#isOn,
      ended: () => (this.#isPlaying = false),
      taken: () => (this.#isPlaying = false),
    });
    if (!starts) return false;
    this.#isDue = false;
    this.#isPlaying = true;
    this.#deps.note('alarm heard');
    return true;
  }

  #quiet(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.yield();
  }

  #after(delay: Milliseconds, call: () => void): void {
    this.#cancel?.();
    this.#cancel = this.#deps.timers.after(delay, () => {
      this.#cancel = null;
      call();
    });
  }

  /**
   * Timers of a hidden page run up to a minute late unless sound is running, and the loss itself must be noticed in
   * time.
   */
  #stayAwake(): void {
    const { ringer, isHidden, tabGroup, connection } = this.#deps;
    const { status } = connection.state;
    const isOver = status === 'signedOut' || status === 'replaced';
    if (this.#isExpected && !isOver && isHidden() && tabGroup.isLeader) ringer.wake('watch');
    else ringer.rest('watch');
  }

  /** Decoded in advance. */
  #prepare(): void {
    const { ringer, note } = this.#deps;
    if (!this.#isConfigured || this.#isLoading || ringer.isLoaded(ALARM_SOUND)) return;
    this.#isLoading = true;
    ringer
      .load(ALARM_SOUND, ownSound('connectionLoss'), { stays: true })
      .then(() => this.#sound())
      .catch(() => note('alarm cannot be decoded'))
      .finally(() => (this.#isLoading = false));
  }
}
