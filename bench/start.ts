import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { newPage, usable } from './host.ts';
import { lineOf, type Line } from './numbers.ts';

const RELOADS = 15;
const LAUNCHES = 5;

type Options = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/**
 * From the start of the navigation until the presence button shows a status and accepts clicks, from the browser's
 * cache: the request for the configuration is never answered. The socket answers at once.
 */
export async function starts(options: Options, address: string): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'omni-channel-bench-'));
  try {
    const first = await chromium.launchPersistentContext(folder, options);
    const page = await newPage(first);
    await page.goto(`${address}/panel`);
    await usable(page);
    await page.waitForTimeout(1000);
    const reloads: number[] = [];
    for (let run = 0; run < RELOADS; run += 1) reloads.push(await timed(first, address));
    await first.close();
    const launches: number[] = [];
    for (let run = 0; run < LAUNCHES; run += 1) {
      const context = await chromium.launchPersistentContext(folder, options);
      // A browser that has just started is still busy.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      launches.push(await timed(context, address));
      await context.close();
    }
    return [
      lineOf('start from cache: reload', 'this panel', reloads, 'ms', '80 ms'),
      lineOf('start from cache: new browser', 'this panel', launches, 'ms', '150 ms'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(context: BrowserContext, address: string): Promise<number> {
  const page = await newPage(context);
  await page.addInitScript(() => {
    const look = () => {
      const shadow = document.querySelector('omni-channel-panel')?.shadowRoot;
      const menu = [...(shadow?.children ?? [])].find(({ localName }) =>
        localName.startsWith('omni-presence-menu'),
      )?.shadowRoot;
      const button = menu?.querySelector('[part=button][aria-disabled=false]');
      if (button?.textContent.includes('Available')) performance.mark('usable');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${address}/panel?silent`);
  await usable(page);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  const took = await page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN);
  await page.close();
  return took;
}
