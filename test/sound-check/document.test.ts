import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { filesTable, replacePart } from '../../scripts/sound-fixtures/document.ts';
import { knownFiles, readSound } from './files.ts';

it('the table of files in docs/sounds.md is up to date: node scripts/sound-documents.ts', () => {
  const document = readFileSync(new URL('../../docs/sounds.md', import.meta.url), 'utf8');
  assert.equal(document, replacePart(document, 'files', filesTable(knownFiles, readSound)));
});
