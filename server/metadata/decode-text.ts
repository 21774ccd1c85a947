import { readingStopped } from './stopped.ts';

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Encodings that a file may declare, as they are decoded. */
const declarable: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
};

/**
 * The text of a file: by its byte order mark, or else by the encoding that it declares, or else UTF-8.
 * @throws {ReadingStopped} if it is not valid in that encoding, or the encoding is another one.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? declaredIn(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const readable = new TextDecoder(encoding).decode(bytes);
    throw readingStopped(
      { code: 'notInEncoding', params: { encoding } },
      placeIn(readable, readable.indexOf('\uFFFD')),
    );
  }
}

function declaredIn(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1]?.toLowerCase();
  if (declared === undefined) return 'utf-8';
  const encoding = declarable[declared];
  if (encoding === undefined)
    throw readingStopped({ code: 'encodingUnknown', params: { encoding: declared } }, { line: 1, column: 1 });
  return encoding;
}

function placeIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, index)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
