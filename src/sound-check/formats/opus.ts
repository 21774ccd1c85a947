import { byteAt } from '../reading.ts';

/** Frame lengths in milliseconds, by the two lowest bits of the configuration. */
const silk = [10, 20, 40, 60];
const hybrid = [10, 20];
const celt = [2.5, 5, 10, 20];
/** The longest packet, samples at 48 kHz. */
const MAX_PACKET_LENGTH = 5760;

/** The number of samples of an Opus packet at 48 kHz, from its first two bytes (RFC 6716, 3.1); `null` if invalid. */
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
