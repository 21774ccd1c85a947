import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';
import { isHidden } from '../../src/domain/import/metadata-type.ts';
import { MAX_FILES, MAX_RATIO, MAX_UNZIPPED, MAX_FILE } from './limits.ts';
import { ReadingStopped, readingStopped } from './stopped.ts';

/** A file of an upload, with its path. */
export interface UploadedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file of a zip that is not read. */
export interface PassedFile {
  readonly path: string;
  readonly bytes: null;
}

/**
 * The files of a zip; those that `wanted` declines, and those that systems leave behind, without their bytes.
 * @throws {ReadingStopped} (by the promise) if one entry is not as a plain zip has it: then nothing of it is read.
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
): Promise<(UploadedFile | PassedFile)[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A zip with something before it is read differently by different programs.
  if (buffer.subarray(0, 2).toString('latin1') !== 'PK')
    throw readingStopped({ code: 'notAZip', params: {} });
  const files: (UploadedFile | PassedFile)[] = [];
  try {
    const zip = await yauzl.fromBufferPromise(buffer, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    if (zip.entryCount > MAX_FILES)
      throw readingStopped({ code: 'tooManyFiles', params: { max: MAX_FILES } });
    const seen = new Set<string>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName;
      check(entry, seen);
      if (path.endsWith('/')) continue;
      if (isHidden(path) || !wanted(path)) {
        files.push({ path, bytes: null });
        continue;
      }
      total += entry.uncompressedSize;
      if (total > MAX_UNZIPPED) throw readingStopped({ code: 'zipTooLarge', params: { max: MAX_UNZIPPED } });
      files.push({ path, bytes: await contentOf(zip, entry) });
    }
  } catch (error) {
    if (error instanceof ReadingStopped) throw error;
    throw readingStopped(faultOf(error));
  }
  if (files.length === 0) throw readingStopped({ code: 'zipEmpty', params: {} });
  return files;
}

function check(entry: yauzl.Entry, seen: Set<string>): void {
  const path = entry.fileName.slice(0, 200);
  const refuse = (code: 'zipDuplicate' | 'zipEncrypted' | 'zipLink' | 'zipPath' | 'zipRatio') =>
    readingStopped({ code, params: { path } });
  if (/\p{Cc}/u.test(entry.fileName)) throw refuse('zipPath');
  if (seen.has(entry.fileName)) throw refuse('zipDuplicate');
  seen.add(entry.fileName);
  if (entry.isEncrypted()) throw refuse('zipEncrypted');
  // The type of file that Unix stores: only plain files and folders.
  const type = (entry.externalFileAttributes >>> 28) & 0o17;
  if (type !== 0 && type !== 0o10 && type !== 0o4) throw refuse('zipLink');
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > MAX_FILE / 4 && uncompressedSize > compressedSize * MAX_RATIO)
    throw refuse('zipRatio');
}

async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const content = Buffer.concat(parts);
  if (crc32(content) !== entry.crc32)
    throw readingStopped({ code: 'zipDamaged', params: { path: entry.fileName.slice(0, 200) } });
  return content;
}

/** yauzl's errors have no codes. */
function faultOf(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  const isPath = /^(absolute path|invalid relative path|invalid characters in fileName)/.test(reason);
  if (isPath)
    return { code: 'zipPath', params: { path: reason.replace(/^[^:]*:\s*/, '').slice(0, 200) } } as const;
  if (/end of central directory/i.test(reason)) return { code: 'notAZip', params: {} } as const;
  return { code: 'zipUnreadable', params: { reason: reason.slice(0, 200) } } as const;
}
