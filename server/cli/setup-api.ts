import * as v from 'valibot';
import { importResultSchema, type ImportResult } from '../../src/domain/import/import-api.ts';
import { importPlanSchema, type Choices, type ImportPlan } from '../../src/domain/import/import-plan.ts';
import type { UploadedFile } from '../metadata/read-zip.ts';

/** The command line was not used as it can be; or a file that it names is not as it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const problemSchema = v.looseObject({ detail: v.string() });

/** The part of the Setup API that imports and exports. */
export class SetupApi {
  readonly #address: string;
  readonly #token: string;

  constructor(address: string, token: string) {
    this.#address = address.replace(/\/+$/, '');
    this.#token = token;
  }

  /** By an address and a token of the environment. */
  static of(address: string | undefined, environment = process.env): SetupApi {
    const api = address ?? environment.OMNI_CHANNEL_API;
    const token = environment.OMNI_CHANNEL_TOKEN;
    if (api === undefined || !/^https?:\/\//.test(api))
      throw new UsageError('Say where the server is: --api https://…, or OMNI_CHANNEL_API.');
    if (token === undefined || token === '') throw new UsageError('OMNI_CHANNEL_TOKEN has no token.');
    return new SetupApi(api, token);
  }

  async plan(files: readonly UploadedFile[]): Promise<ImportPlan> {
    const body = new FormData();
    for (const { path, bytes } of files) body.append('file', new Blob([new Uint8Array(bytes)]), path);
    return v.parse(importPlanSchema, await this.#json('import?plan', { method: 'POST', body }));
  }

  async replan(plan: string, choices: Choices): Promise<ImportPlan> {
    return v.parse(importPlanSchema, await this.#json('import?plan', asJson({ plan, choices })));
  }

  async apply(plan: string, choices: Choices): Promise<ImportResult> {
    return v.parse(importResultSchema, await this.#json('import', asJson({ plan, choices })));
  }

  async exported(format: string): Promise<Uint8Array> {
    const response = await this.#ask(`export?format=${encodeURIComponent(format)}`, {});
    return new Uint8Array(await response.arrayBuffer());
  }

  async #json(path: string, init: RequestInit): Promise<unknown> {
    return (await this.#ask(path, init)).json();
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.#token}`);
    let response: Response;
    try {
      response = await fetch(`${this.#address}/v1/setup/${path}`, { ...init, headers });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      throw new Error(`The server did not answer${cause}.`, { cause: error });
    }
    if (response.ok) return response;
    const text = await response.text();
    const problem = v.safeParse(v.pipe(v.string(), v.parseJson(), problemSchema), text);
    throw new Error(
      problem.success ? problem.output.detail : `The server answered ${String(response.status)}.`,
    );
  }
}

const asJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
