import { createRemoteJWKSet } from 'jose';
import type { Instant } from '../../src/domain/time.ts';
import { tokenVerifier, type TokenVerifier } from './token-verifier.ts';

/** The identity provider whose tokens this server accepts. */
export interface IdentityProvider {
  /** The URL of its JSON Web Key Set. */
  readonly keySetAddress: string;
  /** The required `iss` and `aud` claims. */
  readonly issuer: string;
  readonly audience: string;
}

// Asymmetric signatures only: those who can verify a token must not be able to issue one.
const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** Verifies tokens with an identity provider's published keys, fetched when first needed and when they change. */
export function keySetVerifier(provider: IdentityProvider, now: () => Instant): TokenVerifier {
  const keys = createRemoteJWKSet(new URL(provider.keySetAddress));
  return tokenVerifier(keys, { algorithms, issuer: provider.issuer, audience: provider.audience }, now);
}
