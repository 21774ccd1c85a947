import { http, HttpResponse, type HttpHandler } from 'msw';
import type { AuditEntry, NamedInChange } from '../../../src/domain/setup/setup-api.ts';

/** `/v1/setup/audit-log`, latest first. */
export class FakeAuditLog {
  readonly entries: AuditEntry[] = [];
  /** The records that a change may refer to. */
  named: () => readonly NamedInChange[] = () => [];

  note({
    by,
    assignmentChange = null,
    ...entry
  }: Omit<AuditEntry, 'id' | 'at' | 'by' | 'names' | 'assignmentChange'> &
    Partial<Pick<AuditEntry, 'assignmentChange'>> & { readonly by: string }): void {
    const [id, at] = [`entry-${this.entries.length}`, Date.UTC(2026, 10, 22, 12, this.entries.length)];
    this.entries.unshift({
      ...entry,
      names: this.#namesIn(entry.changes),
      assignmentChange,
      id,
      at,
      by: { id: by.toLowerCase().replaceAll(' ', '-'), name: by },
    });
  }

  markUndone(change: string): void {
    for (const [index, entry] of this.entries.entries())
      if (entry.assignmentChange?.id === change)
        this.entries[index] = { ...entry, assignmentChange: { id: change, isUndone: true } };
  }

  #namesIn(changes: AuditEntry['changes']): NamedInChange[] {
    const texts = new Set(changes.flatMap(({ from, to }) => textsIn([from, to])));
    return this.named().filter(({ id }) => texts.has(id));
  }

  handlers(base: string): HttpHandler[] {
    return [
      http.get(`${base}/audit-log`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        const [resource, record] = [searchParams.get('resource'), searchParams.get('record')];
        const search = (searchParams.get('search') ?? '').toLowerCase();
        const action = searchParams.get('action');
        const items = this.entries.filter(
          (entry) =>
            (moved(entry, resource, record) ||
              ((resource === null || entry.resource === resource) &&
                (record === null || entry.record.id === record))) &&
            (action === null || entry.action === action) &&
            `${entry.by.name} ${entry.record.name}`.toLowerCase().includes(search),
        );
        return HttpResponse.json({ items, next: null } as never);
      }),
    ];
  }
}

/** Whether it moved somebody to or from this presence configuration. */
function moved(
  { assignmentChange, changes: [change] }: AuditEntry,
  resource: string | null,
  record: string | null,
): boolean {
  const at = (place: unknown) => (place as { readonly id: string } | null)?.id === record;
  return (
    resource === 'presence-configurations' &&
    record !== null &&
    assignmentChange !== null &&
    (at(change?.from) || at(change?.to))
  );
}

/** Every text within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
