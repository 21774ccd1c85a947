import type { Page } from '@playwright/test';

/** Finds the process that runs a page, by making it work. */
export async function processOf(page: Page): Promise<{ readonly pid: number }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('There is no browser.');
  const session = await browser.newBrowserCDPSession();
  const work = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer');
  };
  const before = new Map((await work()).map(({ id, cpuTime }) => [id, cpuTime]));
  await page.evaluate(() => {
    const end = performance.now() + 400;
    while (performance.now() < end);
  });
  const done = (await work()).map(({ id, cpuTime }) => ({ pid: id, took: cpuTime - (before.get(id) ?? 0) }));
  await session.detach();
  const [busiest] = done.sort((one, other) => other.took - one.took);
  if (!busiest) throw new Error('No process runs a page.');
  return busiest;
}
