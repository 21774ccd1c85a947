import { readFileSync, writeFileSync } from 'node:fs';
import { filesTable, replacePart } from './sound-fixtures/document.ts';

/** `node scripts/sound-documents.ts`: writes the table of known sound files into docs/sounds.md. */
const root = new URL('../', import.meta.url);
const fixtures = new URL('test/fixtures/sounds/', root);
const document = new URL('docs/sounds.md', root);
const known = JSON.parse(readFileSync(new URL('truth.json', fixtures), 'utf8')) as Parameters<
  typeof filesTable
>[0];
const table = filesTable(known, (file) => readFileSync(new URL(file, fixtures)));
writeFileSync(document, replacePart(readFileSync(document, 'utf8'), 'files', table));
