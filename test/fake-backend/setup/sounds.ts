import { http, HttpResponse, type HttpHandler } from 'msw';
import { soundFile } from '../../../src/domain/rules.ts';
import type { SoundRecord } from '../../../src/domain/setup/setup-api.ts';
import { page, problem } from './answers.ts';

export const aSound = (sha256: string, name: string, change: Partial<SoundRecord> = {}): SoundRecord => ({
  sha256,
  name,
  format: 'ogg',
  lengthSeconds: 2.4,
  size: 20_000,
  createdAt: 1_700_000_000_000,
  address: `/v1/sounds/${sha256}`,
  usedBy: { presenceConfigurations: [], serviceChannels: [] },
  ...change,
});

/** `/v1/setup/sounds`, and the files below `/v1/sounds`. */
export class FakeSoundLibrary {
  sounds: SoundRecord[] = [
    aSound('a'.repeat(64), 'two-tone-bell.ogg'),
    aSound('b'.repeat(64), 'harp.mp3', {
      lengthSeconds: 11.8,
      usedBy: { presenceConfigurations: [{ id: 'night', name: 'Night shift' }], serviceChannels: [] },
    }),
  ];
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** The names of the files that were uploaded. */
  readonly uploaded: string[] = [];
  /** The sentence with which the next upload is refused; `null`: it is accepted. */
  refuses: string | null = null;

  /** Whether nothing is answered. */
  isDown = false;

  handlers(address: string): HttpHandler[] {
    const path = `${address}/v1/setup/sounds`;
    return [
      http.all(`${path}*`, () => (this.isDown ? Response.error() : undefined)),
      http.get(path, ({ request }) => page(this.sounds, request)),
      http.post(path, async ({ request }) => {
        const file = (await request.formData()).get('file') as File;
        this.uploaded.push(file.name);
        if (this.refuses !== null)
          return problem(422, this.refuses, {
            errors: [{ pointer: '/file', ...soundFile('tooLong', this.refuses) }],
          });
        const sha256 = String(this.uploaded.length).padStart(64, 'f');
        const sound = aSound(sha256, file.name, { format: 'wav', lengthSeconds: 1, size: file.size });
        this.sounds = [...this.sounds, sound];
        this.files.set(sha256, new Uint8Array(await file.arrayBuffer()));
        return HttpResponse.json(sound, { status: 201 });
      }),
      http.delete<{ sha256: string }>(`${path}/:sha256`, ({ params }) => {
        const { usedBy, name } = this.sounds.find(({ sha256 }) => sha256 === params.sha256)!;
        if (usedBy.presenceConfigurations.length > 0)
          return problem(409, `${name} is used by the presence configuration Night shift.`, { usedBy });
        this.sounds = this.sounds.filter(({ sha256 }) => sha256 !== params.sha256);
        return new HttpResponse(null, { status: 204 });
      }),
      http.get<{ sha256: string }>(`${address}/v1/sounds/:sha256`, ({ params }) => {
        const file = this.files.get(params.sha256);
        return file ? HttpResponse.arrayBuffer(file.buffer) : problem(404, 'There is no such sound.');
      }),
    ];
  }
}
