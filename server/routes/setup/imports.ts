import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import {
  importRequestSchema,
  importResultSchema,
  importUndoneSchema,
} from '../../../src/domain/import/import-api.ts';
import { importPlanSchema } from '../../../src/domain/import/import-plan.ts';
import { message } from '../../../src/domain/rule-messages.ts';
import * as rules from '../../../src/domain/rules.ts';
import { check } from '../../../src/domain/violations.ts';
import type { WithHolder } from '../../auth/require-permission.ts';
import { exportFormats } from '../../metadata/export-zip.ts';
import { MAX_UPLOAD } from '../../metadata/limits.ts';
import type { UploadedFile } from '../../metadata/read-zip.ts';
import { problem, type Operation } from '../../openapi/operation.ts';
import { ProblemError } from '../../problem.ts';
import { invalid } from '../../setup/refusals.ts';
import type { ImportStore } from '../../setup/setup.ts';
import { onlyMethods } from '../methods.ts';
import { formFields, readBody } from '../read-body.ts';
import { parameterMessage, readQuery } from './paging.ts';
import { idIn } from './record-version.ts';

const querySchema = v.strictObject({ plan: v.optional(v.picklist(['', 'true'])) }, parameterMessage());
const exportQuerySchema = v.strictObject(
  {
    format: v.optional(
      v.picklist(exportFormats, message(rules.oneOf, 'Format', exportFormats.join(' or '))),
      'sfdx',
    ),
  },
  parameterMessage(),
);
const planned = { plan: importPlanSchema };

export const importOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/setup/import',
    summary: 'Plans an import of Salesforce metadata, or applies a plan.',
    description:
      'With `plan` in the query nothing is written: the body has files (`multipart/form-data`, each as `file` with its relative path as the file name), or is a zip (`application/zip`), or is JSON with an earlier plan and choices, to plan it again. Without it the body is JSON with a plan and choices: the plan is applied in one transaction. A plan is its maker’s, is kept for a day, and the five latest of each maker are kept.',
    permission: 'customize-application',
    query: querySchema,
    body: { schema: importRequestSchema },
    answers: {
      200: {
        what: 'With `plan` in the query the plan, otherwise what was written.',
        schema: v.union([importPlanSchema, importResultSchema]),
      },
      400: problem('The body cannot be read.'),
      404: problem('There is no such plan.'),
      409: problem('Setup has changed since the plan was made: the plan for Setup as it is now.', planned),
      413: problem('The files are too large.'),
      422: problem('Choices are needed, or a record breaks rules.', { plan: v.optional(importPlanSchema) }),
    },
  },
  {
    method: 'get',
    path: '/v1/setup/export',
    summary: 'Setup as Salesforce metadata: a project (sfdx) or a package (metadata).',
    description:
      'What came with an import and has no place here is written back. `report.json` in the zip names what metadata cannot express.',
    permission: 'customize-application',
    query: exportQuerySchema,
    answers: {
      200: { what: 'A zip.', type: 'application/zip' },
      400: problem('The query breaks rules.'),
    },
  },
  {
    method: 'post',
    path: '/v1/setup/changes/{id}/undo',
    summary: 'Puts back everything that an import wrote, once.',
    permission: 'customize-application',
    answers: {
      200: { what: 'How many records were put back.', schema: importUndoneSchema },
      404: problem('There is no such import.'),
      409: problem('It was undone already, or something that it wrote has been changed or used since.'),
    },
  },
];

/** `/v1/setup/import`: plans an import, and applies a plan. */
export function importRoutes(imports: ImportStore): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .post('/', async (context) => {
      const isPlan = readQuery(context, querySchema).plan !== undefined;
      const { subject } = context.var.holder;
      const body = await readBody(context, MAX_UPLOAD, 'The files of an import may have at most 64 MB.');
      const type = (context.req.header('Content-Type') ?? '').toLowerCase();
      if (isPlan && type.startsWith('application/zip'))
        return context.json(await imports.plan(subject, [{ path: 'upload.zip', bytes: body }]));
      if (isPlan && type.startsWith('multipart/form-data'))
        return context.json(await imports.plan(subject, await filesIn(context, body)));
      const request = check(importRequestSchema, parsed(body));
      if (!request.ok) throw invalid('request', request.violations);
      const { plan, choices } = request.value;
      return context.json(
        await (isPlan ? imports.replan(subject, plan, choices) : imports.apply(subject, plan, choices)),
      );
    })
    .all('/', onlyMethods('POST'));
  return routes;
}

/** `/v1/setup/export`: Setup as metadata. */
export function exportRoutes(imports: Pick<ImportStore, 'exported'>): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .get('/', async (context) => {
      const { format } = readQuery(context, exportQuerySchema);
      context.header('Content-Type', 'application/zip');
      context.header('Content-Disposition', `attachment; filename="omni-channel-${format}.zip"`);
      return context.body(await imports.exported(format));
    })
    .all('/', onlyMethods('GET'));
  return routes;
}

/** `/v1/setup/changes/{id}/undo`: undoes an import. */
export function importChangeRoutes(imports: ImportStore): Hono<WithHolder> {
  const routes = new Hono<WithHolder>();
  routes
    .post('/:id/undo', async (context) =>
      context.json(await imports.undo(context.var.holder.subject, idIn(context, 'import'))),
    )
    .all('/:id/undo', onlyMethods('POST'));
  return routes;
}

async function filesIn(context: Context, body: Uint8Array<ArrayBuffer>): Promise<UploadedFile[]> {
  const { file = [] } = await formFields(context, body);
  const files = (Array.isArray(file) ? file : [file]).filter((one) => one instanceof File);
  if (files.length === 0) throw new ProblemError({ status: 422, detail: 'There is no file in the request.' });
  return Promise.all(
    files.map(async (one) => ({
      path: one.name.replaceAll('\\', '/').replace(/\p{Cc}/gu, ''),
      bytes: new Uint8Array(await one.arrayBuffer()),
    })),
  );
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new ProblemError({ status: 400, detail: 'The body is not JSON.' });
  }
}
