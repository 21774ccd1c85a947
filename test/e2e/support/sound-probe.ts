import type { Page } from '@playwright/test';

/** Signal on its way to the loudspeaker, in milliseconds since 1970 by a clock of the page that nobody can set. */
export interface Stretch {
  readonly from: number;
  /** A pause under 700 ms belongs to the stretch. */
  readonly to: number;
  readonly peak: number;
  /** How high it was by the zero crossings, which tells pure tones apart; samples that hold half of it say less. */
  readonly hertz: number;
}

/** What the probe keeps in the page. */
interface SoundLog {
  /** When the clock of the page began: what `performance.timeOrigin` is before a test sets it. */
  readonly timeOrigin: number;
  readonly stretches: Stretch[];
  /** For how long it has listened and heard nothing: the time of a page that did not get to listen is not in it. */
  silence: number;
}

declare global {
  interface Window {
    soundLog: SoundLog;
  }
}

/**
 * Listens to the audio graph itself: everything that is connected to a context's destination is also connected to an
 * analyser, whose samples overlap from one look to the next, and are dated by their places. Install it before the page
 * loads.
 */
export async function installSoundProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Before a test sets the clocks of the page.
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
    /** Notes what is among the latest samples, and gives how many milliseconds of silence are at their end. */
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

/** Waits until a signal was on its way to the loudspeaker after a moment, and gives the stretch it is in. */
export async function heardAfter(page: Page, moment: number): Promise<Stretch> {
  const found = await page.waitForFunction(
    (after) => window.soundLog.stretches.find(({ to }) => to > after),
    moment,
    { polling: 50 },
  );
  return found.jsonValue() as Promise<Stretch>;
}

/** Waits until nothing was heard for so long. */
export async function silentFor(page: Page, milliseconds: number): Promise<void> {
  await page.waitForFunction((least) => window.soundLog.silence > least, milliseconds, { polling: 50 });
}
