import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../../server/openapi/document.ts';

interface Described {
  readonly content?: Readonly<Record<string, object>>;
  readonly headers?: Readonly<Record<string, object>>;
}
type Operations = Readonly<Record<string, { readonly responses: Readonly<Record<string, Described>> }>>;

const PROBLEM = 'application/problem+json';
/** Parts of the API that the description leaves out. */
const UNDESCRIBED = new Set(['/v1/connection', '/v1/openapi.json']);

const open = openApiDocument() as { paths: Record<string, Operations> };
/** Responses must have no undescribed members, although clients are told to expect them. */
const closed = closedSchemas(structuredClone(open)) as typeof open;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(open, 'open').addSchema(closed, 'closed');
const validators = new Map<string, ValidateFunction>();
const paths = Object.keys(open.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** Fails if a response does not match the API's description, by a validator that knows nothing else. */
export async function checkDescribed(method: string, pathname: string, answer: Response): Promise<void> {
  const path = paths.find(({ pattern }) => pattern.test(pathname))?.path;
  const what = `${method} ${pathname} answered ${answer.status}`;
  if (path === undefined) {
    const isOther = !pathname.startsWith('/v1/') || UNDESCRIBED.has(pathname) || method === 'OPTIONS';
    assert.ok(isOther || answer.status >= 400, `${what}, and no path describes it.`);
    return;
  }
  const operation = open.paths[path]?.[method.toLowerCase()];
  if (!operation) {
    assert.ok(['HEAD', 'OPTIONS'].includes(method) || answer.status >= 400, `${what}: no such operation.`);
    return;
  }
  const status = answer.status in operation.responses ? String(answer.status) : 'default';
  const { content = {}, headers = {} } = operation.responses[status] ?? {};
  for (const header of Object.keys(headers))
    assert.ok(answer.headers.has(header), `${what} without ${header}.`);
  const [type] = Object.keys(content);
  const given = answer.headers.get('Content-Type')?.split(';')[0];
  if (type === undefined) {
    assert.equal(await answer.text(), '', `${what} with a body.`);
    return;
  }
  if (type === 'audio/*') {
    assert.match(given ?? '', /^audio\//);
    return;
  }
  assert.equal(given, type, `${what} as ${String(given)}.`);
  if (type === 'application/zip') return;
  const schema = `#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}/content/${escaped(type)}/schema`;
  const validate = validatorOf(`${type === PROBLEM ? 'open' : 'closed'}${schema}`);
  assert.ok(validate(await answer.json()), `${what}: ${ajv.errorsText(validate.errors)}`);
}

function validatorOf(reference: string): ValidateFunction {
  const known = validators.get(reference) ?? ajv.compile({ $ref: reference });
  validators.set(reference, known);
  return known;
}

const escaped = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

function closedSchemas(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(closedSchemas);
  const parts = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, closedSchemas(inner)]));
  const isClosable = parts.type === 'object' && 'properties' in parts && !('additionalProperties' in parts);
  return isClosable ? { ...parts, additionalProperties: false } : parts;
}
