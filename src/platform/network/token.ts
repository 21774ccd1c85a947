import type { Instant, Milliseconds } from '../../domain/time.ts';

/**
 * The rep's token, or a function that fetches one: it is called again before the token expires, and when it is
 * rejected.
 */
export type Token = string | (() => Promise<string>);

/** How long before its expiry a token is replaced. */
const BEFORE_EXPIRY: Milliseconds = 30_000;

/** The host's token, fetched when needed and cached while valid. It is never written anywhere. */
export class TokenSource {
  readonly #read: () => Token;
  readonly #now: () => Instant;
  #from: Token | null = null;
  #kept: string | null = null;
  #fetching: Promise<string> | null = null;

  constructor(read: () => Token, now: () => Instant) {
    this.#read = read;
    this.#now = now;
  }

  /**
   * A token; `fresh`: a new one, if the host provides a function.
   * @throws whatever the host's function throws (rejects), or an error if it returns no token.
   */
  async get(fresh: boolean): Promise<string> {
    const source = this.#read();
    if (source !== this.#from) {
      this.#from = source;
      this.#kept = null;
      this.#fetching = null;
    }
    if (typeof source === 'string') return required(source);
    if (this.#kept !== null && !fresh && !this.#expires(this.#kept)) return this.#kept;
    // Concurrent callers share one request.
    this.#fetching ??= source()
      .then((token) => (this.#kept = required(token)))
      .finally(() => (this.#fetching = null));
    return this.#fetching;
  }

  #expires(token: string): boolean {
    const expiry = expiryOf(token);
    return expiry !== null && this.#now() > expiry - BEFORE_EXPIRY;
  }
}

function required(token: unknown): string {
  if (typeof token === 'string' && token !== '') return token;
  throw new Error('The host gave no token.');
}

/** When a JSON Web Token expires; `null` if it does not say, or is another kind of token. */
function expiryOf(token: string): Instant | null {
  try {
    const payload = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return null;
    return typeof claims.exp === 'number' ? claims.exp * 1000 : null;
  } catch {
    return null;
  }
}
