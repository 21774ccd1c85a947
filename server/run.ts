import type { Milliseconds } from '../src/domain/time.ts';
import type { RunningServer } from './start-server.ts';

/** How long a server may take to stop before the process exits. */
const MAX_STOP: Milliseconds = 5000;

/** Runs a server until the process is asked to stop. If it cannot start, prints one sentence and exits with code 1. */
export async function run(start: () => Promise<RunningServer>): Promise<void> {
  const ended = Promise.withResolvers<undefined>();
  process.on('SIGTERM', () => ended.resolve(undefined)).on('SIGINT', () => ended.resolve(undefined));
  void ended.promise.then(() => {
    setTimeout(() => process.exit(1), MAX_STOP);
    // A second signal ends it at once.
    process.on('SIGTERM', () => process.exit(1)).on('SIGINT', () => process.exit(1));
  });
  try {
    const server = await start();
    await ended.promise;
    await server.stop();
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(1);
  }
  process.exit(0);
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Several addresses were tried and none could be reached.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(sentence).join(' ');
  const cause = error.cause instanceof Error ? ` ${sentence(error.cause)}` : '';
  return `${error.message}${cause}`;
}
