import { MAX_SOUND_LENGTH, type SoundFormat } from '../domain/configuration/effective-configuration.ts';
import { refuse, type RefusedSound, type WalkVerdict } from '../domain/alerts/sound-file.ts';
import type { Seconds } from '../domain/time.ts';

/** What was counted in a file. */
interface Counted {
  readonly format: SoundFormat;
  /** Samples of each channel, without what is known to be the encoder's own. */
  readonly samples: number;
  /** Samples of each channel in a second. */
  readonly sampleRate: number;
  readonly channels: number;
}
export type Count = Counted | RefusedSound;

/** Counting goes on beyond the limit, so that people hear how long their sound is; but not for ever. */
const COUNTED: Seconds = 600;
/** What every browser's decoder takes, samples a second. */
const SLOWEST = 8000;
const FASTEST = 192_000;
/** The limit as people are told it. */
const LIMIT: Seconds = Math.floor(MAX_SOUND_LENGTH);

/** Once so many samples are counted, the rest does not matter. */
export const enough = (sampleRate: number): number => COUNTED * sampleRate + 1;

/** Judges what was counted. */
export function judge(count: Count): WalkVerdict {
  if ('fault' in count) return count;
  const { format, samples, sampleRate, channels } = count;
  if (channels < 1) return damaged('it says that it has no channels');
  if (channels > 2) return tooManyChannels(channels);
  if (sampleRate < SLOWEST || sampleRate > FASTEST)
    return refuse(
      'unsupportedCodec',
      `This has ${grouped(sampleRate)} samples a second; use ${grouped(SLOWEST)} to ${grouped(FASTEST)}.`,
    );
  if (samples <= 0) return damaged('there is no sound in it');
  const seconds = samples / sampleRate;
  if (seconds > MAX_SOUND_LENGTH) return tooLong(seconds);
  return { ok: true, format, seconds, sampleRate, channels: channels === 1 ? 1 : 2 };
}

export function tooLong(seconds: Seconds): RefusedSound {
  const length = seconds > COUNTED ? `more than ${COUNTED / 60} minutes` : `${seconds.toFixed(1)} s`;
  return refuse('tooLong', `This is ${length} long; the limit is ${LIMIT} s.`);
}

export function tooManyChannels(channels: number): RefusedSound {
  return refuse('tooManyChannels', `This has ${channels} channels; use one or two.`);
}

/** Nothing can be counted, or not reliably. */
export function damaged(why: string): RefusedSound {
  return refuse('damaged', `This file is damaged: ${why}.`);
}

/** Something that the six formats do not cover. */
export function unsupported(fault: 'unsupportedContainer' | 'unsupportedCodec', what: string): RefusedSound {
  return refuse(fault, `This is ${what}; save it as AAC, FLAC, MP3, Ogg Vorbis, Opus or plain WAV.`);
}

/** Players would not agree on the length. */
export function unclear(why: string): RefusedSound {
  return refuse('lengthUnclear', `Players would not agree how long this is: ${why}.`);
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
