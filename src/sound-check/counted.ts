import { MAX_SOUND_LENGTH, type SoundFormat } from '../domain/configuration/effective-configuration.ts';
import { refuse, type RefusedSound, type WalkVerdict } from '../domain/alerts/sound-file.ts';
import type { Seconds } from '../domain/time.ts';

/** The result of counting a file's frames. */
interface Counted {
  readonly format: SoundFormat;
  /** Samples per channel, without the encoder's known padding. */
  readonly samples: number;
  /** Samples per channel per second. */
  readonly sampleRate: number;
  readonly channels: number;
}
export type Count = Counted | RefusedSound;

/** Counting goes on beyond the limit, so that users learn how long their sound is; but not indefinitely. */
const MAX_COUNTED: Seconds = 600;
/** The lowest sample rate that every browser can decode, hertz. */
const MIN_SAMPLE_RATE = 8000;
const MAX_SAMPLE_RATE = 192_000;
/** The limit as shown to users. */
const LIMIT: Seconds = Math.floor(MAX_SOUND_LENGTH);

/** Beyond this many samples the count stops. */
export const maxSamples = (sampleRate: number): number => MAX_COUNTED * sampleRate + 1;

/** Checks a count against the limits. */
export function judge(count: Count): WalkVerdict {
  if ('fault' in count) return count;
  const { format, samples, sampleRate, channels } = count;
  if (channels < 1) return damaged('it says that it has no channels');
  if (channels > 2) return tooManyChannels(channels);
  if (sampleRate < MIN_SAMPLE_RATE || sampleRate > MAX_SAMPLE_RATE)
    return refuse(
      'unsupportedCodec',
      `This has ${grouped(sampleRate)} samples a second; use ${grouped(MIN_SAMPLE_RATE)} to ${grouped(MAX_SAMPLE_RATE)}.`,
    );
  if (samples <= 0) return damaged('there is no sound in it');
  const seconds = samples / sampleRate;
  if (seconds > MAX_SOUND_LENGTH) return tooLong(seconds);
  return { ok: true, format, seconds, sampleRate, channels: channels === 1 ? 1 : 2 };
}

export function tooLong(seconds: Seconds): RefusedSound {
  const length = seconds > MAX_COUNTED ? `more than ${MAX_COUNTED / 60} minutes` : `${seconds.toFixed(1)} s`;
  return refuse('tooLong', `This is ${length} long; the limit is ${LIMIT} s.`);
}

export function tooManyChannels(channels: number): RefusedSound {
  return refuse('tooManyChannels', `This has ${channels} channels; use one or two.`);
}

/** Frames cannot be counted, or not reliably. */
export function damaged(why: string): RefusedSound {
  return refuse('damaged', `This file is damaged: ${why}.`);
}

/** Outside the six supported formats. */
export function unsupported(fault: 'unsupportedContainer' | 'unsupportedCodec', what: string): RefusedSound {
  return refuse(fault, `This is ${what}; save it as AAC, FLAC, MP3, Ogg Vorbis, Opus or plain WAV.`);
}

/** Players would not agree on the length. */
export function unclear(why: string): RefusedSound {
  return refuse('lengthUnclear', `Players would not agree how long this is: ${why}.`);
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
