/*
 * Sound files with false headers, made from valid ones by changing bytes, and files that pack minutes into a kilobyte.
 * Everything here works on bytes alone, so that tests can generate files that would be too large to commit.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

export function joined(...parts: readonly (Uint8Array | string)[]): Bytes {
  return new Uint8Array(
    parts.flatMap((part) => [...(typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)]),
  );
}

/** A copy with these bytes written at a position. */
export function patched(file: Uint8Array, at: number, bytes: readonly number[]): Bytes {
  const copy = new Uint8Array(file);
  copy.set(bytes, at);
  return copy;
}

/** The first position of some characters. */
export function placeOf(file: Uint8Array, text: string, from = 0): number {
  for (let at = from; at <= file.length - text.length; at += 1)
    if ([...text].every((letter, index) => file[at + index] === letter.charCodeAt(0))) return at;
  throw new Error(`There is no ${text}.`);
}

/** A number in big-endian bytes. */
export const big = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, index) => Math.floor(value / 256 ** (width - 1 - index)) % 256);
/** A number in little-endian bytes. */
export const little = (value: number, width: number): number[] => big(value, width).reverse();

/** A WAV file whose data chunk and whole file claim another size. */
export function wavSize(file: Uint8Array, size: number): Bytes {
  return patched(patched(file, placeOf(file, 'data') + 4, little(size, 4)), 4, little(size, 4));
}

/** A FLAC file that claims another number of samples in all; 0: unknown. */
export function flacTotal(file: Uint8Array, samples: number): Bytes {
  return patched(file, 21, [
    ((file[21] ?? 0) & 0xf0) | (Math.floor(samples / 2 ** 32) & 15),
    ...big(samples % 2 ** 32, 4),
  ]);
}

/** An MP3 file whose Xing header claims another number of frames. */
export function xingFrames(file: Uint8Array, frames: number): Bytes {
  const text = new TextDecoder('latin1').decode(file.subarray(0, 4096));
  const at = text.search(/Xing|Info/);
  if (at < 0) throw new Error('There is no Xing header.');
  return patched(file, at + 8, big(frames, 4));
}

/** An MP4 file in which every box of a type has this number at an offset after its name. */
export function boxField(file: Uint8Array, name: string, offset: number, value: number): Bytes {
  return patched(file, placeOf(file, name) + 4 + offset, big(value, 4));
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});

function oggCrc(page: Uint8Array): number {
  let crc = 0;
  for (const byte of page) crc = ((crc << 8) ^ (crcTable[((crc >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  return crc;
}

/** An Ogg file with changed pages, and their checksums recomputed. */
export function repaged(
  file: Uint8Array,
  change: (page: Bytes, number: number, isLast: boolean) => void,
): Bytes {
  const copy = new Uint8Array(file);
  for (let at = 0, number = 0; at < copy.length; number += 1) {
    const segments = copy[at + 26] ?? 0;
    const body = copy.subarray(at + 27, at + 27 + segments).reduce((sum, size) => sum + size, 0);
    const end = at + 27 + segments + body;
    const page = copy.subarray(at, end);
    change(page, number, end >= copy.length);
    page.fill(0, 22, 26);
    page.set(little(oggCrc(page), 4), 22);
    at = end;
  }
  return copy;
}

/** An Ogg file whose last page claims to end at another sample. */
export function lastGranule(file: Uint8Array, granule: number): Bytes {
  return repaged(file, (page, _, isLast) => {
    if (isLast) page.set(little(granule, 8), 6);
  });
}

/** An Ogg file whose stream has another serial number, so that two can be in one file. */
export function reserial(file: Uint8Array, serial: number): Bytes {
  return repaged(file, (page) => {
    page.set(little(serial, 4), 14);
  });
}

/** One page of an Ogg stream. */
export function oggPage(
  serial: number,
  sequence: number,
  flags: number,
  granule: number,
  packets: Uint8Array[],
): Bytes {
  const lacing = packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
  ]);
  const head = [
    ...little(granule, 8),
    ...little(serial, 4),
    ...little(sequence, 4),
    0,
    0,
    0,
    0,
    lacing.length,
  ];
  const whole = joined('OggS', Uint8Array.from([0, flags, ...head, ...lacing]), ...packets);
  whole.set(little(oggCrc(whole), 4), 22);
  return whole;
}

/** Opus without any content: three bytes for every 120 ms. */
export function opusOfNothing(seconds: number): Bytes {
  // Six frames of 20 ms, none of which has a byte.
  const nothing = Uint8Array.from([0x7b, 0x06]);
  const head = joined('OpusHead', Uint8Array.from([1, 1, 0x38, 1, ...little(48_000, 4), 0, 0, 0]));
  const tags = joined('OpusTags', Uint8Array.from([...little(0, 4), ...little(0, 4)]));
  const pages = [oggPage(7, 0, 2, 0, [head]), oggPage(7, 1, 0, 0, [tags])];
  const packets = Math.round(seconds / 0.12);
  for (let done = 0; done < packets;) {
    const count = Math.min(255, packets - done);
    done += count;
    const flags = done === packets ? 4 : 0;
    pages.push(
      oggPage(
        7,
        pages.length,
        flags,
        done * 5760,
        Array.from({ length: count }, () => nothing),
      ),
    );
  }
  return concatenated(pages);
}

/** Concatenates large files or parts. */
export function concatenated(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The checksum of the header of a FLAC frame. */
export function crc8(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1) & 255;
  }
  return crc;
}

/** The checksum of a whole FLAC frame. */
export function crc16(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x8005 : crc << 1) & 0xffff;
  }
  return crc;
}

/** A number in FLAC's coding, which is that of UTF-8. */
function coded(value: number): number[] {
  if (value < 0x80) return [value];
  const tail: number[] = [];
  let rest = value;
  let room = 0x3f;
  while (rest > room) {
    tail.unshift(0x80 | (rest & 0x3f));
    rest >>>= 6;
    room >>= 1;
  }
  return [(~(room * 2 + 1) & 0xff) | rest, ...tail];
}

/** Silent FLAC: some twenty bytes for every 65,535 samples of two channels, at 44,100 Hz. */
export function flacOfSilence(seconds: number): Bytes {
  const size = 65_535;
  const rate = 44_100;
  const samples = seconds * rate;
  // The rate, two channels, 16 bits, and the total in 36 bits.
  const stream = [...big(size, 2), ...big(size, 2), 0, 0, 0, 0, 0, 0, rate >> 12, (rate >> 4) & 255];
  const rest = [((rate & 15) << 4) | (1 << 1), 15 << 4, ...big(samples, 4), ...new Array<number>(16).fill(0)];
  const parts: Uint8Array[] = [joined('fLaC', Uint8Array.from([0x80, 0, 0, 34, ...stream, ...rest]))];
  for (let number = 0; number * size < samples; number += 1) {
    const head = [0xff, 0xf8, 0x79, 0x18, ...coded(number), ...big(size - 1, 2)];
    const body = [...head, crc8(head), 0, 0, 0, 0, 0, 0];
    parts.push(Uint8Array.from([...body, ...big(crc16(body), 2)]));
  }
  return concatenated(parts);
}

/** FLAC whose frames have valid checksums, but content that no decoder supports. */
export function flacOfNonsense(frames: number): Bytes {
  const parts = Array.from({ length: frames }, (_, number) => {
    const head = [0xff, 0xf8, 0xc9, 0x18, number];
    // A reserved subframe type.
    const body = [...head, crc8(head), 0x1e, ...new Array<number>(50).fill(0x5a)];
    return Uint8Array.from([...body, ...big(crc16(body), 2)]);
  });
  return concatenated([flacOfSilence(0), ...parts]);
}
