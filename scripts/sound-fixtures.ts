import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { recipes } from './sound-fixtures/recipes.ts';
import { decoded } from './sound-fixtures/tools.ts';

/**
 * `npm run fixtures:sounds`: generates the test files of the sound check, and truth.json with the expected verdict of
 * each and what ffmpeg's decoder finds in it. It needs ffmpeg and sox; the tests need neither.
 */
const folder = new URL('../test/fixtures/sounds/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const old of await readdir(folder)) await rm(new URL(old, folder));

const truth: object[] = [];
let total = 0;
for (const { make, ...recipe } of recipes) {
  const bytes = make();
  total += bytes.length;
  await writeFile(new URL(recipe.file, folder), bytes);
  truth.push({ ...recipe, bytes: bytes.length, decoded: decoded(bytes) });
}
await writeFile(new URL('truth.json', folder), `${JSON.stringify(truth, null, 2)}\n`);
console.info(`${recipes.length} files, ${Math.ceil(total / 1024)} kB`);
