import { http, HttpResponse, type HttpHandler } from 'msw';
import type { OfferedDestination } from '../../src/domain/work/transfer.ts';

/** `GET /v1/transfer-destinations`. */
export class FakeTransferDestinations {
  items: readonly OfferedDestination[] = [];

  handler(address: string): HttpHandler {
    return http.get(`${address}/v1/transfer-destinations`, ({ request }) => {
      const { searchParams } = new URL(request.url);
      const search = searchParams.get('search')?.toLowerCase() ?? '';
      const found = this.items.filter(({ name }) => name.toLowerCase().includes(search));
      return HttpResponse.json({ items: found, next: null });
    });
  }
}
