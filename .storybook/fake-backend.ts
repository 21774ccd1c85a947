import type { AnyHandler } from 'msw';
import type { SetupWorker } from 'msw/browser';

let worker: SetupWorker | undefined;

/** Puts the handlers a story names in front of the network, and takes those of the story before away. */
export async function startFakeBackend(handlers: readonly AnyHandler[] = []): Promise<void> {
  if (handlers.length === 0) {
    worker?.resetHandlers();
    return;
  }
  if (!worker) {
    const { setupWorker } = await import('msw/browser');
    worker = setupWorker();
    await worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url: './mockServiceWorker.js' },
    });
  }
  worker.resetHandlers(...handlers);
}
