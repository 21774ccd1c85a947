import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'oxfmt';
import style from '../oxfmt.config.ts';
import { openApiDocument } from '../server/openapi/document.ts';

const file = 'docs/openapi.json';

/** Writes docs/openapi.json from the schemas and routes; with --check, only reports whether it is stale. */
const { code: fresh } = await format(file, JSON.stringify(openApiDocument()), style);

if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
} else if (readOrNothing() !== fresh) {
  console.error(`${file} is stale. Run: npm run openapi`);
  process.exit(1);
}

function readOrNothing(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
