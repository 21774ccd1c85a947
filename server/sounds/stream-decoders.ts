import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import { MPEGDecoder } from 'mpg123-decoder';
import { OggOpusDecoder } from 'ogg-opus-decoder';
import { hasText } from '../../src/sound-check/reading.ts';

/** What came out of some bytes. */
export interface DecodedPiece {
  readonly samplesDecoded: number;
  readonly sampleRate: number;
  readonly channelData: readonly unknown[];
}

/** A decoder that takes one stream in pieces, in their order. */
export interface StreamDecoder {
  decode(piece: Uint8Array): DecodedPiece | Promise<DecodedPiece>;
  /** What was still held back, at the end of the file. */
  flush(): DecodedPiece | Promise<DecodedPiece>;
  /** Gives its memory back. */
  free(): void;
}

/** What is really decoded; the walk alone proves the others. */
export const decodedFormats = ['flac', 'mp3', 'ogg', 'opus'] as const;
export type DecodedFormat = (typeof decodedFormats)[number];

/** A decoder that is ready for this file. */
export async function openDecoder(format: DecodedFormat, bytes: Uint8Array): Promise<StreamDecoder> {
  switch (format) {
    case 'flac':
      return ready(new FLACDecoder());
    case 'opus':
      return ready(new OggOpusDecoder());
    case 'ogg':
      return ready(isFlacInOgg(bytes) ? new FLACDecoder() : new OggVorbisDecoder());
    case 'mp3': {
      // Gapless: without what the encoder added at both ends, as it is heard and was counted.
      const decoder = await ready(new MPEGDecoder({ enableGapless: true }));
      return {
        decode: (piece) => decoder.decode(piece),
        flush: () => ({ samplesDecoded: 0, sampleRate: 0, channelData: [] }),
        free: () => decoder.free(),
      };
    }
  }
}

async function ready<Decoder extends { readonly ready: Promise<void> }>(decoder: Decoder): Promise<Decoder> {
  await decoder.ready;
  return decoder;
}

/** The first packet of FLAC in Ogg stands behind the header of the first page, 28 bytes. */
function isFlacInOgg(bytes: Uint8Array): boolean {
  return hasText(bytes, 28, '\x7fFLAC');
}
