import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../problem.ts';
import type { Permission } from './permissions.ts';
import {
  KeysUnavailableError,
  type TokenHolder,
  type TokenVerdict,
  type TokenVerifier,
} from './token-verifier.ts';

/** What a route behind `requirePermission` knows about its caller. */
export interface WithHolder {
  Variables: { holder: TokenHolder };
}

/**
 * Admits callers with this permission or, with `null`, with any valid token. Others get 401 or 403 with one sentence.
 */
export function requirePermission(
  verifier: TokenVerifier,
  permission: Permission | null,
): MiddlewareHandler<WithHolder> {
  return async (context, next) => {
    const verdict = await verdictOn(verifier, bearerToken(context.req.header('Authorization')));
    if (!verdict.ok) throw unauthorized(verdict.detail, 'Bearer error="invalid_token"');
    const { holder } = verdict;
    if (permission !== null && !holder.permissions.includes(permission))
      throw new ProblemError({
        status: 403,
        detail: `This needs the permission ${permission}, which the token does not give.`,
      });
    context.set('holder', holder);
    await next();
  };
}

function bearerToken(header: string | undefined): string {
  if (header === undefined)
    throw unauthorized(
      'A token is missing: send it in the Authorization header as a Bearer token.',
      'Bearer',
    );
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined)
    throw unauthorized('The Authorization header must be the word Bearer and a token.', 'Bearer');
  return token;
}

async function verdictOn(verifier: TokenVerifier, token: string): Promise<TokenVerdict> {
  try {
    return await verifier.verify(token);
  } catch (error) {
    if (!(error instanceof KeysUnavailableError)) throw error;
    throw new ProblemError({
      status: 503,
      detail: 'Tokens cannot be checked just now; try again soon.',
      headers: { 'Retry-After': '5' },
    });
  }
}

function unauthorized(detail: string, challenge: string): ProblemError {
  return new ProblemError({ status: 401, detail, headers: { 'WWW-Authenticate': challenge } });
}
