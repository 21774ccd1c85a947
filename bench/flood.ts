import type { BrowserContext, Page } from '@playwright/test';
import { aRequest } from '../test/fake-backend/records.ts';
import { newPage, usable } from './host.ts';
import { newBench } from './latency.ts';
import { lineOf, type Line } from './numbers.ts';

interface Flood {
  readonly painted: number;
  readonly longestTask: number;
  readonly elements: number;
}

const REQUESTS = 1000;
const RUNS = 5;

/** A thousand requests in one task, as after sleep: when they are painted, and how many elements they add. */
export async function flood(context: BrowserContext, address: string): Promise<Line[]> {
  const panel = await runs(async () => {
    const page = await newPage(context);
    await page.goto(`${address}/panel`);
    await usable(page);
    return { page, flood: await ofPanel(page) };
  });
  const notyf = await runs(async () => {
    const page = await context.newPage();
    await newBench(page, `${address}/notyf`);
    return { page, flood: await ofNotyf(page) };
  });
  return [...linesOf('this panel', panel, true), ...linesOf('notyf', notyf, false)];
}

async function runs(once: () => Promise<{ page: Page; flood: Flood }>): Promise<Flood[]> {
  const floods: Flood[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page, flood } = await once();
    floods.push(flood);
    await page.close();
  }
  return floods;
}

function linesOf(who: string, floods: readonly Flood[], ours: boolean): Line[] {
  const line = (what: string, key: keyof Flood, unit: string, budget: string) =>
    lineOf(
      `1,000 at once: ${what}`,
      who,
      floods.map((flood) => flood[key]),
      unit,
      ours ? budget : '',
    );
  return [
    line('painted', 'painted', 'ms', '50 ms'),
    line('longest task', 'longestTask', 'ms', '50 ms'),
    line('elements', 'elements', '', '60'),
  ];
}

/** Without a reported task above 50 ms there is no longest task. */
async function ofPanel(page: Page): Promise<Flood> {
  const works = Array.from({ length: REQUESTS }, () => aRequest());
  // Transferred beforehand: deserialising them takes longer than showing them.
  await page.evaluate((agentWorks) => void Object.assign(window, { agentWorks }), works);
  return page.evaluate(async () => {
    const { bench, agentWorks } = window as unknown as Window & { agentWorks: typeof works };
    await new Promise((resolve) => setTimeout(resolve, 100));
    let longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    }).observe({ type: 'longtask' });
    const [first] = agentWorks;
    const painted = bench.painted(() => first && bench.toast(first.id));
    for (const agentWork of agentWorks)
      bench.deliver({ type: 'agent-work-changed', revision: ++bench.revision, agentWork });
    const took = await painted;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const shadow = document.querySelector('omni-channel-panel')?.shadowRoot;
    const toasts = [...(shadow?.children ?? [])].find(({ localName }) =>
      localName.startsWith('omni-work-requests'),
    );
    return { painted: took, longestTask, elements: toasts ? bench.count(toasts) : Number.NaN };
  });
}

function ofNotyf(page: Page): Promise<Flood> {
  return page.evaluate(async (requests) => {
    const { bench, notyf } = window as unknown as Window & { notyf: { open(options: object): void } };
    let longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    }).observe({ type: 'longtask' });
    const painted = bench.painted(() => document.querySelector('.notyf__toast'));
    for (let index = 0; index < requests; index += 1)
      notyf.open({ type: 'success', message: `Refund for order ${String(index)}` });
    const took = await painted;
    await new Promise((resolve) => setTimeout(resolve, 500));
    const all = document.querySelector('.notyf');
    return { painted: took, longestTask, elements: all ? bench.count(all) : Number.NaN };
  }, REQUESTS);
}
