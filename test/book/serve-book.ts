import { preview } from 'vite';

/** The environment variable with the address of the book. */
export const BOOK = 'OMNI_BOOK';

/** Serves the built book for this run; returns the clean-up. */
export default async function serveBook(): Promise<() => Promise<void>> {
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir: 'storybook-static' },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The book is not served.');
  process.env[BOOK] = address;
  return () => server.close();
}
