import type * as v from 'valibot';
import { alertReceiptSchema } from '../../../src/domain/alerts/alert-receipt.ts';
import { effectiveConfigurationSchema } from '../../../src/domain/configuration/effective-configuration.ts';
import { presenceSchema, presenceStatusSchema } from '../../../src/domain/configuration/presence-status.ts';
import {
  idSchema,
  instantSchema,
  isExpendable,
  sha256Schema,
  uuidSchema,
} from '../../../src/domain/values.ts';
import { developerNameSchema } from '../../../src/domain/setup/developer-name.ts';
import { acwSchema } from '../../../src/domain/work/acw.ts';
import { capacitySchema } from '../../../src/domain/work/capacity.ts';
import { agentWorkSchema } from '../../../src/domain/work/agent-work.ts';
import { requestStampSchema } from '../../../src/domain/work/request-stamp.ts';
import { destinationPageSchema } from '../../../src/domain/work/transfer.ts';
import { newWorkItemSchema } from '../../../src/domain/work/work-item.ts';
import { panelMessageSchema, serverMessageSchema, snapshotSchema } from '../../../src/protocol/messages.ts';

/** A schema with what this reads of it. */
interface Any extends v.GenericSchema {
  readonly entries?: Readonly<Record<string, Any>>;
  readonly item?: Any;
  readonly wrapped?: Any;
  readonly options?: readonly unknown[];
  readonly literal?: string;
  readonly pipe?: readonly (Any & { readonly requirement?: unknown })[];
}

/** The parts that have a table of their own. */
const parts: readonly (readonly [name: string, schema: v.GenericSchema])[] = [
  ['snapshot', snapshotSchema],
  ['capacity', capacitySchema],
  ['presence', presenceSchema],
  ['status', presenceStatusSchema],
  ['agentWork', agentWorkSchema],
  ['stamp', requestStampSchema],
  ['acw', acwSchema],
  ['receipt', alertReceiptSchema],
  ['configuration', effectiveConfigurationSchema],
  ['destinations', destinationPageSchema],
  ['new work item', newWorkItemSchema],
];
const scalars = new Map<unknown, string>([
  [idSchema, 'id'],
  [uuidSchema, 'UUID'],
  [instantSchema, 'instant'],
  [sha256Schema, 'SHA-256'],
  [developerNameSchema, 'Developer Name'],
]);

/** A schema as it was before a description or another action was added to it. */
const original = (schema: Any): Any =>
  scalars.has(schema) || !schema.pipe?.[0] || schema.pipe[0] === schema ? schema : original(schema.pipe[0]);
const isOptional = ({ type }: Any) => type === 'exact_optional' || type === 'optional';
const quoted = (words: readonly unknown[]) => words.map((word) => `\`${String(word)}\``).join(', ');

/** The values of an enumeration; `null` if it is none. */
export function enumerationOf(schema: v.GenericSchema): { values: readonly unknown[]; open: boolean } | null {
  const { type, options = [] } = schema as Any;
  if (type === 'picklist') return { values: options, open: false };
  const [known] = options as Any[];
  return type === 'union' && known?.type === 'picklist' ? { values: known.options ?? [], open: true } : null;
}

/** What a value may be, with all its bounds. */
function what(schema: Any): string {
  const name = scalars.get(schema) ?? parts.find(([, part]) => part === original(schema))?.[0];
  if (name !== undefined)
    return scalars.has(schema) ? name : `[${name}](#fields-of-${name.toLowerCase().replaceAll(' ', '-')})`;
  const bound = (type: string) => schema.pipe?.find((action) => action.type === type)?.requirement;
  const range = (from: unknown, to: unknown, unit = '') => {
    if (to !== undefined)
      return `, ${from === undefined ? 'at most ' : `${format(from)} to `}${format(to)}${unit}`;
    return from === undefined ? '' : `, ${format(from)} or more${unit}`;
  };
  const enumeration = enumerationOf(schema);
  if (enumeration) return `${enumeration.open ? 'open' : 'closed'}: ${quoted(enumeration.values)}`;
  if (isOptional(schema)) return `${what(inner(schema))}; may be omitted`;
  switch (schema.type) {
    case 'nullable':
      return `${what(inner(schema))}${enumerationOf(inner(schema)) ? ';' : ''} or \`null\``;
    case 'string':
      return `text${range(bound('min_length'), bound('max_length'), ' characters')}`;
    case 'number':
      return `${bound('integer') === undefined ? 'number' : 'whole number'}${range(bound('min_value'), bound('max_value'))}`;
    case 'boolean':
      return '`true` or `false`';
    case 'literal':
      return quoted([schema.literal]);
    case 'array':
      return `list of ${listed(schema.item!)}${range(undefined, bound('max_length'))}`;
    default:
      return 'object';
  }
}

function listed(item: Any): string {
  if (item.entries && !isPart(item)) return 'objects';
  return what(item)
    .replace(/^id$/, 'ids')
    .replace(/^text, /, 'texts, each ');
}

const format = (bound: unknown) => (typeof bound === 'number' ? bound.toLocaleString('en') : String(bound));
const inner = (schema: Any): Any => schema.wrapped ?? schema;
const isPart = (schema: Any) => parts.some(([, part]) => part === original(schema));

/** The rows of a table of fields; those of a part with a table of its own are there. */
function* rows(entries: Readonly<Record<string, Any>>, above = ''): Iterable<string> {
  for (const [name, schema] of Object.entries(entries)) {
    const path = above + name;
    const { value, source } = schema.entries ?? {};
    if (value && source) {
      // `source` is the same everywhere.
      yield* rows({ [`${name}.value`]: value }, above);
      continue;
    }
    const kind = what(schema);
    if (kind !== 'object') yield `| \`${path}\` | ${kind}${ifBad(schema)} |`;
    let content = schema;
    let list = '';
    while (content.wrapped || content.item) {
      if (content.item) list += '[]';
      content = content.wrapped ?? content.item!;
    }
    if (isPart(content)) continue;
    if (content.entries) yield* rows(content.entries, `${path}${list}.`);
    if (content.type === 'variant')
      for (const option of content.options as Any[]) yield* rows(option.entries ?? {}, `${path}.`);
  }
}

const ifBad = (schema: Any): string => {
  if (isExpendable(schema)) return '; a bad one counts as `null`';
  const { item } = schema.wrapped ?? schema;
  return item && isExpendable(item) ? '; a bad one is left out' : '';
};

const table = (entries: Readonly<Record<string, Any>>) =>
  ['| field | |', '|---|---|', ...rows(entries)].join('\n');

/** Each section of docs/protocol.md that lists the fields of a part or of the messages: its heading and its table. */
export function fieldTables(): readonly { readonly heading: string; readonly table: string }[] {
  const messages = (schema: { readonly options: readonly v.GenericSchema[] }) =>
    [
      '| message | field | |',
      '|---|---|---|',
      ...schema.options.flatMap((option) => {
        const { type, ...entries } = (option as Any).entries ?? {};
        const own = [...rows(entries)];
        return (own.length > 0 ? own : ['| | no other |']).map((row) => `| ${what(type!)} ${row}`);
      }),
    ].join('\n');
  return [
    { heading: 'Messages from the server: fields', table: messages(serverMessageSchema) },
    { heading: 'Messages from the panel: fields', table: messages(panelMessageSchema) },
    ...parts.map(([name, schema]) => ({
      heading: `Fields of ${name}`,
      table: table((schema as Any).entries ?? {}),
    })),
  ];
}

/** Every enumeration within the messages, with the paths where it is used. */
export function enumerations() {
  const found = new Map<string, { readonly values: readonly unknown[]; readonly open: boolean }>();
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { entries, item, wrapped, options } = schema as Any;
    const enumeration = enumerationOf(schema as Any);
    if (enumeration) return void found.set(path, enumeration);
    for (const [name, part] of Object.entries(entries ?? {})) {
      const own = parts.find(([, known]) => known === original(leaf(part)))?.[0];
      visit(part, own ?? `${path}.${name}`);
    }
    visit(item, path);
    visit(wrapped, path);
    for (const option of options ?? []) {
      const { type } = (option as Any).entries ?? {};
      visit(option, typeof type?.literal === 'string' ? type.literal : path);
    }
  };
  for (const [name, schema] of parts) visit(schema, name);
  visit(serverMessageSchema, '');
  visit(panelMessageSchema, '');
  return found;
}

const leaf = (schema: Any): Any =>
  schema.wrapped || schema.item ? leaf((schema.wrapped ?? schema.item)!) : schema;
