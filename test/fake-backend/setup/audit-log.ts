import { http, HttpResponse, type HttpHandler } from 'msw';
import type { AuditEntry } from '../../../src/domain/setup/setup-api.ts';

/** `/v1/setup/audit-log`, latest first. */
export class FakeAuditLog {
  readonly entries: AuditEntry[] = [];

  note({
    by,
    assignmentChange = null,
    ...entry
  }: Omit<AuditEntry, 'id' | 'at' | 'by' | 'assignmentChange'> &
    Partial<Pick<AuditEntry, 'assignmentChange'>> & { readonly by: string }): void {
    const [id, at] = [`entry-${this.entries.length}`, Date.UTC(2026, 10, 22, 12, this.entries.length)];
    this.entries.unshift({
      ...entry,
      assignmentChange,
      id,
      at,
      by: { id: by.toLowerCase().replaceAll(' ', '-'), name: by },
    });
  }

  handlers(base: string): HttpHandler[] {
    return [
      http.get(`${base}/audit-log`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        const [resource, record] = [searchParams.get('resource'), searchParams.get('record')];
        const items = this.entries.filter(
          (entry) =>
            (resource === null || entry.resource === resource) &&
            (record === null || entry.record.id === record),
        );
        return HttpResponse.json({ items, next: null } as never);
      }),
    ];
  }
}
