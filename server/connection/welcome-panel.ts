import { randomUUID } from 'node:crypto';
import type { Instant } from '../../src/domain/time.ts';
import type { PanelMessage } from '../../src/protocol/messages.ts';
import { KeysUnavailableError, type TokenVerdict, type TokenVerifier } from '../auth/token-verifier.ts';
import type { Engine, SessionOfRep } from '../routing/engine/engine.ts';

export type Hello = Extract<PanelMessage, { type: 'hello' }>;

/** The result of a hello. `refused`: the token is at fault. `unavailable`: tokens cannot be verified at the moment. */
export type Welcome =
  | { readonly kind: 'welcome'; readonly session: SessionOfRep; readonly expiresAt: Instant }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Why a panel is refused or disconnected. */
export const NO_REP = 'This is not an active rep with the Omni-Channel permission.';

/** Admits a panel if its token is valid for a rep, who is from then on connected here and nowhere else. */
export async function welcomePanel(hello: Hello, verifier: TokenVerifier, engine: Engine): Promise<Welcome> {
  const verdict = await verdictOn(hello.token, verifier);
  if (verdict === null) return { kind: 'unavailable', detail: 'Tokens cannot be checked just now.' };
  if (!verdict.ok) return { kind: 'refused', detail: verdict.detail };
  const { subject, permissions, expiresAt } = verdict.holder;
  if (!permissions.includes('omni-channel'))
    return { kind: 'refused', detail: 'The token does not give the permission omni-channel.' };
  if (!(await engine.isRep(subject))) return { kind: 'refused', detail: NO_REP };
  const session = { repId: subject, sessionId: hello.sessionId, socketId: randomUUID() };
  try {
    await engine.connect(session);
  } catch (error) {
    // It may have taken effect all the same: no rep may count as connected without a socket.
    await engine.disconnect(session);
    throw error;
  }
  return { kind: 'welcome', session, expiresAt };
}

async function verdictOn(token: string, verifier: TokenVerifier): Promise<TokenVerdict | null> {
  try {
    return await verifier.verify(token);
  } catch (error) {
    if (error instanceof KeysUnavailableError) return null;
    throw error;
  }
}
