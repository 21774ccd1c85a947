import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
  soundFormatSchema,
  type SoundFormat,
} from '../../../src/domain/configuration/effective-configuration.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { check } from '../../../src/domain/violations.ts';
import { hasText } from '../../../src/sound-check/reading.ts';
import type { Queries } from '../database.ts';
import { sounds } from '../schema/configuration.ts';
import { accepted, raiseRevision } from './checked.ts';

/** The key under which a sound is stored. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Stores a checked sound once, regardless of its name, and returns its hash. Throws `RecordRefused`. */
export async function insertSound(
  tx: Queries,
  sound: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly format: SoundFormat;
    readonly lengthSeconds: number;
  },
  now: Instant,
): Promise<string> {
  accepted(check(soundFormatSchema, sound.format));
  const sha256 = hashOf(sound.bytes);
  await tx
    .insert(sounds)
    .values({ sha256, ...sound, createdAt: now })
    .onConflictDoNothing();
  await raiseRevision(tx);
  return sha256;
}

/** A stored sound with its media type; `null` if there is none with that hash. */
export async function findSound(
  queries: Queries,
  sha256: string,
): Promise<{ bytes: Uint8Array; contentType: string } | null> {
  const [sound] = await queries.select().from(sounds).where(eq(sounds.sha256, sha256));
  return sound ? { bytes: sound.bytes, contentType: contentType(sound.format, sound.bytes) } : null;
}

function contentType(format: SoundFormat, bytes: Uint8Array): string {
  switch (format) {
    case 'aac':
      // Raw (ADTS), or in an MP4 file, which begins with the box `ftyp`.
      return hasText(bytes, 4, 'ftyp') ? 'audio/mp4' : 'audio/aac';
    case 'flac':
      return 'audio/flac';
    case 'mp3':
      return 'audio/mpeg';
    case 'ogg':
      // FLAC may be in Ogg too: its first packet follows the 28 bytes of the first page's header.
      return `audio/ogg; codecs=${hasText(bytes, 28, '\x7fFLAC') ? 'flac' : 'vorbis'}`;
    case 'opus':
      return 'audio/ogg; codecs=opus';
    case 'wav':
      return 'audio/wav';
  }
}
