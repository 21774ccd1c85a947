import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { message } from '../../../src/domain/rule-messages.ts';
import * as rules from '../../../src/domain/rules.ts';
import { presenceConfigurationSchema } from '../../../src/domain/configuration/presence-configuration.ts';
import {
  pageSchema,
  presenceConfigurationRecordSchema,
  presenceConfigurationRowSchema,
  profileRowSchema,
  setupRecordSchemas,
  usedBySchema,
  usesSchema,
  userRowSchema,
} from '../../../src/domain/setup/setup-api.ts';
import { idSchema } from '../../../src/domain/values.ts';
import { problem, staleProblem, type Operation } from '../../openapi/operation.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import type { RecordKind } from '../../database/records/record-kind.ts';
import { unknown } from '../../setup/refusals.ts';
import { setupResources, type ResourceName, type SetupResourceOf } from '../../setup/resources.ts';
import type { RecordStore, VersionedRecord } from '../../setup/setup.ts';
import { entityTagOf } from '../../setup/stored-records.ts';
import { matchesEntityTag } from '../entity-tag.ts';
import { onlyMethods } from '../methods.ts';
import { limitBodyTo, readJson } from '../read-json.ts';
import {
  cursorOf,
  cursorSchema,
  limitSchema,
  parameterMessage,
  readQuery,
  searchSchema,
  type Page,
} from './paging.ts';
import { idIn, knownVersion } from './record-version.ts';

/** In kB: a queue may have 20,000 members. */
const MAX_RECORD_SIZE = 2048;

/** What the routes need to know of a resource. */
type Listed = Pick<SetupResourceOf, 'sorts' | 'filters'> & { readonly kind: Pick<RecordKind, 'word'> };

/** The query of a list: the common parameters, and the resource's own orders and filters. */
function listQuery({ sorts = {}, filters = {} }: Listed) {
  const orders = ['name', ...Object.keys(sorts)];
  const key = v.union([v.string(), v.pipe(v.number(), v.safeInteger())]);
  const common = v.strictObject(
    {
      search: searchSchema,
      sort: v.optional(v.picklist(orders, message(rules.oneOf, 'Sort', orders.join(' or '))), 'name'),
      limit: limitSchema,
      cursor: v.optional(cursorSchema(v.strictObject({ id: idSchema, key }))),
    },
    parameterMessage(),
  );
  const flags = Object.keys(filters).map((filter) => [
    filter,
    v.optional(v.literal('true', message(rules.trueOrAbsent))),
  ]);
  // The compiler does not know the flags: they are read by name.
  const entries = { ...common.entries, ...Object.fromEntries(flags) } as typeof common.entries;
  return v.strictObject(entries, parameterMessage());
}

const usedBy = v.exactOptional(usedBySchema);

const presenceConfiguration = {
  fields: presenceConfigurationSchema,
  record: presenceConfigurationRecordSchema,
  row: presenceConfigurationRowSchema,
};
const rowSchemas: Partial<Record<ResourceName, v.GenericSchema>> = {
  users: userRowSchema,
  profiles: profileRowSchema,
};

/** The schemas of a resource: in requests, in responses, and in lists. */
function shapesOf(name: ResourceName): {
  fields: v.GenericSchema;
  record: v.GenericSchema;
  row: v.GenericSchema;
} {
  if (name === 'presence-configurations') return presenceConfiguration;
  const fields = setupRecordSchemas[name];
  const record = v.strictObject({ id: idSchema, ...fields.entries });
  return { fields, record, row: rowSchemas[name] ?? record };
}

/** The operations of one resource. */
export function recordOperations(name: ResourceName): Operation[] {
  const resource: Listed = setupResources[name];
  const { word } = resource.kind;
  const { fields, record, row } = shapesOf(name);
  const path = `/v1/setup/${name}`;
  const permission = 'customize-application';
  const found = { what: `The ${word}.`, schema: record, headers: ['ETag'] as const };
  const created = { ...found, headers: ['ETag', 'Location'] as const };
  const refused = {
    409: problem('The record is built in, kept for ever, or needed unchanged by something else.', { usedBy }),
    422: problem('The record breaks rules.'),
  };
  const unknownOne = { 404: problem(`There is no such ${word}.`) };
  const ifMatch = (required: boolean) => ({
    'If-Match': { what: `The ETag of the ${word} as the caller knows it.`, required },
  });
  return [
    {
      method: 'get',
      path,
      permission,
      query: listQuery(resource),
      summary: `Lists or searches, by name: every ${word}.`,
      answers: {
        200: { what: 'One page.', schema: pageSchema(row) },
        400: problem('The query breaks rules.'),
      },
    },
    {
      method: 'post',
      path,
      permission,
      body: { schema: fields },
      summary: `Creates a ${word}.`,
      answers: { 201: created, ...refused },
    },
    {
      method: 'get',
      path: `${path}/{id}`,
      permission,
      summary: `Reads a ${word}.`,
      headers: { 'If-None-Match': { what: 'The ETag of the version that the caller has.', required: false } },
      answers: {
        200: found,
        304: { what: 'The caller has the present version.', headers: ['ETag'] },
        ...unknownOne,
      },
    },
    {
      method: 'get',
      path: `${path}/{id}/uses`,
      permission,
      summary: `Where a ${word} is used, and whether it can be deleted: to ask before it is tried.`,
      answers: {
        200: { what: 'What DELETE would answer at this moment.', schema: usesSchema },
        ...unknownOne,
      },
    },
    {
      method: 'put',
      path: `${path}/{id}`,
      permission,
      body: { schema: fields },
      summary: `Replaces all fields of a ${word}; with If-None-Match: * creates one of this id.`,
      headers: {
        ...ifMatch(false),
        'If-None-Match': { what: '*, to create a record with this id instead.', required: false },
      },
      answers: {
        200: found,
        201: created,
        ...unknownOne,
        ...refused,
        412: staleProblem,
        428: problem('If-Match is missing.'),
      },
    },
    {
      method: 'delete',
      path: `${path}/{id}`,
      permission,
      summary: `Deletes a ${word} that nothing uses.`,
      headers: ifMatch(false),
      answers: { 204: { what: 'Deleted.' }, ...unknownOne, 409: refused[409], 412: staleProblem },
    },
  ];
}

/** `/v1/setup/<resource>`: the records of one resource. */
export function recordRoutes(name: ResourceName, records: RecordStore): Hono<WithHolder> {
  const resource: Listed = setupResources[name];
  const { word } = resource.kind;
  const query = listQuery(resource);
  const routes = new Hono<WithHolder>();
  const bounded = limitBodyTo(MAX_RECORD_SIZE);
  routes
    .get('/', async (context) => {
      const { cursor = null, search, sort, limit, ...flags } = readQuery(context, query);
      const filters = Object.keys(flags);
      const { items, next, total } = await records.list({ search, sort, filters, limit, after: cursor });
      const page: Page<object> = { items, next: next && cursorOf(next), total };
      return context.json(page);
    })
    .post('/', bounded, async (context) => {
      const created = await records.create(context.var.holder.subject, await readJson(context));
      return answer(context, name, created, 201);
    })
    .all('/', onlyMethods('GET', 'POST'))
    .get('/:id', async (context) => {
      const found = await records.find(idIn(context, word));
      if (!found) throw unknown(word);
      return answer(context, name, found);
    })
    .put('/:id', bounded, async (context) => {
      const id = idIn(context, word);
      const { subject } = context.var.holder;
      if (context.req.header('If-None-Match') === '*')
        return answer(context, name, await records.create(subject, await readJson(context), id), 201);
      const version = knownVersion(context);
      return answer(context, name, await records.replace(subject, id, version, await readJson(context)));
    })
    .delete('/:id', async (context) => {
      await records.remove(context.var.holder.subject, idIn(context, word), knownVersion(context));
      return context.body(null, 204);
    })
    .all('/:id', onlyMethods('GET', 'PUT', 'DELETE'))
    .get('/:id/uses', async (context) => {
      const uses = await records.uses(idIn(context, word));
      if (!uses) throw unknown(word);
      context.header('Cache-Control', 'private, no-cache');
      return context.json(uses);
    })
    .all('/:id/uses', onlyMethods('GET'));
  return routes;
}

function answer(
  context: Context,
  name: ResourceName,
  { id, record, version }: VersionedRecord,
  status: 200 | 201 = 200,
): Response {
  const entityTag = entityTagOf(version);
  context.header('ETag', entityTag);
  context.header('Cache-Control', 'private, no-cache');
  if (status === 201) context.header('Location', `/v1/setup/${name}/${id}`);
  if (context.req.method === 'GET' && matchesEntityTag(context.req.header('If-None-Match'), entityTag))
    return context.body(null, 304);
  return context.json(record, status);
}
