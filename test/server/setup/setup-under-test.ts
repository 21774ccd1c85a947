import { createEngine, type RoutingEngine } from '../../../server/routing/engine/create-engine.ts';
import type { Database } from '../../../server/database/database.ts';
import { seedDemo } from '../../../server/seed/demo.ts';
import { createSetup } from '../../../server/setup/create-setup.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import { AppUnderTest } from '../app/app-under-test.ts';

const logger = {
  info: () => undefined,
  error(_: string, error: unknown) {
    throw error;
  },
};

/** A parsed response of the API. */
export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
  /** The entity tag, to be sent with the next change. */
  readonly version: string;
}

/** Setup through the API, on the demo's database, as the administrator `admin` (Ada Lindqvist). */
export class SetupUnderTest {
  readonly server: AppUnderTest;
  readonly database: Database;
  readonly engine: RoutingEngine;
  /** How often a change was reported. */
  changes = 0;

  constructor(database: Database) {
    this.database = database;
    this.engine = createEngine({ database, logger });
    const setup = createSetup({
      database,
      now: () => this.server.timers.now(),
      decode: () => Promise.reject(new Error('No test of this kind uploads a sound.')),
      changed: () => (this.changes += 1),
    });
    this.server = new AppUnderTest({ setup, engine: this.engine });
  }

  /** On a database with the demo's data. */
  static async open(database: Database): Promise<SetupUnderTest> {
    await seedDemo(database, 0);
    return new SetupUnderTest(database);
  }

  /** Sends a request as `subject`; the path is relative to `/v1/setup/`. */
  async ask<Body = Record<string, unknown>>(
    method: string,
    path: string,
    { body, version, subject = 'admin', headers = {} }: Asking = {},
  ): Promise<Answered<Body>> {
    const response = await this.server.app.request(`/v1/setup/${path}`, {
      method,
      headers: {
        ...(await this.server.as(subject, 'customize-application')),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(version !== undefined && { 'If-Match': version }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? null : JSON.parse(text)) as Body,
      headers: response.headers,
      version: response.headers.get('ETag') ?? '',
    };
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answered<Body>> {
    return this.ask<Body>('GET', path);
  }
}

export interface Asking {
  readonly body?: unknown;
  readonly version?: string;
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The parts of a problem that tests read. */
export interface Problem {
  readonly detail: string;
  readonly errors?: readonly Violation[];
}
