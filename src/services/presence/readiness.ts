import type { EffectiveConfiguration } from '../../domain/configuration/effective-configuration.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Notifications } from '../../platform/notifications.ts';
import type { Memory } from '../../platform/memory.ts';
import type { Ringer } from '../../platform/sound/ringer.ts';
import type { ConfigurationStore } from '../../stores/configuration.ts';
import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { PresenceStore, ReadinessProblem } from '../../stores/presence.ts';
import type { SoundStore } from '../../stores/sound.ts';
import { waitFor } from './wait-for.ts';

/** A larger clock error is worth a warning. */
const MAX_CLOCK_OFFSET: Milliseconds = 60_000;
/** How long the audio context may take to start after the rep's click. */
const SOUND_TIMEOUT: Milliseconds = 2000;

/** How long sound is kept awake after a check. */
const AWAKE_AFTER_CHECK: Milliseconds = 5000;

/** The sentences and button labels. */
interface ReadinessWords {
  readonly notConnected: string;
  readonly notConnectedFix: string;
  readonly noConfiguration: string;
  readonly badConfiguration: string;
  readonly noConfigurationFix: string;
  readonly soundBlocked: string;
  readonly soundBlockedFix: string;
  readonly soundSilent: string;
  readonly clockOff: string;
  readonly outputMissing: (device: string) => string;
  readonly notificationsOff: string;
  readonly notificationsOffFix: string;
  readonly notificationsBlocked: string;
  readonly notificationNotShown: string;
}

interface Dependencies {
  readonly connection: ConnectionStore;
  readonly configuration: ConfigurationStore;
  readonly presence: PresenceStore;
  readonly sound: SoundStore;
  readonly timers: Timers;
  readonly ringer: Pick<Ringer, 'status' | 'subscribe' | 'wake' | 'rest' | 'isHeard' | 'renew'>;
  readonly notifications: Pick<Notifications, 'status' | 'failed' | 'subscribe'>;
  /** Whether a round trip to the server succeeds now. */
  readonly prove: () => Promise<boolean>;
  readonly words: () => ReadinessWords;
  readonly recall: Memory['recall'];
  readonly remember: Memory['remember'];
  /** The name under which the dismissed warnings are stored. */
  readonly name: () => string;
}

type ProblemKind = ReadinessProblem['kind'];

/** Whether the rep can become available, and what prevents it. */
export class Readiness {
  readonly #deps: Dependencies;
  #cancelSleep: (() => void) | null = null;
  #report = (): void => undefined;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Keeps the problems in the presence store up to date; call the returned function to stop. */
  start(): () => void {
    const { connection, configuration, presence, sound, notifications } = this.#deps;
    const report = () => {
      const problems = this.#problems();
      if (!alike(problems, presence.state.problems)) presence.report(problems);
    };
    this.#report = report;
    report();
    const stops = [connection, configuration, sound, notifications].map((source) => source.subscribe(report));
    return () => {
      for (const stop of stops) stop();
      this.#cancelSleep?.();
      this.#cancelSleep = null;
    };
  }

  /**
   * Verifies what the rep needs to become available: a round trip, and sound that really runs if any ring is
   * configured. Call it within the rep's click, since it unlocks sound first.
   */
  async check(): Promise<readonly ReadinessProblem[]> {
    const { ringer, prove, words } = this.#deps;
    const needsSound = mayRing(this.#deps.configuration.state.effective);
    const isHeardElsewhere = this.#deps.sound.state.elsewhere;
    if (needsSound) ringer.wake('readiness');
    try {
      const [isProven, isHeard] = await Promise.all([
        prove(),
        needsSound && !isHeardElsewhere ? this.#soundRuns() : true,
      ]);
      const problems = this.#problems();
      const has = (kind: ReadinessProblem['kind']) => problems.some((problem) => problem.kind === kind);
      if (!isProven) problems.unshift(notConnected(words()));
      if (!isHeard && !has('soundBlocked')) problems.push(this.#silent());
      return problems;
    } finally {
      this.#releaseSound();
    }
  }

  /** The rep has read this warning: from now on it is in the settings only, in this browser. */
  dismiss(kind: ProblemKind): void {
    const { remember, name } = this.#deps;
    remember(name(), [...new Set([...this.#dismissed(), kind])].join(' '));
    this.#report();
  }

  /** Erases which warnings were dismissed. */
  forget(): void {
    this.#deps.remember(this.#deps.name(), null);
  }

  #dismissed(): readonly string[] {
    return this.#deps.recall(this.#deps.name())?.split(' ') ?? [];
  }

  /** The rep clicked to turn on sound. */
  unlockSound(): void {
    const { ringer } = this.#deps;
    ringer.wake('readiness');
    if (ringer.status === 'running') void this.#ensureAudible();
    this.#releaseSound();
  }

  /** If sound claims to run but nothing is audible, renewing the audio may fix it. */
  async #ensureAudible(): Promise<void> {
    const { ringer, sound } = this.#deps;
    if (!(await ringer.isHeard())) ringer.renew();
    else if (sound.state.status === 'failed') sound.update({ status: 'running', reason: null });
  }

  // Not at once: the next status keeps it awake. While it is blocked, it waits for the rep's next click.
  #releaseSound(): void {
    const { ringer, timers } = this.#deps;
    this.#cancelSleep?.();
    this.#cancelSleep = timers.after(AWAKE_AFTER_CHECK, () => {
      this.#cancelSleep = null;
      if (ringer.status === 'blocked') this.#releaseSound();
      else ringer.rest('readiness');
    });
  }

  async #soundRuns(): Promise<boolean> {
    const { ringer, timers } = this.#deps;
    // "Blocked" is not final: a device may take more than a second to start.
    const isDecided = () => ringer.status === 'running' || ringer.status === 'closed';
    if (ringer.status !== 'running') await waitFor(ringer, isDecided, timers, SOUND_TIMEOUT);
    return ringer.status === 'running' && ringer.isHeard();
  }

  #silent(reason: string | null = null): ReadinessProblem {
    const { ringer, words } = this.#deps;
    const { soundSilent, soundBlockedFix } = words();
    const fix = ringer.status === 'closed' ? null : soundBlockedFix;
    return { kind: 'soundBlocked', severity: 'blocks', sentence: reason ?? soundSilent, fix };
  }

  /** The known problems, most important first. */
  #problems(): ReadinessProblem[] {
    const { connection, configuration, sound } = this.#deps;
    const words = this.#deps.words();
    const problems: ReadinessProblem[] = [];
    if (
      !configuration.state.effective &&
      (configuration.state.problem !== null || isConnected(connection.state))
    )
      problems.push(noConfiguration(words, configuration.state.problem !== null));
    // If this browser tab cannot ring, another one does.
    const { status, elsewhere } = sound.state;
    if (status === 'blocked' && !elsewhere)
      problems.push({
        kind: 'soundBlocked',
        severity: 'blocks',
        sentence: sound.state.reason ?? words.soundBlocked,
        fix: words.soundBlockedFix,
      });
    if (status === 'failed' && !elsewhere) problems.push(this.#silent(sound.state.reason));
    if (Math.abs(connection.state.clockOffset ?? 0) > MAX_CLOCK_OFFSET)
      problems.push({ kind: 'clockOff', severity: 'warns', sentence: words.clockOff, fix: null });
    for (const device of sound.state.output.missing.slice(0, 1))
      problems.push({
        kind: 'outputMissing',
        severity: 'warns',
        fix: null,
        sentence: words.outputMissing(device),
      });
    const permission = this.#deps.notifications.status;
    if (permission === 'default' || permission === 'denied')
      problems.push(notificationsOff(words, permission));
    else if (this.#deps.notifications.failed)
      problems.push({
        kind: 'notificationsOff',
        severity: 'warns',
        sentence: words.notificationNotShown,
        fix: null,
      });
    return this.#withDismissed(problems);
  }

  #withDismissed(problems: readonly ReadinessProblem[]): ReadinessProblem[] {
    if (!problems.some(({ severity }) => severity === 'warns')) return [...problems];
    const dismissed = new Set(this.#dismissed());
    return problems.map((problem) =>
      problem.severity === 'warns' && dismissed.has(problem.kind) ? { ...problem, dismissed: true } : problem,
    );
  }
}

// While the server takes its time, nothing is wrong.
const noConfiguration = (words: ReadinessWords, isBad: boolean): ReadinessProblem => ({
  kind: 'noConfiguration',
  severity: isBad ? 'blocks' : 'waits',
  sentence: isBad ? words.badConfiguration : words.noConfiguration,
  fix: isBad ? words.noConfigurationFix : null,
});

/** Whether any request may ring under this configuration. */
function mayRing(configuration: EffectiveConfiguration | null): boolean {
  return configuration?.settings.playRequestSound.value ?? false;
}

const notConnected = (words: ReadinessWords): ReadinessProblem => ({
  kind: 'notConnected',
  severity: 'blocks',
  sentence: words.notConnected,
  fix: words.notConnectedFix,
});

const notificationsOff = (words: ReadinessWords, permission: 'default' | 'denied'): ReadinessProblem => ({
  kind: 'notificationsOff',
  severity: 'warns',
  sentence: permission === 'default' ? words.notificationsOff : words.notificationsBlocked,
  // After a denial no page can ask again.
  fix: permission === 'default' ? words.notificationsOffFix : null,
});

function alike(one: readonly ReadinessProblem[], other: readonly ReadinessProblem[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ kind, sentence, dismissed }, index) =>
        other[index]?.kind === kind &&
        other[index].sentence === sentence &&
        other[index].dismissed === dismissed,
    )
  );
}
