import type { Seconds } from '../domain/time.ts';

/** One struck or blown tone. */
export interface Tone {
  /** Its start, seconds. */
  readonly at: Seconds;
  /** Hertz. */
  readonly pitch: number;
  /** How long it takes to fade to a third, seconds. */
  readonly decay: Seconds;
  /** How loud beside the others, 0 to 1. */
  readonly strength: number;
}

/** What a sound is made of: a few numbers instead of a file. */
export interface Score {
  readonly lengthSeconds: Seconds;
  readonly tones: readonly Tone[];
  /** The partials of each tone: times its pitch, how loud, and how much faster it fades. */
  readonly partials: readonly { readonly times: number; readonly loud: number; readonly fades: number }[];
  /** How long a tone takes to its full strength, seconds. */
  readonly attack: Seconds;
}

export const SAMPLE_RATE = 22_050;
/** The loudest sample: short of full, so that no decoder clips it. */
const PEAK = 0.89;
/** The end is faded over this long, so that it does not click, looped or not. */
const END_FADE: Seconds = 0.03;

/** The samples of a score, from -1 to 1, at `SAMPLE_RATE`. */
export function render({ lengthSeconds, tones, partials, attack }: Score): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(lengthSeconds * SAMPLE_RATE));
  for (const { at, pitch, decay, strength } of tones) {
    const start = Math.round(at * SAMPLE_RATE);
    for (let index = start; index < samples.length; index++) {
      const time = (index - start) / SAMPLE_RATE;
      const rise = time < attack ? (1 - Math.cos((Math.PI * time) / attack)) / 2 : 1;
      let value = 0;
      for (const { times, loud, fades } of partials)
        value += loud * Math.exp((-time * fades) / decay) * Math.sin(2 * Math.PI * pitch * times * time);
      samples[index] = (samples[index] ?? 0) + strength * rise * value;
    }
  }
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const fadeFrom = samples.length - END_FADE * SAMPLE_RATE;
  return samples.map((sample, index) => {
    const fade = index < fadeFrom ? 1 : (samples.length - 1 - index) / (END_FADE * SAMPLE_RATE);
    return (sample / loudest) * PEAK * fade;
  });
}

/** A WAV file of one channel, 16 bit, at `SAMPLE_RATE`. */
export function wav(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string) => {
    for (let index = 0; index < letters.length; index++) bytes[at + index] = letters.charCodeAt(index);
  };
  const size = samples.length * 2;
  text(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, size, true);
  samples.forEach((sample, index) => view.setInt16(44 + index * 2, Math.round(sample * 0x7fff), true));
  return bytes;
}
