import { damaged, unsupported, type Count } from '../counted.ts';
import { hasText, u16le, u32le } from '../reading.ts';

/** The supported codecs of a WAV file by number, with the allowed bits per sample. */
const supportedCodecs: Readonly<Record<number, readonly number[]>> = {
  1: [8, 16, 24, 32],
  3: [32],
  // A-law and µ-law, as in telephony.
  6: [8],
  7: [8],
};
const names: Readonly<Record<number, string>> = {
  1: 'PCM of an uncommon width',
  2: 'ADPCM',
  3: 'floating point of an uncommon width',
  0x11: 'ADPCM',
  0x31: 'GSM',
  0x50: 'MPEG audio',
  0x55: 'MP3',
  0xff: 'AAC',
};
const EXTENSIBLE = 0xfffe;

/** Counts a RIFF WAVE file. Declared sizes are limited to the bytes present. */
export function walkWav(bytes: Uint8Array): Count {
  let block = 0;
  let sampleRate = 0;
  let channels = 0;
  let samples = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const start = at + 8;
    const claimed = u32le(bytes, at + 4);
    const left = bytes.length - start;
    if (hasText(bytes, at, 'fmt ') && block === 0) {
      if (Math.min(claimed, left) < 16) return damaged('it does not say what is in it');
      channels = u16le(bytes, start + 2);
      sampleRate = u32le(bytes, start + 4);
      const bits = u16le(bytes, start + 14);
      const tag = u16le(bytes, start);
      // The extensible header has the codec's number at the start of a GUID.
      const codec = tag === EXTENSIBLE && claimed >= 40 ? u16le(bytes, start + 24) : tag;
      if (!supportedCodecs[codec]?.includes(bits))
        return unsupported(
          'unsupportedCodec',
          `a WAV file with ${names[codec] ?? 'an uncommon codec'} in it`,
        );
      block = u16le(bytes, start + 12);
      if (block !== (channels * bits) / 8) return damaged('its sizes contradict each other');
      if (block === 0) return damaged('it says that it has no channels');
    } else if (hasText(bytes, at, 'data')) {
      if (block === 0) return damaged('it does not say what is in it');
      // A writer that does not know the length in advance declares zero or the maximum: the data extends to the end
      // of the file.
      const size = claimed === 0 ? left : Math.min(claimed, left);
      samples += Math.floor(size / block);
      if (size === left) break;
    }
    at = start + claimed + (claimed & 1);
  }
  if (block === 0) return damaged('it does not say what is in it');
  return { format: 'wav', samples, sampleRate, channels };
}
