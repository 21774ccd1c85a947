import { LONGEST_SOUND } from '../domain/effective-configuration.ts';
import {
  refuse,
  UndecodableSound,
  type DecodedSound,
  type SoundDecoder,
  type SoundVerdict,
  type WalkVerdict,
} from '../domain/sound-file.ts';

/**
 * Finds out by content alone what a file is and how long it sounds, without decoding: the frames are counted, headers
 * are not believed. Work is in proportion to the size of the file, memory is constant, and nothing is thrown.
 */
export function walkSound(_bytes: Uint8Array): WalkVerdict {
  return refuse('notASound', 'This file is not a sound.');
}

/**
 * Checks a file that shall be a custom sound: walks through it, then has it really decoded, since only a decoder knows
 * whether it can be played.
 * @throws (by the promise) what the decoder throws, unless it is an `UndecodableSound`.
 */
export async function checkSound(
  bytes: Uint8Array<ArrayBuffer>,
  decode: SoundDecoder,
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
  if (decoded.seconds > LONGEST_SOUND) return refuse('tooLong', '');
  return { ok: true, format: walked.format, seconds: walked.seconds, channels: walked.channels };
}

const sentences = {
  notPlayable: 'This file cannot be played: decoding it failed.',
  tooExpensive: 'Decoding this file takes too much time or memory.',
};
