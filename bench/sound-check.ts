import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { autoplayFlag, chromiumFlags, findChromium } from '../scripts/find-chromium.ts';
import { replacePart } from '../scripts/sound-fixtures/document.ts';
import { MAX_SOUND_LENGTH, soundFormatSchema } from '../src/domain/configuration/effective-configuration.ts';
import { percentile } from './numbers.ts';
import { musicMetadata, walking, waysIn, type Made, type Way } from './sound-ways.ts';

/**
 * `npm run bench:sounds`: the sound check compared with other ways to find the length of a file, on the same files, in
 * one table. With `--write` the table is also written to docs/sounds.md.
 */
if (!existsSync('bench/node_modules')) {
  console.error('bench/node_modules is missing. Run: npm ci --prefix bench');
  process.exit(1);
}

interface KnownFile {
  readonly file: string;
  readonly expected: string;
  readonly decoded: { readonly seconds: number } | null;
}

/** The tolerance for a length in seconds: the same that the check allows a decoder. */
const DIFFERS = 0.3;
/** How many files are checked once as a warm-up. */
const WARM_UP = 20;
const folder = 'test/fixtures/sounds';
const known = JSON.parse(readFileSync(`${folder}/truth.json`, 'utf8')) as KnownFile[];
const formats: readonly string[] = soundFormatSchema.options;

/** How a verdict is wrong; `null` if it is right. */
function wrong({ expected, decoded }: KnownFile, made: Made): 'long' | 'other' | 'refused' | 'length' | null {
  const isTaken = made !== null && made.seconds <= MAX_SOUND_LENGTH && (made.channels ?? 1) <= 2;
  if (!formats.includes(expected)) return !isTaken ? null : expected === 'tooLong' ? 'long' : 'other';
  if (!isTaken) return 'refused';
  return Math.abs(made.seconds - (decoded?.seconds ?? 0)) > DIFFERS ? 'length' : null;
}

async function measure(way: Way): Promise<string[]> {
  const times: number[] = [];
  const wrongs = new Map<string, string>();
  const check = async (entry: KnownFile) =>
    way.check(entry.file, new Uint8Array(await readFile(`${folder}/${entry.file}`)));
  // Warms up the JIT compiler.
  for (const entry of known.slice(0, WARM_UP)) await check(entry);
  for (const entry of known) {
    const { made, took } = await check(entry);
    times.push(took);
    const fault = wrong(entry, made);
    if (fault) wrongs.set(entry.file, fault);
  }
  await way.close?.();
  const count = (fault: string) => [...wrongs.values()].filter((one) => one === fault).length;
  const ms = (value: number) => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
  const names = [...wrongs].map(([file, fault]) => `${file} (${fault})`).join(', ');
  console.info(`${way.name}: ${names || 'none wrong'}`);
  return [
    way.name,
    ...[percentile(times, 50), percentile(times, 95), Math.max(...times)].map(ms),
    `${wrongs.size} of ${known.length}`,
    ...['long', 'other', 'refused', 'length'].map((fault) => String(count(fault))),
  ];
}

const vite = await createServer({ appType: 'custom', logLevel: 'warn', server: { hmr: false, port: 0 } });
await vite.listen();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...chromiumFlags, autoplayFlag],
});
try {
  const page = await browser.newPage();
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto(`${vite.resolvedUrls?.local[0] ?? ''}blank`);
  const head = [
    'way',
    'p50',
    'p95',
    'longest',
    'wrong',
    'too long, taken',
    'other, taken',
    'good, refused',
    'wrong length',
  ];
  const rows = [head, head.map(() => '---')];
  for (const way of [walking, ...waysIn(page), musicMetadata()]) rows.push(await measure(way));
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  console.info(table);
  if (process.argv.includes('--write')) {
    const path = 'docs/sounds.md';
    await writeFile(path, replacePart(await readFile(path, 'utf8'), 'measured', table));
  }
} finally {
  await browser.close();
  await vite.close();
}
