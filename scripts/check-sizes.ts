import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

interface Limited {
  readonly file: string;
  readonly budget: number;
  /** The limit of the check: the budget if it is met, or else the measurement plus 2 %. */
  readonly ceiling: number;
}

/** Bytes after brotli. */
const limits: readonly Limited[] = [
  // The budget is not met yet: see docs/performance.md for what takes the space.
  { file: 'dist/cdn/omni-channel-panel.js', budget: 34_000, ceiling: 90_300 },
];

/** Measured the same way, for comparison: each minified and brotli. */
const peers: readonly (readonly [what: string, brotli: number])[] = [
  ['shoelace, one alert', 13_865],
  ['TaskRouter SDK, no UI', 22_569],
  ['Connect Streams', 149_705],
  ['Flex UI', 1_443_639],
];

/** `npm run check:sizes`: the sizes of the built files, with their budgets and the peers; fails above a ceiling. */
const number = (bytes: number) => bytes.toLocaleString('en').padStart(11);
const row = (name: string, ...columns: string[]) => {
  console.info([name.padEnd(34), ...columns].join(''));
};
const tooLarge: string[] = [];

row('bytes', ...['raw', 'brotli', 'budget', 'ceiling'].map((head) => head.padStart(11)));
for (const { file, budget, ceiling } of limits) {
  const content = read(file);
  const brotli = brotliCompressSync(content).length;
  row(file, ...[content.length, brotli, budget, ceiling].map(number));
  if (brotli > ceiling) tooLarge.push(`${file} has ${String(brotli)} bytes; ${String(ceiling)} are allowed.`);
}
for (const [what, brotli] of peers) row(what, ' '.repeat(11), number(brotli));

if (tooLarge.length > 0) {
  console.error(tooLarge.join('\n'));
  process.exitCode = 1;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    console.error(`${file} is missing. Run: npm run build`);
    process.exit(1);
  }
}
