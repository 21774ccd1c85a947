import { http, HttpResponse, type HttpHandler } from 'msw';

/** `GET /v1/sounds/{sha256}`: the uploaded sounds. */
export class FakeSounds {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** The requested hashes. */
  readonly asked: string[] = [];
  /** When a requested file is sent. */
  slow: Promise<void> = Promise.resolve();

  handler(address: string): HttpHandler {
    return http.get<{ sha256: string }>(`${address}/v1/sounds/:sha256`, async ({ params }) => {
      this.asked.push(params.sha256);
      const file = this.files.get(params.sha256);
      await this.slow;
      if (!file)
        return HttpResponse.json({ title: 'Not found', detail: 'There is no such sound.' }, { status: 404 });
      return HttpResponse.arrayBuffer(file.buffer, { headers: { 'content-type': 'audio/wav' } });
    });
  }
}
