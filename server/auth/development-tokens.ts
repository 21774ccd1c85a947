import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { Instant, Seconds } from '../../src/domain/time.ts';
import type { Permission } from './permissions.ts';
import { tokenVerifier, type TokenVerifier } from './token-verifier.ts';

const FILE = 'token-secret';
const BYTES = 32;

/** Issues tokens, for demos and tests only: in production an identity provider does. */
export interface TokenIssuer {
  issue(subject: string, permissions: readonly Permission[]): Promise<{ token: string; expiresAt: Instant }>;
}

/**
 * The secret that development tokens are signed with. It is created at the first start and kept in the data folder,
 * readable only by its owner. In `memory` it lasts as long as the process.
 */
export async function developmentSecret(dataFolder: string): Promise<Uint8Array> {
  if (dataFolder === 'memory') return randomBytes(BYTES);
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, FILE);
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, randomBytes(BYTES).toString('hex'), { mode: 0o600 });
  try {
    // Atomic: another server that starts now must neither read half a secret nor replace this one.
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // A file copied from elsewhere may have wider permissions.
    await chmod(path, 0o600);
  } finally {
    await rm(draft);
  }
  const secret = Buffer.from(await readFile(path, 'utf8'), 'hex');
  if (secret.length !== BYTES) throw new Error(`The file ${FILE} in the data folder is damaged; delete it.`);
  return secret;
}

/** Verifies tokens that were signed with this secret. */
export function developmentVerifier(secret: Uint8Array, now: () => Instant): TokenVerifier {
  return tokenVerifier(() => secret, { algorithms: ['HS256'] }, now);
}

/** Signs tokens with this secret; each is valid for `lifetime`. */
export function developmentIssuer(secret: Uint8Array, lifetime: Seconds, now: () => Instant): TokenIssuer {
  return {
    async issue(subject, permissions) {
      const issuedAt = Math.floor(now() / 1000);
      const token = await new SignJWT({ permissions: [...permissions] })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetime)
        .sign(secret);
      return { token, expiresAt: (issuedAt + lifetime) * 1000 };
    },
  };
}
