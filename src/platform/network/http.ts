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
   * Requests a path below the API address with the rep's token; a rejected token is replaced once.
   * @throws {TypeError} (rejects) if there is no response, and whatever the token function throws.
   */
  get(path: string, asking?: Asking): Promise<Response>;
}

/** Read and write access to the API. */
export interface ChangingHttp extends Http {
  /** The same with another method. */
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, sending?: Sending): Promise<Response>;
}

export function createHttp(
  apiAddress: () => string,
  token: (fresh: boolean) => Promise<string>,
): ChangingHttp {
  const ask = async (path: string, { headers, ...rest }: Sending & { method?: string }, fresh: boolean) => {
    const authorization = `Bearer ${await token(fresh)}`;
    return fetch(addressBelow(apiAddress(), path), { ...rest, headers: { ...headers, authorization } });
  };
  const twice = async (path: string, sending: Sending & { method?: string }) => {
    const answer = await ask(path, sending, false);
    return answer.status === 401 ? ask(path, sending, true) : answer;
  };
  return {
    get: (path, asking = {}) => twice(path, asking),
    send: (method, path, sending = {}) => twice(path, { ...sending, method }),
  };
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
