import type { Seconds } from '../../src/domain/time.ts';
import type { Finding } from './child-messages.ts';
import { streamsOf } from './file-pieces.ts';
import { openDecoder, type DecodedFormat, type DecodedPiece } from './stream-decoders.ts';

export interface DecodeFileOptions {
  readonly format: DecodedFormat;
  /** Nothing beyond this length is decoded. */
  readonly longest: Seconds;
  /** Called after each piece. */
  readonly isTooExpensive: () => boolean;
  /** Called once the decoder is loaded: from now on time is spent on the file. */
  readonly ready: () => void;
}

/** Decodes a file piece by piece, and counts and discards the samples of each piece. Rejects if the decoder fails. */
export async function decodeFile(bytes: Uint8Array, options: DecodeFileOptions): Promise<Finding> {
  const { format, longest, isTooExpensive, ready } = options;
  let [seconds, channels] = [0, 0];
  const count = ({ samplesDecoded, sampleRate, channelData }: DecodedPiece) => {
    if (samplesDecoded === 0) return;
    seconds += samplesDecoded / sampleRate;
    channels = Math.max(channels, channelData.length);
  };
  // For a short sound, loading the decoder takes most of the time, which does not count against the file.
  let decoder = await openDecoder(format, bytes);
  ready();
  for (const [index, pieces] of streamsOf(bytes, format).entries()) {
    // Decoders lose a second stream, unless it starts in the same piece as the end of the first.
    if (index > 0) {
      decoder.free();
      decoder = await openDecoder(format, bytes);
    }
    for (const piece of pieces) {
      count(await decoder.decode(piece));
      if (isTooExpensive()) return { kind: 'tooExpensive' };
      if (seconds > longest) return { kind: 'decoded', seconds, channels };
    }
    count(await decoder.flush());
  }
  return seconds > 0 ? { kind: 'decoded', seconds, channels } : { kind: 'notPlayable' };
}
