import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { autoplayFlag, chromiumFlags, findChromium } from '../scripts/find-chromium.ts';
import { heap, processor } from './costs.ts';
import { flood } from './flood.ts';
import { serve } from './host.ts';
import { latency } from './latency.ts';
import { table, type Line } from './numbers.ts';
import { soundStart } from './sound-start.ts';
import { starts } from './start.ts';

/** `npm run bench`: the built panel and its peers, in one table. It only measures; it is not a test. */
const needed = {
  'dist/cdn/omni-channel-panel.js': 'npm run build',
  'bench/node_modules': 'npm ci --prefix bench',
};
for (const [path, command] of Object.entries(needed)) {
  if (existsSync(path)) continue;
  console.error(`${path} is missing. Run: ${command}`);
  process.exit(1);
}

const { address, close } = await serve();
const options = { executablePath: findChromium(), args: [...chromiumFlags, autoplayFlag] };
const browser = await chromium.launch(options);
const lines: Line[] = [];
try {
  for (const measure of [latency, soundStart, flood, processor, heap]) {
    const context = await browser.newContext();
    lines.push(...(await measure(context, address)));
    await context.close();
  }
  lines.push(...(await starts(options, address)));
} finally {
  await browser.close();
  close();
}
console.info(table(lines));
