import { UndecodableSound, type DecodedSound, type SoundDecoder } from '../../domain/alerts/sound-file.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';

/** Decoding a sound of 30 s takes about a tenth of a second. */
const MAX_DECODING: Milliseconds = 10_000;

/**
 * The browser's own decoder. It cannot be cancelled: after ten seconds it is no longer waited for. The file was
 * walked through before, which bounds the work.
 */
export function browserSoundDecoder(timers: Timers): SoundDecoder {
  return (bytes, { channels, sampleRate }) => {
    // At the file's own rate: resampling would cost memory and time for nothing.
    const context = new OfflineAudioContext(channels, 1, sampleRate);
    return new Promise<DecodedSound>((resolve, reject) => {
      const stopWaiting = timers.after(MAX_DECODING, () => reject(new UndecodableSound('tooExpensive')));
      context
        // A copy, since decoding detaches the buffer.
        .decodeAudioData(bytes.slice().buffer)
        .then(
          ({ duration, numberOfChannels }) => resolve({ seconds: duration, channels: numberOfChannels }),
          (error: unknown) => reject(ofDecoder(error)),
        )
        .finally(stopWaiting);
    });
  };
}

/** An `EncodingError` is the file's fault; any other error is not. */
function ofDecoder(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  return error.name === 'EncodingError' ? new UndecodableSound('notPlayable', { cause: error }) : error;
}
