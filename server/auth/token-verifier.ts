import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import type { Instant } from '../../src/domain/time.ts';
import { isPermission, type Permission } from './permissions.ts';

/** Who a verified token is for. */
export interface TokenHolder {
  /** A rep's id, or the name of a work source. */
  readonly subject: string;
  readonly permissions: readonly Permission[];
  readonly expiresAt: Instant;
}

/** The result of verifying a token; `detail` is one sentence that names the fault, never the token. */
export type TokenVerdict =
  | { readonly ok: true; readonly holder: TokenHolder }
  | { readonly ok: false; readonly fault: 'malformed' | 'expired' | 'foreign'; readonly detail: string };

/**
 * Verifies tokens. Rejects with `KeysUnavailableError` when the keys cannot be fetched, which is not the token's fault.
 */
export interface TokenVerifier {
  verify(token: string): Promise<TokenVerdict>;
}

/** The keys to verify tokens with could not be fetched. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

/** Verifies JSON Web Tokens with the keys of `getKey`. `options` name the algorithms, issuer and audience. */
export function tokenVerifier(
  getKey: JWTVerifyGetKey,
  options: Pick<JWTVerifyOptions, 'algorithms' | 'issuer' | 'audience'>,
  now: () => Instant,
): TokenVerifier {
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, getKey, {
          ...options,
          requiredClaims: ['sub', 'exp'],
          currentDate: new Date(now()),
        });
        return verdictOn(payload);
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

function verdictOn({ sub, exp, permissions }: JWTPayload): TokenVerdict {
  if (typeof sub !== 'string' || sub === '' || exp === undefined)
    return malformed('The token names no subject.');
  if (!Array.isArray(permissions)) return malformed('The token has no list of permissions.');
  return {
    ok: true,
    holder: { subject: sub, permissions: permissions.filter(isPermission), expiresAt: exp * 1000 },
  };
}

const malformed = (detail: string): TokenVerdict => ({ ok: false, fault: 'malformed', detail });

function refusal(error: unknown): TokenVerdict {
  if (error instanceof errors.JWTExpired)
    return { ok: false, fault: 'expired', detail: 'The token has expired.' };
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss' || error.claim === 'aud')
      return {
        ok: false,
        fault: 'foreign',
        detail: 'The token is from another issuer or for another audience.',
      };
    if (error.claim === 'nbf') return malformed('The token is not valid yet.');
    return malformed(`The token's ${error.claim} claim is missing or wrong.`);
  }
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || !isJoseError(error))
    throw new KeysUnavailableError('The keys that tokens are checked with could not be fetched.', {
      cause: error,
    });
  return malformed('The token is malformed, or its signature does not hold.');
}

// The generic error means that the key server's response was not a key set.
function isJoseError(error: unknown): boolean {
  return error instanceof errors.JOSEError && error.code !== errors.JOSEError.code;
}
