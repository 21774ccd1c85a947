import { byteAt } from '../reading.ts';

/** Milliseconds of one frame, by the two lowest bits of its configuration. */
const silk = [10, 20, 40, 60];
const hybrid = [10, 20];
const celt = [2.5, 5, 10, 20];
/** The longest a packet may be, samples at 48,000 a second. */
const MAX_PACKET_LENGTH = 5760;

/** The samples of one Opus packet at 48,000 a second, by its first two bytes (RFC 6716, 3.1); `null`: impossible. */
export function opusSamples(bytes: Uint8Array, at: number): number | null {
  const first = byteAt(bytes, at);
  const configuration = first >> 3;
  const milliseconds =
    configuration < 12
      ? silk[configuration & 3]
      : configuration < 16
        ? hybrid[configuration & 1]
        : celt[configuration & 3];
  const code = first & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : byteAt(bytes, at + 1) & 63;
  const samples = frames * (milliseconds ?? 0) * 48;
  return samples === 0 || samples > MAX_PACKET_LENGTH ? null : samples;
}
