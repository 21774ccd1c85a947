import * as v from 'valibot';
import type { SoundFormat } from '../configuration/effective-configuration.ts';
import type { Seconds } from '../time.ts';

/**
 * By how much a decoder may differ from what was counted: it may keep what the encoder added, at the lowest rates a
 * quarter of a second, or lose a frame at each end.
 */
export const DECODERS_DIFFER: Seconds = 0.3;

const MEGABYTE = 1024 * 1024;

/** The largest sound file of any format, bytes. */
export const MAX_SOUND_FILE_SIZE = 12 * MEGABYTE;

/** The largest file of a format, bytes: what is stored whole may be larger than what is compressed. */
export function largestFile(format: SoundFormat): number {
  return format === 'wav' || format === 'flac' ? MAX_SOUND_FILE_SIZE : 2 * MEGABYTE;
}

/** Why a file is refused as a custom sound. */
export const soundFileFaultSchema = v.picklist([
  'empty',
  'tooLarge',
  /** A text, a picture, or nothing that is known. */
  'notASound',
  /** A sound or a video in a container that not every browser reads. */
  'unsupportedContainer',
  /** A known container with something else in it. */
  'unsupportedCodec',
  'tooManyChannels',
  /** What was counted cannot be trusted, or nothing of it can be played. */
  'damaged',
  'tooLong',
  /** Players would not agree how long it is. */
  'lengthUnclear',
  /** A real decoder failed. */
  'notPlayable',
  /** A real decoder needed more time or memory than a sound may cost. */
  'tooExpensive',
]);
export type SoundFileFault = v.InferOutput<typeof soundFileFaultSchema>;

/** A file that cannot be a custom sound. */
export interface RefusedSound {
  readonly ok: false;
  readonly fault: SoundFileFault;
  /** What was found, in one English sentence for the person who chose the file. */
  readonly sentence: string;
}

/** What walking through the frames of a file gives. */
export interface WalkedSound {
  readonly ok: true;
  readonly format: SoundFormat;
  /** The length of the frames counted, without what the encoder added where the file says how much that is. */
  readonly seconds: Seconds;
  readonly channels: 1 | 2;
  /** Frames a second, of what was counted. A decoder may give another rate. */
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

/** What a file turned out to be. */
export type SoundVerdict = AcceptedSound | RefusedSound;

/** What came out of a real decoder. */
export interface DecodedSound {
  readonly seconds: Seconds;
  readonly channels: number;
}

/**
 * Really decodes a file that the walk has found short enough. It leaves the bytes as they are.
 * @throws {UndecodableSound} (by the promise) where the fault is the file's. Any other error is the decoder's own, says
 * nothing about the file, and goes through to the caller of the check.
 */
export type SoundDecoder = (bytes: Uint8Array<ArrayBuffer>, expected: WalkedSound) => Promise<DecodedSound>;

/** A decoder could make nothing of the file, or not within its limits. */
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
