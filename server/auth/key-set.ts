import { createRemoteJWKSet } from 'jose';
import type { Instant } from '../../src/domain/time.ts';
import { tokenVerifier, type TokenVerifier } from './token-verifier.ts';

/** The identity provider whose tokens this server takes. */
export interface IdentityProvider {
  /** Where its JSON Web Key Set is. */
  readonly keySetAddress: string;
  /** Whom a token must be from, and for. */
  readonly issuer: string;
  readonly audience: string;
}

// Only signatures with a public key: whoever can check a token must not be able to make one.
const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** Checks tokens with an identity provider's published keys, which are fetched when first needed and when they change. */
export function keySetVerifier(provider: IdentityProvider, now: () => Instant): TokenVerifier {
  const keys = createRemoteJWKSet(new URL(provider.keySetAddress));
  return tokenVerifier(keys, { algorithms, issuer: provider.issuer, audience: provider.audience }, now);
}
