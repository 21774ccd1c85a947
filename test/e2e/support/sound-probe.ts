import type { Page } from '@playwright/test';

/** What the probe keeps in the page: when a signal was on its way to the loudspeaker. */
interface SoundLog {
  /**
   * Stretches of signal, in milliseconds of the page's own clock; a pause under 700 ms belongs to the stretch. `hertz`:
   * how high it was by the zero crossings, which tells pure tones apart; samples that hold half of it say less.
   */
  stretches: { from: number; to: number; peak: number; hertz: number }[];
}

declare global {
  interface Window {
    soundLog: SoundLog;
  }
}

/**
 * Listens to the audio graph itself: everything that is connected to a context's destination is also connected to an
 * analyser, whose samples are read every 20 ms. Install it before the page loads.
 */
export async function installSoundProbe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const log: SoundLog = { stretches: [] };
    window.soundLog = log;
    const analysers: AnalyserNode[] = [];
    // oxlint-disable-next-line typescript/unbound-method -- called with its node below
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...target: unknown[]) => unknown;
    AudioNode.prototype.connect = function (this: AudioNode, ...target: unknown[]) {
      if (target[0] instanceof AudioDestinationNode) {
        const analyser = this.context.createAnalyser();
        analyser.fftSize = 2048;
        connect.call(this, analyser);
        analysers.push(analyser);
      }
      return connect.apply(this, target);
    } as typeof AudioNode.prototype.connect;

    const samples = new Float32Array(2048);
    const loudest = () => {
      const loud = { peak: 0, hertz: 0 };
      for (const analyser of analysers) {
        if (analyser.context.state !== 'running') continue;
        analyser.getFloatTimeDomainData(samples);
        let peak = 0;
        for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
        if (peak <= loud.peak) continue;
        const crossings = samples.filter(
          (sample, at) => sample >= 0 !== (samples[at - 1] ?? sample) >= 0,
        ).length;
        Object.assign(loud, {
          peak,
          hertz: (crossings / 2) * (analyser.context.sampleRate / samples.length),
        });
      }
      return loud;
    };
    setInterval(() => {
      const { peak, hertz } = loudest();
      if (peak < 0.001) return;
      const now = performance.now();
      const last = log.stretches.at(-1);
      if (last && now - last.to < 700) {
        last.to = now;
        last.peak = Math.max(last.peak, peak);
        last.hertz = Math.max(last.hertz, hertz);
      } else log.stretches.push({ from: now, to: now, peak, hertz });
    }, 20);
  });
}

/** The stretches of signal heard so far. */
export async function heard(page: Page): Promise<SoundLog['stretches']> {
  return page.evaluate(() => window.soundLog.stretches);
}

/** For how long there has been no signal, milliseconds; `Infinity` when there never was one. */
export async function silentFor(page: Page): Promise<number> {
  return page.evaluate(() => {
    const last = window.soundLog.stretches.at(-1);
    return last ? performance.now() - last.to : Number.POSITIVE_INFINITY;
  });
}
