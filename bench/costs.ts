import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { aRequest } from '../test/fake-backend/records.ts';
import { newPage, usable } from './host.ts';
import { newBench } from './latency.ts';
import type { Line } from './numbers.ts';

const SECONDS = 10;
/** Milliseconds until start-up work and the ring, which lasts ten seconds, are over. */
const SETTLED = 13_000;
const REQUESTS = 1000;
const THOUSANDS = 3;
/** Thousands of requests until bounded lists are full and hot code is compiled. */
const WARM_UP = 3;
/** Requests at a time: as many as a rep can see. */
const BATCH = 5;

/** The CPU time of all browser processes over ten seconds, as a share of one core. */
export async function processor(context: BrowserContext, address: string): Promise<Line[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser has no session of its own.');
  const shareOf = async (wait: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const before = await processorSeconds(session);
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    return (((await processorSeconds(session)) - before) / SECONDS) * 100;
  };
  const share = async (statusId: string, request: boolean): Promise<number> => {
    const page = await newPage(context, statusId);
    await page.goto(`${address}/panel`);
    await usable(page);
    if (request) await offer(page, aRequest({}, { pushTimeoutSeconds: 120 }));
    const spent = await shareOf(SETTLED);
    await page.close();
    return spent;
  };
  const line = (what: string, who: string, p50: number, budget: string): Line => ({
    what: `processor: ${what}`,
    who,
    p50,
    unit: '% of a core',
    budget,
  });
  const empty = await context.newPage();
  await empty.goto('about:blank');
  const lines = [line('idle', 'an empty page', await shareOf(SETTLED), '')];
  await empty.close();
  return [
    ...lines,
    line('offline', 'this panel', await share('offline', false), '0.5 %'),
    line('one countdown', 'this panel', await share('offline', true), '1 %'),
    line('available', 'this panel', await share('available', false), '4 %'),
  ];
}

/** The heap that a thousand requests leave behind, five at a time. */
export async function heap(context: BrowserContext, address: string): Promise<Line[]> {
  const panel = await newPage(context);
  await panel.goto(`${address}/panel`);
  await usable(panel);
  const notyf = await context.newPage();
  await newBench(notyf, `${address}/notyf`);
  const line = (who: string, p50: number, budget: string): Line => ({
    what: 'heap per 1,000 requests',
    who,
    p50,
    unit: 'kB',
    budget,
  });
  const lines = [
    line('this panel', await kept(context, panel, throughPanel), '10 kB'),
    line('notyf', await kept(context, notyf, throughNotyf), ''),
  ];
  await panel.close();
  await notyf.close();
  return lines;
}

/** The first thousands fill the bounded lists (log and flight record); the next ones show what is not bounded. */
async function kept(
  context: BrowserContext,
  page: Page,
  through: (page: Page) => Promise<void>,
): Promise<number> {
  await page.bringToFront();
  const session = await context.newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  for (let thousand = 0; thousand < WARM_UP; thousand += 1) await through(page);
  const before = await used();
  for (let thousand = 0; thousand < THOUSANDS; thousand += 1) await through(page);
  return ((await used()) - before) / THOUSANDS / 1000;
}

async function throughPanel(page: Page): Promise<void> {
  for (let done = 0; done < REQUESTS; done += BATCH * 20) {
    const works = Array.from({ length: BATCH * 20 }, () => aRequest());
    await page.evaluate(
      async ({ works, batch }) => {
        const { bench } = window;
        const send = (agentWork: object) => {
          bench.deliver({ type: 'agent-work-changed', revision: ++bench.revision, agentWork });
        };
        for (let first = 0; first < works.length; first += batch) {
          const some = works.slice(first, first + batch);
          some.forEach(send);
          await new Promise(requestAnimationFrame);
          for (const work of some) send({ ...work, status: 'transferred', settledAt: Date.now() });
          await new Promise(requestAnimationFrame);
        }
      },
      { works, batch: BATCH },
    );
  }
}

async function throughNotyf(page: Page): Promise<void> {
  await page.evaluate(
    async ({ requests, batch }) => {
      const { notyf } = window as unknown as { notyf: { open(options: object): void; dismissAll(): void } };
      for (let done = 0; done < requests; done += batch) {
        for (let index = 0; index < batch; index += 1) notyf.open({ type: 'success', message: 'Refund' });
        await new Promise(requestAnimationFrame);
        notyf.dismissAll();
        await new Promise(requestAnimationFrame);
      }
      // Peers remove them with an animation.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    },
    { requests: REQUESTS, batch: BATCH },
  );
}

async function offer(page: Page, work: object): Promise<void> {
  await page.evaluate((agentWork) => {
    window.bench.deliver({ type: 'agent-work-changed', revision: ++window.bench.revision, agentWork });
  }, work);
}

async function processorSeconds(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
