import { mkdirSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { panelMessageSchema, serverMessageSchema } from '../../src/protocol/messages.ts';

/** The messages of docs/protocol.md, for back ends in any language. */
export const publishedSchemas = {
  'panel-message': panelMessageSchema,
  'server-message': serverMessageSchema,
};

/** Writes dist/schemas/: the rules that the panel itself applies, as JSON Schema; what has no equivalent is left out. */
export function writeSchemas(): void {
  mkdirSync('dist/schemas', { recursive: true });
  for (const [name, schema] of Object.entries(publishedSchemas)) {
    const json = toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' });
    writeFileSync(`dist/schemas/${name}.json`, `${JSON.stringify(json, null, 2)}\n`);
  }
}
