import * as v from 'valibot';
import type { Fields } from '../domain/pointers.ts';
import {
  importResultSchema,
  importUndoneSchema,
  type ImportResult,
  type ImportUndone,
} from '../domain/import/import-api.ts';
import { importPlanSchema, type Choices, type ImportPlan } from '../domain/import/import-plan.ts';
import {
  assignedSchema,
  assignmentChangeSchema,
  auditEntrySchema,
  pageSchema,
  presenceConfigurationRowSchema,
  profileRowSchema,
  queueMembersSchema,
  soundRecordSchema,
  userConfigurationSchema,
  userRowSchema,
  usesSchema,
  type Assigned,
  type AssignmentChange,
  type Assignments,
  type AuditEntry,
  type RecordUses,
  type SetupResource,
  type SoundRecord,
  type Stale,
  type UserConfiguration,
  type UserRow,
} from '../domain/setup/setup-api.ts';
import { overviewSchema, type Overview } from '../domain/setup/overview.ts';
import { NO_ANSWER } from '../domain/setup/no-answer.ts';
import { idSchema, type Id } from '../domain/values.ts';
import type { ChangingHttp, Sending } from '../platform/network/http.ts';
import { problemIn, SetupProblem } from './problem.ts';

/** The kinds of record that an administrator can edit. */
export type Resource = 'presence-configurations' | SetupResource;

/** A row of a list: id, name, and whatever else the list contains. */
export type Row = Fields & { readonly id: Id; readonly name: string };

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the next page; `null` on the last one. */
  readonly next: string | null;
  /** The total count; `null` if the server does not report it. */
  readonly total: number | null;
}

/** A record as stored on the server. */
export interface Found {
  readonly id: Id;
  readonly isDefault: boolean;
  readonly fields: Fields;
  /** Its entity tag, as received. */
  readonly version: string | null;
}

export interface ListQuery {
  readonly search?: string;
  readonly cursor?: string | null;
  readonly [filter: string]: string | null | undefined;
}

const recordSchema = v.looseObject({ id: idSchema });
/** The name of a record is its name or its label. */
const rowSchema = v.pipe(
  recordSchema,
  v.transform((row): Row => ({ ...row, name: textIn(row.name) ?? textIn(row.label) ?? row.id })),
);
const rowSchemas: Partial<Record<Resource, v.GenericSchema<unknown, unknown>>> = {
  'presence-configurations': presenceConfigurationRowSchema,
  users: userRowSchema,
  profiles: profileRowSchema,
};

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const PAGE = 100;

/** Client of `/v1/setup`: validates every response, and throws unsuccessful ones as `SetupProblem`. */
export class SetupClient {
  readonly #http: ChangingHttp;

  constructor(http: ChangingHttp) {
    this.#http = http;
  }

  async list(resource: Resource, query: ListQuery = {}): Promise<Page<Row>> {
    const rows = v.pipe(v.unknown(), rowSchemas[resource] ?? v.unknown(), rowSchema);
    return this.#page(resource, query, rows);
  }

  /** Fetches all pages of a list. */
  async all(resource: Resource, filters: ListQuery = {}): Promise<Row[]> {
    const rows: Row[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Row> = await this.list(resource, { ...filters, cursor });
      rows.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return rows;
  }

  async read(resource: Resource, id: Id): Promise<Found> {
    const answer = await this.#ask(pathOf(resource, id));
    return found(resource, await bodyOf(answer), answer.headers.get('etag'));
  }

  async create(resource: Resource, fields: Fields): Promise<Found> {
    const answer = await this.#send('POST', pathOf(resource), json(fields));
    return found(resource, await bodyOf(answer), answer.headers.get('etag'));
  }

  async change(resource: Resource, id: Id, fields: Fields, version: string | null): Promise<Found> {
    const answer = await this.#send('PUT', pathOf(resource, id), json(fields, version));
    return found(resource, await bodyOf(answer), answer.headers.get('etag'));
  }

  async remove(resource: Resource | 'sounds', id: Id, version: string | null): Promise<void> {
    const headers = version === null ? {} : { 'if-match': version };
    await this.#send('DELETE', pathOf(resource, id), { headers });
  }

  async overview(): Promise<Overview> {
    return v.parse(overviewSchema, await bodyOf(await this.#ask('v1/setup/overview')));
  }

  /** Where a record is used, and whether it can be deleted. */
  async uses(resource: Resource, id: Id): Promise<RecordUses> {
    const answer = await this.#ask(`${pathOf(resource, id)}/uses`);
    return v.parse(usesSchema, await bodyOf(answer));
  }

  /** The assignments of a presence configuration, and their version. */
  async assigned(id: Id): Promise<Assigned & { readonly version: string | null }> {
    const answer = await this.#ask(`${pathOf('presence-configurations', id)}/assignments`);
    const assigned = v.parse(assignedSchema, await bodyOf(answer));
    return { ...assigned, version: answer.headers.get('etag') };
  }

  async assign(id: Id, assignments: Assignments, version: string | null): Promise<AssignmentChange> {
    const path = `${pathOf('presence-configurations', id)}/assignments`;
    const answer = await this.#send('PUT', path, json(assignments, version));
    return v.parse(assignmentChangeSchema, await bodyOf(answer));
  }

  async undo(changeId: Id): Promise<void> {
    await this.#send('POST', `v1/setup/assignment-changes/${encodeURIComponent(changeId)}/undo`, {});
  }

  /** The members of a queue, with names. */
  async members(id: Id): Promise<UserRow[]> {
    const answer = await this.#ask(`${pathOf('queues', id)}/members`);
    return v.parse(queueMembersSchema, await bodyOf(answer)).users;
  }

  /** A user's effective configuration as a rep, and how it is assigned. */
  async userConfiguration(id: Id): Promise<UserConfiguration> {
    const answer = await this.#ask(`${pathOf('users', id)}/effective-configuration`);
    return v.parse(userConfigurationSchema, await bodyOf(answer));
  }

  audit(query: ListQuery): Promise<Page<AuditEntry>> {
    return this.#page('audit-log', query, auditEntrySchema);
  }

  sounds(cursor: string | null = null): Promise<Page<SoundRecord>> {
    return this.#page('sounds', { cursor }, soundRecordSchema);
  }

  async upload(file: File): Promise<SoundRecord> {
    const body = new FormData();
    body.set('file', file);
    const answer = await this.#send('POST', 'v1/setup/sounds', { body });
    return v.parse(soundRecordSchema, await bodyOf(answer));
  }

  /** The file of a sound. */
  async soundFile({ address }: Pick<SoundRecord, 'address'>): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await (await this.#ask(address)).arrayBuffer());
  }

  /** Plans the import of these files. */
  async planImport(
    files: readonly { readonly path: string; readonly file: File }[],
    signal: AbortSignal,
  ): Promise<ImportPlan> {
    const body = new FormData();
    for (const { path, file } of files) body.append('file', file, path);
    return planIn(await this.#send('POST', 'v1/setup/import?plan', { body, signal }));
  }

  async replanImport(plan: Id, choices: Choices): Promise<ImportPlan> {
    return planIn(await this.#send('POST', 'v1/setup/import?plan', json({ plan, choices })));
  }

  async applyImport(plan: Id, choices: Choices): Promise<ImportResult> {
    const answer = await this.#send('POST', 'v1/setup/import', json({ plan, choices }));
    return v.parse(importResultSchema, await bodyOf(answer));
  }

  async undoImport(changeId: Id): Promise<ImportUndone> {
    const answer = await this.#send('POST', `v1/setup/changes/${encodeURIComponent(changeId)}/undo`, {});
    return v.parse(importUndoneSchema, await bodyOf(answer));
  }

  /** Setup as metadata, in a zip. */
  async exported(format: 'sfdx' | 'metadata'): Promise<Blob> {
    return (await this.#ask(`v1/setup/export?format=${format}`)).blob();
  }

  async #page<Schema extends v.GenericSchema>(
    resource: string,
    { cursor, ...filters }: ListQuery,
    item: Schema,
  ): Promise<Page<v.InferOutput<Schema>>> {
    const query = new URLSearchParams({ limit: String(PAGE) });
    for (const [name, value] of Object.entries({ ...filters, cursor })) if (value) query.set(name, value);
    const answer = await this.#ask(`v1/setup/${resource}?${query.toString()}`);
    const { items, next, total } = v.parse(pageSchema(item), await bodyOf(answer));
    return { items, next, total: total ?? null };
  }

  #ask(path: string): Promise<Response> {
    return succeeded(this.#http.get(path, { cache: 'no-store' }));
  }

  #send(method: 'POST' | 'PUT' | 'DELETE', path: string, sending: Sending): Promise<Response> {
    return succeeded(this.#http.send(method, path, sending));
  }
}

/** The fields of a record in a response: those of a presence configuration are nested. */
function fieldsOf(resource: Resource, body: unknown): Fields {
  const { id: _, version: __, ...fields } = v.parse(v.looseObject({}), body);
  return resource === 'presence-configurations' && 'configuration' in fields
    ? v.parse(v.looseObject({}), fields.configuration)
    : fields;
}

/** The present fields of the record for which a stale version was rejected. */
export function currentOf(resource: Resource, { current }: Stale): Fields {
  return fieldsOf(resource, current);
}

function found(resource: Resource, body: unknown, version: string | null): Found {
  const record = v.parse(recordSchema, body);
  return { id: record.id, isDefault: record.isDefault === true, fields: fieldsOf(resource, body), version };
}

function pathOf(resource: Resource | 'sounds', id?: Id): string {
  return `v1/setup/${resource}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`;
}

function json(body: object, version: string | null = null): Sending {
  const headers = { 'content-type': 'application/json', ...(version !== null && { 'if-match': version }) };
  return { headers, body: JSON.stringify(body) };
}

async function succeeded(asking: Promise<Response>): Promise<Response> {
  const answer = await asking.catch((error: unknown) => {
    throw new SetupProblem(NO_ANSWER, { cause: error });
  });
  if (!answer.ok) throw await problemIn(answer);
  return answer;
}

async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json();
}

async function planIn(answer: Response): Promise<ImportPlan> {
  return v.parse(importPlanSchema, await bodyOf(answer));
}
