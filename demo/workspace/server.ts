import { sources, type Scenario } from './try-it/scenarios.ts';
import { words } from './words/words.ts';

/** The tasks of a host's own back end: issuing tokens and creating work. In the demo the server does both. */

interface Token {
  readonly token: string;
  readonly expiresAt: number;
}

const tokens = new Map<string, Promise<Token>>();
const WORK_SOURCE = 'work-source';
const MINUTE = 60_000;

/** A new token for the panel, which asks again before it expires. */
export async function repToken(repId: string): Promise<string> {
  return (await requestToken(repId)).token;
}

export async function createWorkItem(scenario: Scenario, requiredRepId: string | null): Promise<string> {
  const { channel, queue } = sources[scenario.type];
  const { subject, customerName, highlights, recordId } = scenario;
  const created = await call<{ id: string }>('/v1/work-items', WORK_SOURCE, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({
      channel,
      queue,
      subject,
      customerName,
      highlights,
      recordId,
      requiredRepId,
    }),
  });
  return created.id;
}

export function findWorkItem(id: string): Promise<{ status: string }> {
  return call(`/v1/work-items/${encodeURIComponent(id)}`, WORK_SOURCE);
}

export async function customerLeft(workItemId: string): Promise<void> {
  await call(`/v1/work-items/${encodeURIComponent(workItemId)}/customer-left`, WORK_SOURCE, {
    method: 'POST',
  });
}

async function call<Answer>(path: string, subject: string, request: RequestInit = {}): Promise<Answer> {
  const { token } = await tokenOf(subject);
  const headers = new Headers(request.headers);
  headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(path, { ...request, headers });
  if (!response.ok) throw new Error(await problemIn(response));
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function tokenOf(subject: string): Promise<Token> {
  const known = await tokens.get(subject)?.catch(() => null);
  if (known && known.expiresAt - Date.now() > MINUTE) return known;
  const asked = requestToken(subject);
  tokens.set(subject, asked);
  return asked;
}

async function requestToken(subject: string): Promise<Token> {
  const response = await fetch('/demo/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subject }),
  });
  if (!response.ok) throw new Error(await problemIn(response));
  const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: number | string };
  return { token, expiresAt: new Date(expiresAt).getTime() };
}

/** The server refuses with a problem document: its sentence, or else the status. */
async function problemIn(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { detail?: string; errors?: { detail: string }[] };
    return problem.errors?.[0]?.detail ?? problem.detail ?? words.serverAnswered(response.status);
  } catch {
    return words.serverAnswered(response.status);
  }
}
