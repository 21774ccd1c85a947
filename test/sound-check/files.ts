import { readFileSync } from 'node:fs';
import {
  soundFormatSchema,
  type SoundFormat,
} from '../../src/domain/configuration/effective-configuration.ts';
import type { DecodedSound, SoundFileFault } from '../../src/domain/alerts/sound-file.ts';

/** One entry of truth.json: a file, the expected verdict, and what ffmpeg's decoder finds in it. */
export interface KnownFile {
  readonly file: string;
  readonly what: string;
  readonly expected: SoundFormat | SoundFileFault;
  readonly bytes: number;
  readonly decoded: DecodedSound | null;
}

const folder = new URL('../fixtures/sounds/', import.meta.url);

export const knownFiles = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')) as KnownFile[];

export function readSound(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(file, folder)));
}

export const isFormat = (expected: string): boolean =>
  (soundFormatSchema.options as readonly string[]).includes(expected);
