import { parentPort } from 'node:worker_threads';
import { parseBuffer } from 'music-metadata';
import type { Made } from './sound-ways.ts';

parentPort?.on('message', (bytes: Uint8Array) => {
  parseBuffer(bytes, undefined, { duration: true }).then(
    ({ format: { duration, numberOfChannels } }) => {
      const isLength = duration !== undefined && Number.isFinite(duration) && duration > 0;
      answer(isLength ? { seconds: duration, channels: numberOfChannels } : null);
    },
    // A file that it cannot read is a result too.
    () => answer(null),
  );
});

function answer(made: Made): void {
  parentPort?.postMessage(made);
}
