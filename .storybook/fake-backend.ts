import type { AnyHandler } from 'msw';
import type { SetupWorker } from 'msw/browser';

let worker: SetupWorker | undefined;

/** Installs a story's request handlers, and removes those of the previous story. */
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
