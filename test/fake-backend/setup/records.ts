import { http, HttpResponse, type HttpHandler } from 'msw';
import { differences, valueAt, type Fields } from '../../../src/domain/pointers.ts';
import { setupRecordSchemas, type SetupResource } from '../../../src/domain/setup/setup-api.ts';
import type { Overview } from '../../../src/domain/setup/overview.ts';
import { check } from '../../../src/domain/violations.ts';
import { invalid, page, problem, versioned } from './answers.ts';
import type { FakeAuditLog } from './audit-log.ts';
import type { People } from './some-records.ts';

type Kept = Record<string, Record<string, object>>;

/** Every other resource of Setup. */
export class FakeRecords {
  readonly kept: Kept;
  /** What was sent to be stored, with its resource. */
  readonly received: { readonly resource: string; readonly fields: Fields }[] = [];
  /** Records that cannot be deleted, with their uses. */
  readonly usedBy = new Map<string, { kind: string; id: string; name: string }[]>();
  /** Called with each request for a list. */
  seen: (request: Request) => void = () => undefined;
  overview: Overview = {
    presenceConfigurations: 5,
    reps: 7,
    repsByDefault: 3,
    queues: 1,
    sounds: 2,
    problems: [
      { problem: 'queueWithoutMembers', records: [{ id: 'refunds', name: 'Refunds' }], total: 1 },
      { problem: 'soundNotUsed', records: [{ id: 'a'.repeat(64), name: 'two-tone-bell.ogg' }], total: 3 },
    ],
  };
  /** If set, the response instead of the records. */
  instead: ((request: Request) => Response | null) | null = null;
  readonly #people: People;
  readonly #audit: FakeAuditLog;
  readonly #versions = new Map<string, number>();

  constructor(kept: Kept, people: People, audit: FakeAuditLog) {
    this.kept = kept;
    this.#people = people;
    this.#audit = audit;
  }

  /** Somebody else saves. */
  changeElsewhere(resource: string, id: string, change: object): void {
    this.kept[resource] = { ...this.#of(resource), [id]: { ...this.#of(resource)[id], ...change } };
    this.#versions.set(id, this.#version(id) + 1);
  }

  /** Every record with its name. */
  named(): { resource: string; id: string; name: string }[] {
    return ['users', 'profiles', ...Object.keys(this.kept)].flatMap((resource) =>
      this.#rows(resource).map(({ id, name, label = '' }) => ({ resource, id, name: name ?? label })),
    );
  }

  handlers(base: string): HttpHandler[] {
    interface One {
      resource: SetupResource;
      id: string;
    }
    return [
      http.get(`${base}/overview`, () => HttpResponse.json(this.overview as never)),
      http.all(`${base}/*`, ({ request }) => this.instead?.(request) ?? undefined),
      http.get<{ resource: string }>(`${base}/:resource`, ({ params, request }) => {
        this.seen(request);
        return page(this.#filtered(this.#rows(params.resource), request), request);
      }),
      http.post<{ resource: SetupResource }>(`${base}/:resource`, async ({ params, request }) =>
        this.#save(params.resource, null, request),
      ),
      http.get<{ id: string }>(`${base}/queues/:id/members`, ({ params }) => {
        const { memberIds } = this.#of('queues')[params.id] as { memberIds: string[] };
        const users = this.#people.users.filter(({ id }) => memberIds.includes(id));
        return HttpResponse.json({ users } as never);
      }),
      http.get<One & Record<string, string>>(`${base}/:resource/:id/uses`, ({ params }) => {
        const usedBy = this.usedBy.get(params.id) ?? [];
        return HttpResponse.json({ obstacle: usedBy.length > 0 ? 'It is still used.' : null, usedBy });
      }),
      http.get<One & Record<string, string>>(`${base}/:resource/:id`, ({ params }) =>
        this.#answer(params.resource, params.id),
      ),
      http.put<One & Record<string, string>>(`${base}/:resource/:id`, async ({ params, request }) =>
        this.#save(params.resource, params.id, request),
      ),
      http.delete<One & Record<string, string>>(`${base}/:resource/:id`, ({ params }) => {
        const usedBy = this.usedBy.get(params.id);
        if (usedBy) return problem(409, 'It is still used.', { usedBy });
        this.kept[params.resource] = Object.fromEntries(
          Object.entries(this.#of(params.resource)).filter(([id]) => id !== params.id),
        );
        return new HttpResponse(null, { status: 204 });
      }),
    ];
  }

  #rows(resource: string): { id: string; name?: string; label?: string }[] {
    if (resource === 'users') return this.#people.users;
    if (resource === 'profiles') return this.#people.profiles;
    return Object.entries(this.#of(resource)).map(([id, fields]) => ({ id, ...fields }));
  }

  #filtered(rows: { id: string; name?: string }[], { url }: Request): { id: string; name?: string }[] {
    const { searchParams } = new URL(url);
    const { nickname, alias } = this.#people.blank;
    return rows.filter(
      ({ id }) =>
        (!searchParams.has('withoutNickname') || nickname.includes(id)) &&
        (!searchParams.has('withoutAlias') || alias.includes(id)),
    );
  }

  async #save(resource: SetupResource, id: string | null, request: Request): Promise<Response> {
    const fields = (await request.json()) as Fields;
    this.received.push({ resource, fields });
    if (id !== null && request.headers.get('if-match') !== `"${this.#version(id)}"`)
      return problem(412, 'Somebody has changed this record meanwhile.', {
        current: { id, ...this.#of(resource)[id] },
        version: `"${this.#version(id)}"`,
        changes: [],
      });
    const checked = check(setupRecordSchemas[resource], fields);
    if (!checked.ok) return invalid(checked.violations);
    const saved = id ?? `${resource}-${this.received.length}`;
    const before: Fields = { ...this.#of(resource)[saved] };
    this.kept[resource] = { ...this.#of(resource), [saved]: checked.value };
    this.#versions.set(saved, this.#version(saved) + 1);
    this.#audit.note({
      by: 'Root Admin',
      action: id === null ? 'created' : 'changed',
      resource,
      record: { id: saved, name: saved },
      changes: differences(before, checked.value).map((pointer) => ({
        pointer,
        from: valueAt(before, pointer) ?? null,
        to: valueAt(checked.value, pointer) ?? null,
      })),
    });
    return this.#answer(resource, saved, id === null ? 201 : 200);
  }

  #answer(resource: string, id: string, status = 200): Response {
    const fields = this.#of(resource)[id];
    if (!fields) return problem(404, 'There is no such record.');
    return versioned({ id, ...fields }, this.#version(id), status);
  }

  #of(resource: string): Record<string, object> {
    return this.kept[resource] ?? {};
  }

  #version(id: string): number {
    return this.#versions.get(id) ?? 1;
  }
}
