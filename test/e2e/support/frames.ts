/** A WebSocket frame as sent over the link. */
export interface Frame {
  /** The raw bytes with their mask, which can be sent again. */
  readonly bytes: Buffer;
  /** The text of a whole text message; `null`: any other frame. */
  readonly text: string | null;
}

const TEXT = 0x81;
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Splits the bytes from one side of a WebSocket into the HTTP head and frames, however they are chunked. */
export class FrameReader {
  #rest = Buffer.alloc(0);
  #isPastHead = false;

  /** Returns the head, once, then whole frames. */
  push(data: Buffer): (Frame | { readonly bytes: Buffer; readonly text: null })[] {
    this.#rest = Buffer.concat([this.#rest, data]);
    const found: Frame[] = [];
    if (!this.#isPastHead) {
      const end = this.#rest.indexOf(END_OF_HEAD);
      if (end < 0) return found;
      this.#isPastHead = true;
      found.push({ bytes: this.#take(end + END_OF_HEAD.length), text: null });
    }
    for (let length = lengthOf(this.#rest); length !== null; length = lengthOf(this.#rest))
      found.push(frameOf(this.#take(length)));
    return found;
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }
}

/** A text message as a server sends it. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([TEXT, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = TEXT;
  if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

/** The position of the payload, from the length fields. */
function placeOf(bytes: Buffer): { readonly start: number; readonly length: number } | null {
  const second = bytes[1];
  if (second === undefined) return null;
  const short = second & 0x7f;
  const mask = second & 0x80 ? 4 : 0;
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (bytes.length < 2 + wide) return null;
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  return { start: 2 + wide + mask, length };
}

function lengthOf(bytes: Buffer): number | null {
  const place = placeOf(bytes);
  if (!place) return null;
  const whole = place.start + place.length;
  return bytes.length >= whole ? whole : null;
}

function frameOf(bytes: Buffer): Frame {
  const place = placeOf(bytes);
  if (!place || bytes[0] !== TEXT) return { bytes, text: null };
  const { start } = place;
  const payload = Buffer.from(bytes.subarray(start));
  if ((bytes[1] ?? 0) & 0x80) {
    const mask = bytes.subarray(start - 4, start);
    for (let at = 0; at < payload.length; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  }
  return { bytes, text: payload.toString() };
}
