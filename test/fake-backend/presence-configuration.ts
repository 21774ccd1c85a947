import { http, HttpResponse, type HttpHandler } from 'msw';
import type { EffectiveConfiguration } from '../../src/domain/configuration/effective-configuration.ts';

/** `GET /v1/presence-configuration`: the effective configuration, or what a test sets instead. */
export class FakePresenceConfiguration {
  configuration: EffectiveConfiguration;
  version = 'v1';
  /** If set, the response instead of the configuration. */
  instead: (() => Response) | null = null;
  /** The entity tags in requests; `null`: none. */
  readonly asked: (string | null)[] = [];

  constructor(configuration: EffectiveConfiguration) {
    this.configuration = configuration;
  }

  handler(address: string): HttpHandler {
    return http.get(`${address}/v1/presence-configuration`, ({ request }) => {
      const tag = `"${this.version}"`;
      const known = request.headers.get('if-none-match');
      this.asked.push(known);
      if (this.instead) return this.instead();
      if (!request.headers.get('authorization')?.startsWith('Bearer '))
        return new HttpResponse(null, { status: 401 });
      const headers = { etag: tag };
      if (known === tag) return new HttpResponse(null, { status: 304, headers });
      return HttpResponse.json(this.configuration, { headers });
    });
  }
}
