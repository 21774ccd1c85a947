import type { Seconds } from '../../domain/time.ts';

/** One struck or blown tone. */
interface Tone {
  /** Its start, seconds. */
  readonly at: Seconds;
  /** Hertz. */
  readonly pitch: number;
  /** The time to fade to a third, seconds. */
  readonly decay: Seconds;
  /** Loudness relative to the others, 0 to 1. */
  readonly strength: number;
}

/** The description of a synthesised sound, instead of a file. */
export interface Score {
  readonly lengthSeconds: Seconds;
  readonly tones: readonly Tone[];
  /** The partials of each tone: frequency ratio, loudness, and how much faster it fades. */
  readonly partials: readonly { readonly times: number; readonly loud: number; readonly fades: number }[];
  /** The time a tone takes to reach full strength, seconds. */
  readonly attack: Seconds;
}

const SAMPLE_RATE = 22_050;
/** The peak level: below full scale, so that no decoder clips it. */
const PEAK = 0.89;
/** The length of the final fade-out, which avoids a click, looped or not. */
const END_FADE: Seconds = 0.03;

/** The samples of a score, from -1 to 1, at `SAMPLE_RATE`. */
export function render({ lengthSeconds, tones, partials, attack }: Score): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round(lengthSeconds * SAMPLE_RATE));
  for (const { at, pitch, decay, strength } of tones)
    for (const { times, loud, fades } of partials)
      addFadingSine(samples.subarray(Math.round(at * SAMPLE_RATE)), {
        pitch: pitch * times,
        decay: decay / fades,
        loud: strength * loud,
        attack,
      });
  level(samples);
  return samples;
}

/**
 * Adds a decaying sine: the height of a point that rotates around the origin while approaching it. Calling `pow` and
 * `sin` for each sample would noticeably block the page at its start.
 */
function addFadingSine(
  samples: Float32Array,
  { pitch, decay, loud, attack }: { pitch: number; decay: Seconds; loud: number; attack: Seconds },
): void {
  const turn = (2 * Math.PI * pitch) / SAMPLE_RATE;
  const shrink = Math.exp(-1 / (decay * SAMPLE_RATE));
  const across = shrink * Math.cos(turn);
  const up = shrink * Math.sin(turn);
  const risen = attack * SAMPLE_RATE;
  let x = loud;
  let y = 0;
  for (let index = 0; index < samples.length; index++) {
    const rise = index < risen ? (1 - Math.cos((Math.PI * index) / risen)) / 2 : 1;
    samples[index] = (samples[index] ?? 0) + rise * y;
    const turned = x * across - y * up;
    y = x * up + y * across;
    x = turned;
  }
}

/** Scales the loudest sample to `PEAK`, and fades the end. */
function level(samples: Float32Array): void {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  const fade = END_FADE * SAMPLE_RATE;
  for (let index = 0; index < samples.length; index++) {
    const left = Math.min(1, (samples.length - 1 - index) / fade);
    samples[index] = ((samples[index] ?? 0) / loudest) * PEAK * left;
  }
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
  // Every platform that runs a browser is little-endian, like WAV.
  const data = new Int16Array(bytes.buffer, 44);
  for (let index = 0; index < data.length; index++) data[index] = Math.round((samples[index] ?? 0) * 0x7fff);
  return bytes;
}
