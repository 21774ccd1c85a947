import { http, HttpResponse, type HttpHandler } from 'msw';
import { differences, valueAt, type Fields } from '../../../src/domain/pointers.ts';
import {
  presenceConfigurationSchema,
  type PresenceConfiguration,
} from '../../../src/domain/configuration/presence-configuration.ts';
import { developerNameTaken } from '../../../src/domain/rules.ts';
import { check } from '../../../src/domain/violations.ts';
import { invalid, page, problem, versioned } from './answers.ts';
import type { FakeAuditLog } from './audit-log.ts';
import { someConfigurations, type People } from './some-records.ts';

interface Stored {
  readonly configuration: PresenceConfiguration;
  readonly version: number;
}

/** `/v1/setup/presence-configurations`. */
export class FakeConfigurations {
  readonly stored = new Map<string, Stored>(
    someConfigurations().map(([id, configuration]) => [id, { configuration, version: 1 }]),
  );
  /** What was sent to be stored, in order. */
  readonly received: Fields[] = [];
  /** If set, the response instead of the records. */
  instead: ((request: Request) => Response | null) | null = null;
  readonly #people: People;
  readonly #audit: FakeAuditLog;

  constructor(people: People, audit: FakeAuditLog) {
    this.#people = people;
    this.#audit = audit;
  }

  /** Somebody else saves. */
  changeElsewhere(id: string, change: Partial<PresenceConfiguration>): void {
    const stored = this.#find(id);
    this.#store(id, { ...stored.configuration, ...change }, 'Ada Brandt');
  }

  handlers(base: string): HttpHandler[] {
    const path = `${base}/presence-configurations`;
    return [
      http.all(`${path}*`, ({ request }) => this.instead?.(request) ?? undefined),
      http.get(path, ({ request }) => page(this.#rows(), request)),
      http.post(path, async ({ request }) => this.#save(null, request)),
      http.get<{ id: string }>(`${path}/:id`, ({ params }) => this.#answer(params.id)),
      http.put<{ id: string }>(`${path}/:id`, async ({ params, request }) => this.#save(params.id, request)),
      http.delete<{ id: string }>(`${path}/:id`, ({ params }) => {
        if (params.id === 'default')
          return problem(409, 'The Default Presence Configuration cannot be deleted.');
        this.stored.delete(params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    ];
  }

  #rows() {
    const at = (id: string) => (row: { assignedTo: { id: string } | null }) => row.assignedTo?.id === id;
    return [...this.stored].map(([id, { configuration }], index) => ({
      id,
      name: configuration.name,
      developerName: configuration.developerName,
      isDefault: id === 'default',
      users: this.#people.users.filter(at(id)).length,
      profiles: this.#people.profiles.filter(at(id)).length,
      changedAt: Date.UTC(2026, 10, 18 - index, 15, 20),
    }));
  }

  async #save(id: string | null, request: Request): Promise<Response> {
    const fields = (await request.json()) as Fields;
    this.received.push(fields);
    const known = id === null ? null : this.#find(id);
    const version = known && `"${known.version}"`;
    if (known && request.headers.get('if-match') !== version) return this.#stale(known);
    const checked = check(presenceConfigurationSchema, fields);
    if (!checked.ok) return invalid(checked.violations);
    const taken = [...this.stored].some(
      ([other, { configuration }]) =>
        other !== id &&
        configuration.developerName.toLowerCase() === checked.value.developerName.toLowerCase(),
    );
    if (taken)
      return invalid([{ pointer: '/developerName', ...developerNameTaken('presence configuration') }]);
    const saved = id ?? `configuration-${this.stored.size}`;
    this.#store(saved, checked.value, 'Root Admin');
    return this.#answer(saved, id === null ? 201 : 200);
  }

  #store(id: string, configuration: PresenceConfiguration, by: string): void {
    const before = this.stored.get(id);
    this.stored.set(id, { configuration, version: (before?.version ?? 0) + 1 });
    const from = before?.configuration ?? {};
    this.#audit.note({
      by,
      action: before ? 'changed' : 'created',
      resource: 'presence-configurations',
      record: { id, name: configuration.name },
      changes: differences(from, configuration).map((pointer) => ({
        pointer,
        from: valueAt(from, pointer) ?? null,
        to: valueAt(configuration, pointer) ?? null,
      })),
    });
  }

  #stale({ configuration, version }: Stored): Response {
    const last = this.#audit.entries[0];
    return problem(412, 'Somebody has changed this presence configuration meanwhile.', {
      current: { id: 'current', isDefault: false, configuration },
      version: `"${version}"`,
      changes: last?.changes.map((change) => ({ ...change, by: last.by, at: last.at })) ?? [],
    });
  }

  #answer(id: string, status = 200): Response {
    const { configuration, version } = this.#find(id);
    return versioned({ id, isDefault: id === 'default', configuration }, version, status);
  }

  #find(id: string): Stored {
    const stored = this.stored.get(id);
    if (!stored) throw new Error(`There is no presence configuration ${id}.`);
    return stored;
  }
}
