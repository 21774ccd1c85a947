import type { Instant } from '../src/domain/time.ts';

/** The fields of a log line besides its event. Never a token, never a body. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** The server's log: events by short names, with fields for machines. */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  /** An unexpected error, with its stack. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** A log of JSON lines. */
export function jsonLogger(write: (line: string) => void, now: () => Instant = Date.now): Logger {
  const line = (level: 'info' | 'error', event: string, fields: object): void =>
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`);
  return {
    info: (event, fields = {}) => line('info', event, fields),
    error: (event, error, fields = {}) => line('error', event, { ...fields, error: describeError(error) }),
  };
}

/** The logger, restricted to errors. */
export function errorsOnly(logger: Logger): Logger {
  return { info: () => undefined, error: (...entry) => logger.error(...entry) };
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\nCaused by: ${describeError(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
