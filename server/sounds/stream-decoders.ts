import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import { MPEGDecoder } from 'mpg123-decoder';
import { OggOpusDecoder } from 'ogg-opus-decoder';
import { hasText } from '../../src/sound-check/reading.ts';

/** The samples decoded from some bytes. */
export interface DecodedPiece {
  readonly samplesDecoded: number;
  readonly sampleRate: number;
  readonly channelData: readonly unknown[];
}

/** Decodes one stream, piece by piece. */
export interface StreamDecoder {
  decode(piece: Uint8Array): DecodedPiece | Promise<DecodedPiece>;
  /** The rest of the samples, at the end of the file. */
  flush(): DecodedPiece | Promise<DecodedPiece>;
  /** Frees its memory. */
  free(): void;
}

/** The formats that are really decoded; for the others the sound check is enough. */
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
      // Gapless: without the encoder's padding at both ends, as the sound is played and was measured.
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

/** The first packet of FLAC in Ogg follows the header of the first page, 28 bytes. */
function isFlacInOgg(bytes: Uint8Array): boolean {
  return hasText(bytes, 28, '\x7fFLAC');
}
