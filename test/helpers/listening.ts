import { masterOutput } from '../../src/platform/sound/ringer.ts';

/** Softer than this is silence. */
const FLOOR = 0.001;

/** Listens to what this page really plays, on the audio graph. */
export class Listening {
  readonly #analyser: AnalyserNode;
  /** A longer window, to tell pitches apart. */
  readonly #tuner: AnalyserNode;
  /** The last two thirds of a second, to see how a sound ended. */
  readonly #tape: AnalyserNode;
  readonly #samples = new Float32Array(1024);
  /** When a signal was seen last, on this page's clock. */
  #seenAt = Number.NEGATIVE_INFINITY;
  /** The first and the last signal, seconds of the context's time. */
  #from: number | null = null;
  #to = 0;
  readonly #stop: () => void;

  /** Once the context exists. */
  constructor() {
    const output = masterOutput();
    this.#analyser = new AnalyserNode(output.context, { fftSize: 1024 });
    this.#tuner = new AnalyserNode(output.context, { fftSize: 4096, smoothingTimeConstant: 0 });
    this.#tape = new AnalyserNode(output.context, { fftSize: 32_768 });
    const ears = [this.#analyser, this.#tuner, this.#tape];
    for (const ear of ears) output.connect(ear);
    const timer = setInterval(() => this.#note(), 5);
    this.#stop = () => {
      clearInterval(timer);
      for (const ear of ears) output.disconnect(ear);
    };
  }

  /** The loudest sample of the last 20 ms or so. */
  get peak(): number {
    if (this.#analyser.context.state !== 'running') return 0;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return this.#samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  }

  get isSilent(): boolean {
    return this.peak < FLOOR;
  }

  /** Milliseconds of sound from the first signal to the last, even if a browser plays them in bursts; `null`: none. */
  get length(): number | null {
    this.#note();
    return this.#from === null ? null : (this.#to - this.#from) * 1000;
  }

  /** The strongest frequency now, in hertz. */
  get pitch(): number {
    const bins = new Float32Array(this.#tuner.frequencyBinCount);
    this.#tuner.getFloatFrequencyData(bins);
    return (bins.indexOf(Math.max(...bins)) * this.#tuner.context.sampleRate) / this.#tuner.fftSize;
  }

  /** Since when there has been no signal, milliseconds. */
  get silentFor(): number {
    return performance.now() - this.#seenAt;
  }

  /** The loudest sample of each 2.5 ms of the last 15 ms of signal, while that is less than half a second ago. */
  tail(): number[] {
    const samples = this.#recorded();
    const end = samples.findLastIndex(isSignal) + 1;
    const piece = Math.round(this.#tape.context.sampleRate * 0.0025);
    return Array.from({ length: 6 }, (_, index) => {
      const from = end - (6 - index) * piece;
      return Math.max(...samples.slice(from, from + piece).map(Math.abs));
    });
  }

  /** When the last signal was played, in seconds of the context's time: unaffected by a busy page. */
  get lastHeardAt(): number {
    const samples = this.#recorded();
    return this.#timeOf(samples.findLastIndex(isSignal), samples);
  }

  stop(): void {
    this.#stop();
  }

  #recorded(): Float32Array {
    const samples = new Float32Array(this.#tape.fftSize);
    this.#tape.getFloatTimeDomainData(samples);
    return samples;
  }

  #timeOf(index: number, { length }: Float32Array): number {
    const { currentTime, sampleRate } = this.#tape.context;
    return currentTime - (length - 1 - index) / sampleRate;
  }

  #note(): void {
    if (this.#tape.context.state !== 'running') return;
    const samples = this.#recorded();
    const last = samples.findLastIndex(isSignal);
    if (last < 0) return;
    this.#from ??= this.#timeOf(samples.findIndex(isSignal), samples);
    const to = this.#timeOf(last, samples);
    // The page may have been too busy to look for a while.
    const ago = (this.#tape.context.currentTime - to) * 1000;
    this.#seenAt = Math.max(this.#seenAt, performance.now() - ago);
    this.#to = Math.max(this.#to, to);
  }
}

const isSignal = (sample: number): boolean => Math.abs(sample) >= FLOOR;

/** A WAV file with one tone, loud from its first to its last sample. */
export function tone(seconds: number, pitch = 1000, rate = 8000): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * rate);
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('RIFF____WAVEfmt '));
  bytes.set(new TextEncoder().encode('data'), 36);
  view.setUint32(4, 36 + samples, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  view.setUint32(40, samples, true);
  for (let index = 0; index < samples; index++)
    bytes[44 + index] = 128 + Math.round(100 * Math.sin((2 * Math.PI * pitch * index) / rate));
  return bytes;
}
