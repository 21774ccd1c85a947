import { masterOutput } from '../../src/platform/sound/ringer.ts';

/** Softer than this is silence. */
const FLOOR = 0.001;

/** What the audio thread has recorded so far. */
interface Report {
  /** The end of the last signal. */
  readonly tail: Float32Array;
  /** How long there was a signal in all, seconds of the context's time. */
  readonly heard: number;
  /** The audio thread's own time when it was asked, seconds of the context's time. */
  readonly now: number;
}

/** Listens to what this page really plays, on the audio graph. */
export class Listening {
  readonly #analyser: AnalyserNode;
  /** A longer window, to tell pitches apart. */
  readonly #tuner: AnalyserNode;
  readonly #samples = new Float32Array(1024);
  /** The first and the last signal, seconds of the context's time, as the audio thread reports them. */
  #from: number | null = null;
  #to = 0;
  readonly #recorder: AudioWorkletNode;
  #answered = (_report: Report): void => undefined;
  readonly #stop: () => void;

  /** Listens from now on; the context must exist. */
  static async start(): Promise<Listening> {
    const output = masterOutput();
    await output.context.audioWorklet.addModule(new URL('./signal-recorder.js', import.meta.url).href);
    return new Listening(output);
  }

  private constructor(output: AudioNode) {
    const { context } = output;
    this.#analyser = new AnalyserNode(context, { fftSize: 1024 });
    this.#tuner = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
    this.#recorder = new AudioWorkletNode(context, 'signal-recorder', { numberOfOutputs: 0 });
    this.#recorder.port.onmessage = ({ data }: MessageEvent<{ from: number; to: number } | Report>) => {
      if ('tail' in data) return this.#answered(data);
      this.#from ??= data.from;
      this.#to = data.to;
    };
    const ears = [this.#analyser, this.#tuner, this.#recorder];
    for (const ear of ears) output.connect(ear);
    this.#stop = () => {
      for (const ear of ears) output.disconnect(ear);
      this.#recorder.port.onmessage = null;
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
  async length(): Promise<number | null> {
    await this.#upToDate();
    return this.#from === null ? null : (this.#to - this.#from) * 1000;
  }

  /** The strongest frequency now, in hertz. */
  get pitch(): number {
    const bins = new Float32Array(this.#tuner.frequencyBinCount);
    this.#tuner.getFloatFrequencyData(bins);
    return (bins.indexOf(Math.max(...bins)) * this.#tuner.context.sampleRate) / this.#tuner.fftSize;
  }

  /** How long there has been no signal, milliseconds of sound; a context that does not run is silent for good. */
  get silentFor(): number {
    if (this.#from === null || this.#analyser.context.state !== 'running') return Infinity;
    return this.isSilent ? (this.#analyser.context.currentTime - this.#to) * 1000 : 0;
  }

  /** When the last signal reported so far was played, in seconds of the context's time. */
  get heardUntil(): number {
    return this.#to;
  }

  /** Milliseconds of sound, without the gaps that a browser leaves where it cannot keep up. */
  async sounded(): Promise<number> {
    return (await this.#upToDate()).heard * 1000;
  }

  /** How far the audio thread is ahead of what the page takes for the present, seconds. */
  async lead(): Promise<number> {
    const present = this.#analyser.context.currentTime;
    return (await this.#upToDate()).now - present;
  }

  /** The loudest sample of each 2.5 ms of the last 15 ms of signal, however long ago that is. */
  async tail(): Promise<number[]> {
    const { tail: samples } = await this.#upToDate();
    const piece = Math.floor(samples.length / 6);
    return Array.from({ length: 6 }, (_, index) =>
      Math.max(...samples.slice(index * piece, (index + 1) * piece).map(Math.abs)),
    );
  }

  /** When the last signal was played, in seconds of the context's time: unaffected by a busy page. */
  async lastHeardAt(): Promise<number> {
    await this.#upToDate();
    return this.#to;
  }

  stop(): void {
    this.#stop();
  }

  /** Waits until everything that the audio thread has reported so far is here; returns its report. */
  #upToDate(): Promise<Report> {
    const answer = new Promise<Report>((resolve) => (this.#answered = resolve));
    this.#recorder.port.postMessage(null);
    return answer;
  }
}

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
