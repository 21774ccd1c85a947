import type { Clock, Instant, Seconds } from '../../domain/time.ts';
import { ownSound } from '../../platform/sound/own-sounds.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import type { ConnectionStore } from '../../stores/connection.ts';
import type { SoundStore } from '../../stores/sound.ts';
import { ALARM_SOUND } from './alarm.ts';
import type { SoundFault, SoundLibrary } from './sound-library.ts';

/** What can be tested: a request's sound once, a request for as long as it rings, the connection-loss alarm. */
export type TestedSound = 'request' | 'ring' | 'alarm';

/** The longest that a test plays, seconds. */
const TEST_LENGTH: Seconds = 5;

interface Dependencies {
  readonly sound: SoundStore;
  readonly configuration: ConfigurationStore;
  readonly connection: ConnectionStore;
  readonly clock: Clock;
  readonly ringer: Pick<
    Ringer,
    'status' | 'subscribe' | 'wake' | 'rest' | 'play' | 'stop' | 'load' | 'isLoaded'
  >;
  readonly sounds: Pick<SoundLibrary, 'resolve'>;
  readonly words: () => Readonly<Record<SoundFault, string>>;
}

/**
 * Lets the rep test the request sound and the alarm. A real ring or alarm always takes precedence.
 */
export class TestingSound {
  readonly #deps: Dependencies;
  /** Cleanup of the running test; `null` if there is none. */
  #ending: Set<() => void> | null = null;
  #hasStarted = false;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Plays a sound once, or stops it if it is playing. Call it within the rep's click, which unlocks sound. */
  toggle(tested: TestedSound = 'request'): void {
    const isSame = this.#deps.sound.state.tested === tested;
    if (this.#ending) {
      this.stop();
      if (isSame) return;
    }
    const { sound, connection, ringer, clock } = this.#deps;
    if (sound.state.ringing !== null || connection.state.alarm === 'sounding') return;
    const ending = new Set<() => void>();
    this.#ending = ending;
    this.#hasStarted = false;
    sound.update({ testing: true, tested });
    ending.add(ringer.subscribe(() => this.#play(clock.now())));
    // A ring takes over the sound and clears `testing`.
    ending.add(sound.subscribe(({ testing }) => !testing && this.stop()));
    ringer.wake('test');
    if (tested === 'alarm') this.#loadAlarm();
    ending.add(clock.watch((now) => this.#play(now)));
    if (this.#ending !== ending) for (const end of ending) end();
  }

  stop(): void {
    if (!this.#ending) return;
    for (const end of this.#ending) end();
    this.#ending = null;
    const { sound, ringer } = this.#deps;
    if (sound.state.ringing === null) ringer.stop();
    ringer.rest('test');
    sound.update({ testing: false });
  }

  /** Starts as soon as sound runs and the file is loaded; returns the instant of the next check. */
  #play(now: Instant): Instant | null {
    const { ringer, sounds, sound, configuration } = this.#deps;
    if (!this.#ending || this.#hasStarted) return null;
    if (ringer.status === 'blocked' || ringer.status === 'closed') this.stop();
    if (ringer.status !== 'running') return null;
    if (sound.state.tested === 'alarm') {
      if (ringer.isLoaded(ALARM_SOUND)) this.#start(ALARM_SOUND);
      return null;
    }
    const resolved = sounds.resolve(configuration.state.effective?.settings.notificationSound.value ?? null);
    if (resolved.kind === 'loading') return Math.max(resolved.until, now);
    const { fault } = resolved;
    sound.update({ fault, fallback: fault && this.#deps.words()[fault] });
    this.#start(resolved.name);
    return null;
  }

  #start(name: string): void {
    const { ringer, sound, configuration } = this.#deps;
    const rings = sound.state.tested === 'ring';
    const ringLength = configuration.state.effective?.settings.soundLengthSeconds.value;
    this.#hasStarted = ringer.play({
      sound: name,
      loop: rings,
      volume: sound.state.volumePercent / 100,
      seconds: rings ? (ringLength ?? TEST_LENGTH) : TEST_LENGTH,
      isWanted: () => this.#ending !== null,
      ended: () => this.stop(),
      taken: () => this.stop(),
    });
    if (!this.#hasStarted) this.stop();
  }

  /** If no alarm is configured, its sound has not been decoded yet. */
  #loadAlarm(): void {
    const { ringer, clock } = this.#deps;
    if (ringer.isLoaded(ALARM_SOUND)) return;
    ringer
      .load(ALARM_SOUND, ownSound('connectionLoss'), { stays: true })
      .then(() => this.#play(clock.now()))
      .catch(() => this.stop());
  }
}
