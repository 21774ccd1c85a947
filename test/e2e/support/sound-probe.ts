import type { Frame, Page } from '@playwright/test';

/** A stretch of audible signal, in milliseconds since 1970 by a clock of the page that cannot be set. */
export interface Stretch {
  readonly from: number;
  /** Pauses under 700 ms belong to the stretch. */
  readonly to: number;
  readonly peak: number;
  /** The pitch by zero crossings, which tells pure tones apart; too low if only half of the samples have a signal. */
  readonly hertz: number;
}

/** The probe's data in the page. */
interface SoundLog {
  /** The page's time origin: `performance.timeOrigin` before a test changes it. */
  readonly timeOrigin: number;
  readonly stretches: Stretch[];
  /** How long it has listened and heard nothing, without the time when the page was too busy to listen. */
  silence: number;
}

declare global {
  interface Window {
    soundLog: SoundLog;
  }
}

/**
 * Listens to the audio graph itself: everything that is connected to a context's destination is also connected to an
 * analyser, whose samples overlap between reads and are dated by their position. Install it before the page loads.
 */
export async function installSoundProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Read before a test changes the page's clocks.
    const { timeOrigin } = performance;
    const stretches: { from: number; to: number; peak: number; hertz: number }[] = [];
    const log = { timeOrigin, stretches, silence: 0 };
    window.soundLog = log;
    const analysers: AnalyserNode[] = [];
    // oxlint-disable-next-line typescript/unbound-method -- called with its node below
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...target: unknown[]) => unknown;
    AudioNode.prototype.connect = function (this: AudioNode, ...target: unknown[]) {
      if (target[0] instanceof AudioDestinationNode) {
        const analyser = this.context.createAnalyser();
        analyser.fftSize = 8192;
        connect.call(this, analyser);
        analysers.push(analyser);
      }
      return connect.apply(this, target);
    } as typeof AudioNode.prototype.connect;

    const samples = new Float32Array(8192);
    const note = (from: number, to: number, peak: number, hertz: number) => {
      const last = stretches.at(-1);
      if (last && from - last.to < 700) {
        last.to = Math.max(last.to, to);
        last.peak = Math.max(last.peak, peak);
        last.hertz = Math.max(last.hertz, hertz);
      } else stretches.push({ from, to, peak, hertz });
    };
    /** Records the signal in the latest samples, and returns the milliseconds of silence at their end. */
    const listenTo = (analyser: AnalyserNode, now: number): number => {
      const { state, sampleRate } = analyser.context;
      if (state !== 'running') return Infinity;
      analyser.getFloatTimeDomainData(samples);
      let [first, last, peak, crossings] = [-1, -1, 0, 0];
      for (let at = 0, before = samples[0]!; at < samples.length; at += 1) {
        const sample = samples[at]!;
        if (sample >= 0 !== before >= 0) crossings += 1;
        before = sample;
        if (Math.abs(sample) < 0.001) continue;
        if (first < 0) first = at;
        last = at;
        peak = Math.max(peak, Math.abs(sample));
      }
      if (first < 0) return Infinity;
      const ago = (at: number) => ((samples.length - at) / sampleRate) * 1000;
      note(now - ago(first), now - ago(last), peak, (crossings / 2) * (sampleRate / samples.length));
      return ago(last);
    };
    let lookedAt = performance.now();
    setInterval(() => {
      const now = performance.now();
      const listened = Math.min(now - lookedAt, 150);
      lookedAt = now;
      const silence = Math.min(...analysers.map((analyser) => listenTo(analyser, timeOrigin + now)));
      log.silence = Math.min(log.silence + listened, silence);
    }, 50);
  });
}

/** The stretches of signal heard so far. */
export async function heard(page: Page): Promise<Stretch[]> {
  return page.evaluate(() => window.soundLog.stretches);
}

/** Waits for a signal after this instant, and returns its stretch. */
export async function heardAfter(page: Page | Frame, moment: number): Promise<Stretch> {
  const found = await page.waitForFunction(
    (after) => window.soundLog.stretches.find(({ to }) => to > after),
    moment,
    { polling: 50 },
  );
  return found.jsonValue() as Promise<Stretch>;
}

/** Waits until nothing has been heard for this long. */
export async function silentFor(page: Page, milliseconds: number): Promise<void> {
  await page.waitForFunction((least) => window.soundLog.silence > least, milliseconds, { polling: 50 });
}
