import { Worker } from 'node:worker_threads';
import type { Page } from '@playwright/test';
import type * as Decoder from '../src/platform/sound/sound-decoder.ts';
import type * as PageTimers from '../src/platform/time/timers.ts';
import type * as Check from '../src/sound-check/check-sound.ts';
import { walkSound } from '../src/sound-check/check-sound.ts';

/** The result of one way of checking; `null` if it refuses the file or finds no length. */
export type Made = { readonly seconds: number; readonly channels: number | undefined } | null;

/** A way to find out whether a file may be a custom sound. */
export interface Way {
  readonly name: string;
  /** Checks a file; also returns how long that took in milliseconds. */
  check(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ made: Made; took: number }>;
  close?(): Promise<unknown>;
}

/** The time limit for checking one file. */
const MAX_WAIT = 60_000;

export const walking: Way = {
  name: 'this check: the walk, in Node',
  check(_, bytes) {
    const start = performance.now();
    const verdict = walkSound(bytes);
    return Promise.resolve({ made: verdict.ok ? verdict : null, took: performance.now() - start });
  },
};

type InPage = (file: string, longest: number) => Promise<{ made: Made; took: number }>;

const inPage = (page: Page, name: string, check: InPage): Way => ({
  name,
  check: (file) => {
    const address = JSON.stringify(`/test/fixtures/sounds/${file}`);
    // The function is passed as text, so it must be self-contained.
    return page.evaluate(`(${check.toString()})(${address}, ${MAX_WAIT})`);
  },
});

/** The ways that need a browser, in a page of the project's own Vite. */
export function waysIn(page: Page): Way[] {
  return [
    inPage(page, 'this check: the walk and a decode, in Chromium', async (file) => {
      const load = (path: string): Promise<unknown> => import(path);
      const { checkSound } = (await load('/src/sound-check/check-sound.ts')) as typeof Check;
      const { browserSoundDecoder } = (await load('/src/platform/sound-decoder.ts')) as typeof Decoder;
      const { pageTimers } = (await load('/src/platform/timers.ts')) as typeof PageTimers;
      const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
      const start = performance.now();
      const verdict = await checkSound(bytes, browserSoundDecoder(pageTimers));
      return { made: verdict.ok ? verdict : null, took: performance.now() - start };
    }),
    inPage(page, 'decodeAudioData alone', async (file) => {
      const bytes = await (await fetch(file)).arrayBuffer();
      const start = performance.now();
      const made = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(bytes).then(
        ({ duration, numberOfChannels }) => ({ seconds: duration, channels: numberOfChannels }),
        () => null,
      );
      return { made, took: performance.now() - start };
    }),
    inPage(page, "an <audio> element's duration", async (file, longest) => {
      const address = URL.createObjectURL(await (await fetch(file)).blob());
      const start = performance.now();
      const audio = new Audio();
      const seconds = await new Promise<number | null>((resolve) => {
        audio.onloadedmetadata = () => resolve(audio.duration);
        audio.onerror = () => resolve(null);
        setTimeout(() => resolve(null), longest);
        audio.preload = 'metadata';
        audio.src = address;
      });
      const took = performance.now() - start;
      URL.revokeObjectURL(address);
      const isLength = seconds !== null && Number.isFinite(seconds) && seconds > 0;
      return { made: isLength ? { seconds, channels: undefined } : null, took };
    }),
  ];
}

/** music-metadata, set to compute the real length, in a thread that can be terminated if it hangs. */
export function musicMetadata(): Way {
  const start = () => new Worker(new URL('./music-metadata-worker.ts', import.meta.url));
  let worker = start();
  return {
    name: 'music-metadata',
    check(_, bytes) {
      const begun = performance.now();
      return new Promise((resolve) => {
        const end = (made: Made) => {
          clearTimeout(timer);
          worker.removeAllListeners();
          resolve({ made, took: performance.now() - begun });
        };
        const timer = setTimeout(() => {
          void worker.terminate();
          worker = start();
          end(null);
        }, MAX_WAIT);
        worker.once('message', end);
        worker.once('error', () => {
          worker = start();
          end(null);
        });
        worker.postMessage(bytes);
      });
    },
    close: () => worker.terminate(),
  };
}
