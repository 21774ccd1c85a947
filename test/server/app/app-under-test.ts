import type { Hono } from 'hono';
import { createApp, type AppOptions } from '../../../server/app.ts';
import { developmentIssuer, developmentVerifier } from '../../../server/auth/development-tokens.ts';
import type { Permission } from '../../../server/auth/permissions.ts';
import { jsonLogger } from '../../../server/logger.ts';
import type { Setup } from '../../../server/setup/setup.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import { FakeEngine } from '../fake-engine.ts';
import { ManualTimers } from '../manual-timers.ts';
import { checkDescribed } from './described-answers.ts';

const unasked = () => Promise.reject(new Error('No test asks for Setup here.'));
/** For tests that do not use records. */
const noRecords = {
  list: unasked,
  find: unasked,
  uses: unasked,
  create: unasked,
  replace: unasked,
  remove: unasked,
};
export const noSetup: Setup = {
  sounds: { add: unasked, list: unasked, find: unasked, remove: unasked },
  records: {
    'presence-configurations': noRecords,
    'service-channels': noRecords,
    'routing-configurations': noRecords,
    queues: noRecords,
    flows: noRecords,
    'presence-statuses': noRecords,
    'decline-reasons': noRecords,
    users: noRecords,
    profiles: noRecords,
  },
  assignments: { assigned: unasked, replace: unasked, undo: unasked },
  imports: { plan: unasked, replan: unasked, apply: unasked, undo: unasked, exported: unasked },
  auditLog: unasked,
  overview: unasked,
  pathOf: unasked,
  membersOf: unasked,
};

/** The HTTP API on an in-memory engine, with time and log under the test's control. */
export class AppUnderTest {
  readonly engine = new FakeEngine();
  readonly timers = new ManualTimers();
  readonly log: string[] = [];
  readonly secret = new TextEncoder().encode('a secret of the tests, 32 bytes!');
  readonly issuer = developmentIssuer(this.secret, 3600, this.timers.now);
  readonly app: Hono;
  stopping = false;

  constructor(changes: Partial<AppOptions> = {}) {
    this.app = createApp({
      engine: this.engine,
      setup: noSetup,
      verifier: developmentVerifier(this.secret, this.timers.now),
      logger: jsonLogger((line) => this.log.push(line), this.timers.now),
      timers: this.timers,
      allowedOrigins: ['https://console.example.com'],
      demo: null,
      isStopping: () => this.stopping,
      ...changes,
    });
    const { request } = this.app;
    // Checks every response of every test against the API's description.
    this.app.request = async (input, init, ...rest) => {
      const answer = await request(input, init, ...rest);
      const { url, method } =
        input instanceof Request ? input : { url: input, method: init?.method ?? 'GET' };
      await checkDescribed(method, new URL(url, 'http://api.test').pathname, answer.clone());
      return answer;
    };
  }

  /** An Authorization header for this subject. */
  async as(subject: string, ...permissions: Permission[]): Promise<{ Authorization: string }> {
    return { Authorization: `Bearer ${(await this.issuer.issue(subject, permissions)).token}` };
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.app.request(path, { headers });
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}

/** A problem as far as tests read it. */
export interface ReadProblem {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Violation[];
}

/** Where rules were violated, and what they say. Their codes have a test of their own. */
export function told(errors: readonly Violation[] = []): { pointer: string; detail: string }[] {
  return errors.map(({ pointer, detail }) => ({ pointer, detail }));
}

/** A problem's status and its one sentence. */
export async function problem(response: Response): Promise<ReadProblem> {
  const type = response.headers.get('Content-Type');
  if (type !== 'application/problem+json') throw new Error(`This is no problem but ${String(type)}.`);
  return (await response.json()) as ReadProblem;
}
