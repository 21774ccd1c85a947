import type { Milliseconds, Timers } from '../../domain/time.ts';
import { addressBelow } from './address.ts';

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly cache?: RequestCache;
}

export interface Sending extends Asking {
  /** A form, or JSON as text. */
  readonly body?: FormData | string;
}

/** Read access to the API. */
export interface Http {
  /**
   * Requests a path below the API address with the rep's token; a rejected token is replaced once. Without an answer, or
   * with one of a proxy whose server is away, it is tried once more.
   * @throws {TypeError} (rejects) if there is no response in time, and whatever the token function throws.
   */
  get(path: string, asking?: Asking): Promise<Response>;
}

/** Read and write access to the API. */
export interface ChangingHttp extends Http {
  /** The same with another method; never tried again, since it may have taken effect. */
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, sending?: Sending): Promise<Response>;
}

/** How long the server may take to begin its answer, fetching a token included. */
export const RESPONSE_TIMEOUT: Milliseconds = 10_000;
/** How long a file may take, up or down. */
export const FILE_TIMEOUT: Milliseconds = 120_000;
/** After this a request that only reads is tried once more. */
export const RETRY_DELAY: Milliseconds = 1000;
/** No answer is longer than the largest sound: 12 MB, with some room. */
const MAX_ANSWER = 16_000_000;

export function createHttp(
  apiAddress: () => string,
  token: (fresh: boolean) => Promise<string>,
  timers: Pick<Timers, 'after'>,
): ChangingHttp {
  type Request = Sending & { readonly method?: string };

  const ask = async (path: string, { headers, ...rest }: Request, fresh: boolean): Promise<Response> => {
    const limit = rest.body instanceof FormData ? FILE_TIMEOUT : RESPONSE_TIMEOUT;
    return within(timers, limit, rest.signal, async (signal, extend) => {
      const authorization = `Bearer ${await token(fresh)}`;
      const all = { ...headers, authorization };
      const answer = await fetch(addressBelow(apiAddress(), path), { ...rest, headers: all, signal });
      extend(FILE_TIMEOUT);
      return whole(answer);
    });
  };
  const authorized = async (path: string, request: Request) => {
    const answer = await ask(path, request, false);
    return answer.status === 401 ? ask(path, request, true) : answer;
  };
  const read = async (path: string, asking: Asking): Promise<Response> => {
    const first = await authorized(path, asking).catch((error: unknown) => ({ error }));
    const isPassing = 'error' in first ? first.error instanceof TypeError : PASSING.has(first.status);
    if (isPassing) {
      await within(timers, FILE_TIMEOUT, asking.signal, () => pause(timers));
      return authorized(path, asking);
    }
    if ('error' in first) throw first.error;
    return first;
  };
  return {
    get: (path, asking = {}) => read(path, asking),
    send: (method, path, sending = {}) => authorized(path, { ...sending, method }),
  };
}

/** A proxy without a server behind it, for a moment: a restart, for instance. */
const PASSING: ReadonlySet<number> = new Set([502, 503, 504]);

const pause = (timers: Pick<Timers, 'after'>) =>
  new Promise<void>((resolve) => void timers.after(RETRY_DELAY, resolve));

/**
 * `act` may `extend` its limit, from then on.
 * @throws {TypeError} (rejects), as `fetch` does without an answer, if it takes longer; and as the caller's signal.
 */
async function within<T>(
  timers: Pick<Timers, 'after'>,
  limit: Milliseconds,
  caller: AbortSignal | undefined,
  act: (signal: AbortSignal, extend: (limit: Milliseconds) => void) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const start = (most: Milliseconds) =>
    timers.after(most, () => own.abort(new TypeError(`The server did not answer within ${most / 1000} s.`)));
  let cancel = start(limit);
  const extend = (most: Milliseconds) => {
    cancel();
    cancel = start(most);
  };
  const signal = caller ? AbortSignal.any([caller, own.signal]) : own.signal;
  const over = new AbortController();
  try {
    signal.throwIfAborted();
    // Not everything ends by itself when it is aborted: the host's token function, for instance.
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: over.signal }),
    );
    return await Promise.race([act(signal, extend), aborted]);
  } finally {
    cancel();
    over.abort();
  }
}

/** Whether anything answers at an address, even if it does not let this page read the answer. */
export const answers = (address: string): Promise<boolean> =>
  fetch(address, { mode: 'no-cors', cache: 'no-store', credentials: 'omit' }).then(
    () => true,
    () => false,
  );

/** Responses that must not have one, not even an empty one. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** The response with its body, which is bounded: a link that dies in the middle of it is noticed here. */
async function whole(answer: Response): Promise<Response> {
  if (Number(answer.headers.get('content-length') ?? 0) > MAX_ANSWER) throw new Error('It is too large.');
  const { status, statusText, headers } = answer;
  const body = await answer.arrayBuffer();
  return new Response(WITHOUT_BODY.has(status) ? null : body, { status, statusText, headers });
}

/** The reason for an unsuccessful response, in one sentence: from its problem document (RFC 9457) if it has one. */
export async function problemOf(answer: Response): Promise<string> {
  const otherwise = `The server answered with ${answer.status}.`;
  try {
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null) return otherwise;
    const { detail, title } = body as { detail?: unknown; title?: unknown };
    return [detail, title].find((text) => typeof text === 'string') ?? otherwise;
  } catch {
    return otherwise;
  }
}
