import { http, HttpResponse, type HttpHandler } from 'msw';
import * as v from 'valibot';
import { importRequestSchema } from '../../../src/domain/import/import-api.ts';
import type { Choices } from '../../../src/domain/import/import-plan.ts';
import { problem } from './answers.ts';
import { somePlan } from './some-plan.ts';

/** `import`, `changes` and `export`. Whatever is uploaded, the plan is the same. */
export class FakeImports {
  /** The paths of uploaded files. */
  readonly uploaded: string[] = [];
  /** The choices of what was applied. */
  readonly applied: Choices[] = [];
  undone = 0;
  /** Whether somebody changes Setup before the next import is applied. */
  isStale = false;

  handlers(base: string): HttpHandler[] {
    return [
      http.post(`${base}/import`, async ({ request }) => {
        const isPlan = new URL(request.url).searchParams.has('plan');
        if (request.headers.get('content-type')?.startsWith('multipart/')) {
          const files = (await request.formData()).getAll('file');
          this.uploaded.push(...files.map((file) => (file as File).name));
          return HttpResponse.json(somePlan());
        }
        const { choices } = v.parse(importRequestSchema, await request.json());
        const plan = somePlan(choices);
        if (isPlan) {
          this.isStale = false;
          return HttpResponse.json(plan);
        }
        if (this.isStale)
          return problem(
            409,
            'Setup has changed since the plan was made: Lunch (Root). Look at the plan again.',
          );
        this.applied.push(choices);
        return HttpResponse.json({ changeId: 'change', applied: 4, moved: plan.moves });
      }),
      http.post(`${base}/changes/change/undo`, () => {
        this.undone += 1;
        return HttpResponse.json({ changeId: 'change', undone: 4 });
      }),
      http.get(
        `${base}/export`,
        () => new HttpResponse(new Blob(['PK']), { headers: { 'Content-Type': 'application/zip' } }),
      ),
    ];
  }
}
