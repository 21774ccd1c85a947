import {
  toJsonSchema,
  toJsonSchemaDefs,
  type ConversionConfig,
  type JsonSchema,
} from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { effectiveConfigurationSchema } from '../../src/domain/configuration/effective-configuration.ts';
import { presenceConfigurationSchema } from '../../src/domain/configuration/presence-configuration.ts';
import { importPlanSchema } from '../../src/domain/import/import-plan.ts';
import { setupRecordSchemas, staleSchema } from '../../src/domain/setup/setup-api.ts';
import { newWorkItemSchema } from '../../src/domain/work/work-item.ts';
import { presenceConfigurationOperations } from '../routes/presence-configuration.ts';
import { alertReceiptOperations } from '../routes/setup/alert-receipts.ts';
import { assignmentOperations } from '../routes/setup/assignments.ts';
import { auditLogOperations } from '../routes/setup/audit-log.ts';
import { importOperations } from '../routes/setup/imports.ts';
import { queueMemberOperations } from '../routes/setup/queue-members.ts';
import { overviewOperations } from '../routes/setup/overview.ts';
import { recordOperations } from '../routes/setup/records.ts';
import { setupSoundOperations } from '../routes/setup/sounds.ts';
import { userConfigurationOperations } from '../routes/setup/user-configuration.ts';
import { soundOperations } from '../routes/sounds.ts';
import { transferDestinationOperations } from '../routes/transfer-destinations.ts';
import { workItemOperations } from '../routes/work-items.ts';
import { setupResources, type ResourceName } from '../setup/resources.ts';
import { problem, problemSchema, type Answer, type Operation } from './operation.ts';

const operations: readonly Operation[] = [
  ...presenceConfigurationOperations,
  ...soundOperations,
  ...transferDestinationOperations,
  ...workItemOperations,
  ...(Object.keys(setupResources) as ResourceName[]).flatMap(recordOperations),
  ...assignmentOperations,
  ...queueMemberOperations,
  ...userConfigurationOperations,
  ...setupSoundOperations,
  ...auditLogOperations,
  ...overviewOperations,
  ...importOperations,
  ...alertReceiptOperations,
];

/** Schemas that are used more than once, or that readers look for by name. */
const definitions = {
  EffectiveConfiguration: effectiveConfigurationSchema,
  NewWorkItem: newWorkItemSchema,
  PresenceConfiguration: presenceConfigurationSchema,
  ServiceChannel: setupRecordSchemas['service-channels'],
  RoutingConfiguration: setupRecordSchemas['routing-configurations'],
  Queue: setupRecordSchemas.queues,
  Flow: setupRecordSchemas.flows,
  PresenceStatus: setupRecordSchemas['presence-statuses'],
  DeclineReason: setupRecordSchemas['decline-reasons'],
  User: setupRecordSchemas.users,
  Profile: setupRecordSchemas.profiles,
  ImportPlan: importPlanSchema,
  Stale: staleSchema,
  Problem: problemSchema,
};

// Rules that JSON Schema cannot express are left out: the server checks them and explains violations.
const config: ConversionConfig = {
  target: 'draft-2020-12',
  errorMode: 'ignore',
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
};

/** The description of the whole API (OpenAPI 3.1). */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Omni-channel API',
      version: '1',
      description:
        'The HTTP API for panels, work sources and Setup. Instants are whole milliseconds since 1970 UTC. The WebSocket of panels is described in protocol.md.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The API address.' }],
    paths,
    components: {
      schemas: toJsonSchemaDefs(definitions, { ...config, typeMode: 'input' }),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function describe(operation: Operation): object {
  const { method, path, summary, description, permission, query, headers = {}, body, answers } = operation;
  const statuses = Object.entries(answers).map(
    ([status, answer]) => [status, describeAnswer(answer)] as const,
  );
  return {
    operationId: operationId(method, path),
    summary,
    ...(description !== undefined && { description }),
    ...(permission !== undefined && {
      security: [{ token: [] }],
      'x-permission': permission ?? 'any valid token',
    }),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(query ? queryParameters(query) : []),
      ...Object.entries(headers).map(([name, { what, required }]) => ({
        name,
        in: 'header',
        required,
        description: what,
        schema: { type: 'string' },
      })),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          [body.type ?? 'application/json']: {
            schema: body.type ? fileForm(body.schema) : convert(body.schema, 'input'),
          },
        },
      },
    }),
    responses: { ...Object.fromEntries(statuses), default: describeAnswer(problem('Why the call failed.')) },
  };
}

function describeAnswer({ what, schema, type = 'application/json', headers = [] }: Answer): object {
  const hasBody = schema !== undefined || type !== 'application/json';
  return {
    description: what,
    ...(headers.length > 0 && {
      headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])),
    }),
    ...(hasBody && { content: { [type]: schema ? { schema: convert(schema, 'ignore') } : {} } }),
  };
}

function queryParameters(query: v.GenericSchema): object[] {
  const { properties = {}, required = [] } = convert(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** Describes a file in a form as binary, which our schemas cannot express. */
function fileForm(schema: v.GenericSchema): JsonSchema {
  const form = convert(schema, 'input');
  return { ...form, properties: { ...form.properties, file: { type: 'string', format: 'binary' } } };
}

function convert(schema: v.GenericSchema, typeMode: 'input' | 'ignore'): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, { ...config, definitions, typeMode });
  return rest;
}

/** `put_setup_presence_configurations_id_assignments` */
function operationId(method: string, path: string): string {
  return `${method}${path
    .replace('/v1', '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_$/, '')}`;
}
