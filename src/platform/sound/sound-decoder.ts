import { UndecodableSound, type DecodedSound, type SoundDecoder } from '../../domain/alerts/sound-file.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';

/** A sound of 30 s is decoded in a tenth of a second. */
const MAX_DECODING: Milliseconds = 10_000;

/**
 * The browser's own decoder. Nothing can stop it once it runs: after ten seconds it is no longer waited for, and what
 * keeps it short is that the file was walked through before.
 */
export function browserSoundDecoder(timers: Timers): SoundDecoder {
  return (bytes, { channels, sampleRate }) => {
    // At the file's own rate: another one would cost more memory, and be computed for nothing.
    const context = new OfflineAudioContext(channels, 1, sampleRate);
    return new Promise<DecodedSound>((resolve, reject) => {
      const stopWaiting = timers.after(MAX_DECODING, () => reject(new UndecodableSound('tooExpensive')));
      context
        // A copy: what it is given is gone.
        .decodeAudioData(bytes.slice().buffer)
        .then(
          ({ duration, numberOfChannels }) => resolve({ seconds: duration, channels: numberOfChannels }),
          (error: unknown) => reject(ofDecoder(error)),
        )
        .finally(stopWaiting);
    });
  };
}

/** An `EncodingError` is about the file. Anything else is not. */
function ofDecoder(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  return error.name === 'EncodingError' ? new UndecodableSound('notPlayable', { cause: error }) : error;
}
