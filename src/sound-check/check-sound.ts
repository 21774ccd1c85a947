import { MAX_SOUND_LENGTH } from '../domain/configuration/effective-configuration.ts';
import {
  DECODER_TOLERANCE,
  MAX_SOUND_FILE_SIZE,
  maxFileSize,
  refuse,
  UndecodableSound,
  type DecodedSound,
  type RefusedSound,
  type SoundDecoder,
  type SoundVerdict,
  type WalkVerdict,
} from '../domain/alerts/sound-file.ts';
import type { Seconds } from '../domain/time.ts';
import { walkAdts } from './formats/adts.ts';
import { judge, tooLong, tooManyChannels, unclear, type Count } from './counted.ts';
import { walkFlac } from './formats/flac.ts';
import { kindOf, type Kind } from './kind.ts';
import { walkMp3 } from './formats/mp3.ts';
import { walkMp4 } from './formats/mp4.ts';
import { walkOgg } from './formats/ogg.ts';
import { walkWav } from './formats/wav.ts';

/**
 * Determines a file's format and length from its content alone, without decoding: it counts the frames instead of
 * trusting the headers. The time is proportional to the file's size, memory use is small, and nothing is thrown.
 */
export function walkSound(bytes: Uint8Array): WalkVerdict {
  if (bytes.length === 0) return refuse('empty', 'This file is empty.');
  if (bytes.length > MAX_SOUND_FILE_SIZE) return tooLarge(bytes.length, MAX_SOUND_FILE_SIZE);
  const kind = kindOf(bytes);
  if ('fault' in kind) return kind;
  const largest = maxFileSize(kind.container === 'wav' || kind.container === 'flac' ? kind.container : 'mp3');
  if (bytes.length > largest) return tooLarge(bytes.length, largest);
  return judge(walk(bytes, kind));
}

/**
 * Checks a candidate for a custom sound: walks through the file, then decodes it, since only a decoder knows whether
 * it is playable. Its length is the counted one; a decoder that disagrees rejects the file. `spare`: by how much the
 * decoded length may exceed the limit, seconds, for decoders that keep the encoder's padding.
 * @throws (rejects) whatever the decoder throws, except `UndecodableSound`.
 */
export async function checkSound(
  bytes: Uint8Array<ArrayBuffer>,
  decode: SoundDecoder,
  spare: Seconds = 0,
): Promise<SoundVerdict> {
  const walked = walkSound(bytes);
  if (!walked.ok) return walked;
  let decoded: DecodedSound;
  try {
    decoded = await decode(bytes, walked);
  } catch (error) {
    if (!(error instanceof UndecodableSound)) throw error;
    return refuse(error.fault, sentences[error.fault]);
  }
  const { format, seconds, channels } = walked;
  if (decoded.channels > 2) return tooManyChannels(decoded.channels);
  if (decoded.seconds > MAX_SOUND_LENGTH + spare) return tooLong(decoded.seconds);
  if (!(Math.abs(decoded.seconds - seconds) <= DECODER_TOLERANCE))
    return unclear(`${seconds.toFixed(1)} s were counted, and ${decoded.seconds.toFixed(1)} s can be heard`);
  return { ok: true, format, seconds, channels };
}

const sentences = {
  notPlayable: 'This file cannot be played: decoding it failed.',
  tooExpensive: 'This file cannot be played: decoding it takes too much time or memory.',
};

function walk(bytes: Uint8Array, { container, from }: Kind): Count {
  switch (container) {
    case 'adts':
      return walkAdts(bytes, from);
    case 'flac':
      return walkFlac(bytes, from);
    case 'mp3':
      return walkMp3(bytes, from);
    case 'mp4':
      return walkMp4(bytes);
    case 'ogg':
      return walkOgg(bytes);
    case 'wav':
      return walkWav(bytes);
  }
}

function tooLarge(size: number, largest: number): RefusedSound {
  const megabytes = (value: number) => (value / 1024 / 1024).toFixed(value % 1048576 === 0 ? 0 : 1);
  return refuse('tooLarge', `This has ${megabytes(size)} MB; the limit is ${megabytes(largest)} MB.`);
}
