import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { soundFormatSchema, type SoundFormat } from '../../../src/domain/effective-configuration.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { sounds } from '../schema/configuration.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Stores a checked sound once, whatever it is called, and gives the hash it is stored under. Throws `RecordRefused`. */
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
  const sha256 = createHash('sha256').update(sound.bytes).digest('hex');
  await tx
    .insert(sounds)
    .values({ sha256, ...sound, createdAt: now })
    .onConflictDoNothing();
  await raiseRevision(tx);
  return sha256;
}

/** A stored sound with its media type; `null`: there is none of that hash. */
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
      return String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp' ? 'audio/mp4' : 'audio/aac';
    case 'flac':
      return 'audio/flac';
    case 'mp3':
      return 'audio/mpeg';
    case 'ogg':
      return 'audio/ogg; codecs=vorbis';
    case 'opus':
      return 'audio/ogg; codecs=opus';
    case 'wav':
      return 'audio/wav';
  }
}
