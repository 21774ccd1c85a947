import { Hono, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { fieldMessage, message } from '../../../src/domain/rule-messages.ts';
import * as rules from '../../../src/domain/rules.ts';
import { pageSchema, soundRecordSchema } from '../../../src/domain/setup/setup-api.ts';
import { MAX_SOUND_FILE_SIZE } from '../../../src/domain/alerts/sound-file.ts';
import { soundNameOf, soundNameSchema } from '../../../src/domain/alerts/sound-name.ts';
import { sha256Schema } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import { problem, type Operation } from '../../openapi/operation.ts';
import { ProblemError } from '../../problem.ts';
import type { SoundLibrary, SoundUse, SoundView } from '../../setup/setup.ts';
import { TooBusyError } from '../../sounds/sound-decoding.ts';
import { onlyMethods } from '../methods.ts';
import { formFields, readBody } from '../read-body.ts';
import {
  cursorOf,
  cursorSchema,
  limitSchema,
  parameterMessage,
  readQuery,
  searchSchema,
  type Page,
} from './paging.ts';

/** In bytes: the largest file, its name, and the overhead of the form. */
const MAX_UPLOAD_SIZE = MAX_SOUND_FILE_SIZE + 64 * 1024;
/** How many uploads may be in memory at a time. */
const MAX_UPLOADS = 6;

const fileMissing = () => rules.missing('File');
const uploadSchema = v.strictObject(
  {
    file: v.instance(File, message(fileMissing)),
    name: v.optional(soundNameSchema),
  },
  fieldMessage(rules.noSuchField, fileMissing),
);

const querySchema = v.strictObject(
  {
    search: searchSchema,
    limit: limitSchema,
    cursor: v.optional(cursorSchema(v.strictObject({ name: v.string(), sha256: sha256Schema }))),
  },
  parameterMessage(),
);

const soundAnswer = (what: string) => ({ what, schema: soundRecordSchema });

export const setupSoundOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/setup/sounds',
    summary: 'The custom sounds, in the order of their names.',
    permission: 'customize-application',
    query: querySchema,
    answers: {
      200: { what: 'One page.', schema: pageSchema(soundRecordSchema) },
      400: problem('The query breaks rules.'),
    },
  },
  {
    method: 'post',
    path: '/v1/setup/sounds',
    summary: 'Uploads a sound. It is checked by its content, and stored once.',
    permission: 'customize-application',
    body: {
      type: 'multipart/form-data',
      schema: v.strictObject({ file: v.string(), name: v.exactOptional(soundNameSchema) }),
    },
    answers: {
      200: { ...soundAnswer('The same file was there already; it keeps its name.'), headers: ['Location'] },
      201: { ...soundAnswer('The new sound.'), headers: ['Location'] },
      422: problem('The file is not a valid sound; the detail says why.'),
      503: problem('Too many sounds are being checked at the moment.'),
    },
  },
  {
    method: 'get',
    path: '/v1/setup/sounds/{sha256}',
    summary: 'A custom sound, and where it is used.',
    permission: 'customize-application',
    answers: { 200: soundAnswer('The sound.'), 404: problem('There is no such sound.') },
  },
  {
    method: 'delete',
    path: '/v1/setup/sounds/{sha256}',
    summary: 'Deletes a sound that is not in use.',
    permission: 'customize-application',
    answers: {
      204: { what: 'Deleted.' },
      404: problem('There is no such sound.'),
      409: problem('The sound is in use.', { usedBy: soundRecordSchema.entries.usedBy }),
    },
  },
];

/** `/v1/setup/sounds`: the custom sounds. The files themselves are at `/v1/sounds/{sha256}`. */
export function setupSoundRoutes(sounds: SoundLibrary): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', async (context) => {
      const { search, limit, cursor = null } = readQuery(context, querySchema);
      const { items, next } = await sounds.list({ search, limit, after: cursor });
      const page: Page<SoundView> = { items, next: next && cursorOf(next) };
      return context.json(page);
    })
    .post('/', fewAtOnce(), async (context) => {
      const body = await readBody(context, MAX_UPLOAD_SIZE, 'A sound file may have at most 12 MB.');
      const upload = check(uploadSchema, await formFields(context, body));
      if (!upload.ok)
        throw new ProblemError({
          status: 422,
          detail: 'The upload breaks some rules.',
          errors: upload.violations,
        });
      const { file, name = soundNameOf(file.name) } = upload.value;
      const { subject } = context.var.holder;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const addition = await sounds.add(subject, name, bytes).catch(busy);
      if (addition.kind === 'refused')
        throw new ProblemError({
          status: 422,
          detail: addition.broken.detail,
          errors: [{ pointer: '/file', ...addition.broken }],
        });
      const { kind, sound } = addition;
      const location = `/v1/setup/sounds/${sound.sha256}`;
      return context.json(sound, kind === 'added' ? 201 : 200, { Location: location });
    })
    .all('/', onlyMethods('GET', 'POST'))
    .get('/:sha256', async (context) => {
      const sound = await sounds.find(known(context.req.param('sha256')));
      if (!sound) throw unknown();
      return context.json(sound);
    })
    .delete('/:sha256', async (context) => {
      const sha256 = known(context.req.param('sha256'));
      const removal = await sounds.remove(context.var.holder.subject, sha256);
      switch (removal.kind) {
        case 'removed':
          return context.body(null, 204);
        case 'unknown':
          throw unknown();
        case 'inUse':
          throw inUse(removal.usedBy);
      }
    })
    .all('/:sha256', onlyMethods('GET', 'DELETE'));
  return routes;
}

/** Refuses an upload while too many are in progress, before any of it is read. */
function fewAtOnce(): MiddlewareHandler {
  let underWay = 0;
  return async (_context, next) => {
    if (underWay >= MAX_UPLOADS) busy(new TooBusyError());
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  };
}

function busy(error: unknown): never {
  if (!(error instanceof TooBusyError)) throw error;
  throw new ProblemError({
    status: 503,
    detail: 'Too many sounds are being checked just now; try again soon.',
    headers: { 'Retry-After': '2' },
  });
}

function known(sha256: string): string {
  const named = check(sha256Schema, sha256);
  if (!named.ok) throw unknown();
  return named.value;
}

function unknown(): ProblemError {
  return new ProblemError({ status: 404, detail: 'There is no such sound.' });
}

/** The sentence names a few uses; `usedBy` has all. */
function inUse(usedBy: SoundUse): ProblemError {
  const names = [
    ...usedBy.presenceConfigurations.map(({ name }) => `the presence configuration ${name}`),
    ...usedBy.serviceChannels.map(({ name }) => `the service channel ${name}`),
  ];
  const [few, more] = [names.slice(0, 5), names.length - 5];
  if (more > 0) few.push(`${more} more`);
  const list = [few.slice(0, -1).join(', '), ...few.slice(-1)].filter((part) => part !== '').join(' and ');
  return new ProblemError({ status: 409, detail: `This sound is used by ${list}.`, members: { usedBy } });
}
