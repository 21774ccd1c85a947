import * as v from 'valibot';
import type { SoundFormat } from '../configuration/effective-configuration.ts';
import type { Seconds } from '../time.ts';

/**
 * How far a decoder's result may differ from the counted length: it may keep the encoder's padding (up to a quarter
 * of a second at the lowest sample rates), or lose a frame at each end.
 */
export const DECODER_TOLERANCE: Seconds = 0.3;

const MEGABYTE = 1024 * 1024;

/** The largest sound file in any format, bytes. */
export const MAX_SOUND_FILE_SIZE = 12 * MEGABYTE;

/** The largest file in a format, bytes: uncompressed formats may be larger. */
export function maxFileSize(format: SoundFormat): number {
  return format === 'wav' || format === 'flac' ? MAX_SOUND_FILE_SIZE : 2 * MEGABYTE;
}

/** Why a file is rejected as a custom sound. */
export const soundFileFaultSchema = v.picklist([
  'empty',
  'tooLarge',
  /** A text, a picture, or an unknown format. */
  'notASound',
  /** A sound or video in a container that not every browser supports. */
  'unsupportedContainer',
  /** A known container with another codec. */
  'unsupportedCodec',
  'tooManyChannels',
  /** The count is unreliable, or nothing in the file is playable. */
  'damaged',
  'tooLong',
  /** Players would disagree about its length. */
  'lengthUnclear',
  /** A real decoder failed. */
  'notPlayable',
  /** A real decoder needed more time or memory than a sound is allowed. */
  'tooExpensive',
]);
export type SoundFileFault = v.InferOutput<typeof soundFileFaultSchema>;

/** A file that cannot be a custom sound. */
export interface RefusedSound {
  readonly ok: false;
  readonly fault: SoundFileFault;
  /** The finding, in one English sentence for the user who chose the file. */
  readonly sentence: string;
}

/** The result of walking through a file's frames. */
export interface WalkedSound {
  readonly ok: true;
  readonly format: SoundFormat;
  /** The length of the counted frames, without the encoder's padding if the file declares it. */
  readonly seconds: Seconds;
  readonly channels: 1 | 2;
  /** The sample rate of the counted frames, hertz. A decoder may produce another one. */
  readonly sampleRate: number;
}
export type WalkVerdict = WalkedSound | RefusedSound;

/** A file that can be a custom sound. */
interface AcceptedSound {
  readonly ok: true;
  readonly format: SoundFormat;
  /** Its length, the same wherever it was checked. */
  readonly seconds: Seconds;
  readonly channels: 1 | 2;
}

/** The result of checking a file. */
export type SoundVerdict = AcceptedSound | RefusedSound;

/** The output of a real decoder. */
export interface DecodedSound {
  readonly seconds: Seconds;
  readonly channels: number;
}

/**
 * Decodes a file that the walk has found short enough, without changing its bytes.
 * @throws {UndecodableSound} (rejects) if the file is at fault. Any other error is the decoder's own, says nothing
 *   about the file, and propagates to the caller of the check.
 */
export type SoundDecoder = (bytes: Uint8Array<ArrayBuffer>, expected: WalkedSound) => Promise<DecodedSound>;

/** The decoder could not decode the file, or not within its limits. */
export class UndecodableSound extends Error {
  override readonly name = 'UndecodableSound';
  readonly fault: 'notPlayable' | 'tooExpensive';

  constructor(fault: 'notPlayable' | 'tooExpensive', options?: ErrorOptions) {
    super(
      fault === 'notPlayable' ? 'The file cannot be decoded.' : 'Decoding the file costs too much.',
      options,
    );
    this.fault = fault;
  }
}

export function refuse(fault: SoundFileFault, sentence: string): RefusedSound {
  return { ok: false, fault, sentence };
}
