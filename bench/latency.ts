import type { BrowserContext, Page } from '@playwright/test';
import { aRequest } from '../test/fake-backend/records.ts';
import { newPage, usable } from './host.ts';
import { lineOf, type Line } from './numbers.ts';

interface Peers {
  notyf: { open(options: object): unknown; dismissAll(): void };
}

const SAMPLES = 40;
const WARM_UP = 5;
const WHAT = 'message to painted and opaque';

/** From the frame of the socket, or the call of the peer, until the toast is painted and fully opaque. */
export async function latency(context: BrowserContext, address: string): Promise<Line[]> {
  const panel = await newPage(context);
  await panel.goto(`${address}/panel`);
  await usable(panel);
  const notyf = await context.newPage();
  await newBench(notyf, `${address}/notyf`);
  const shoelace = await context.newPage();
  await newBench(shoelace, `${address}/shoelace`);
  await shoelace.evaluate(() => customElements.whenDefined('sl-alert').then(() => undefined));
  const lines = [
    lineOf(WHAT, 'this panel', await sample(panel, ofPanel), 'ms', 'p50 5 ms, p95 16.7 ms'),
    lineOf(WHAT, 'shoelace, alert', await sample(shoelace, ofShoelace), 'ms'),
    lineOf(WHAT, 'notyf', await sample(notyf, ofNotyf), 'ms'),
  ];
  for (const page of [panel, notyf, shoelace]) await page.close();
  return lines;
}

/** A page of a peer, with the same measurement. */
export async function newBench(page: Page, address: string): Promise<void> {
  const { install } = await import('./in-page.ts');
  await page.addInitScript(install, { welcome: {}, configuration: {} });
  await page.goto(address, { waitUntil: 'load' });
}

async function sample(page: Page, once: (page: Page) => Promise<number>): Promise<number[]> {
  await page.bringToFront();
  const samples: number[] = [];
  for (let index = 0; index < WARM_UP + SAMPLES; index += 1) {
    const took = await once(page);
    if (index >= WARM_UP) samples.push(took);
    // Not in sync with the frames of the screen.
    await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 40));
  }
  return samples;
}

async function ofPanel(page: Page): Promise<number> {
  const work = aRequest();
  const took = await page.evaluate((agentWork) => {
    const { bench } = window;
    const painted = bench.painted(() => bench.toast(agentWork.id));
    bench.deliver({ type: 'agent-work-changed', revision: ++bench.revision, agentWork });
    return painted;
  }, work);
  const settled = { ...work, status: 'transferred', settledAt: Date.now() };
  await page.evaluate((agentWork) => {
    window.bench.deliver({ type: 'agent-work-changed', revision: ++window.bench.revision, agentWork });
  }, settled);
  return took;
}

function ofNotyf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { notyf } = window as unknown as Peers;
    const painted = window.bench.painted(() => document.querySelector('.notyf__toast'));
    notyf.open({ type: 'success', message: 'Refund for order 48,201' });
    const took = await painted;
    notyf.dismissAll();
    while (document.querySelector('.notyf__toast')) await new Promise((resolve) => setTimeout(resolve, 50));
    return took;
  });
}

function ofShoelace(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const alert = document.createElement('sl-alert') as HTMLElement & {
      toast(): Promise<void>;
      hide(): void;
    };
    alert.textContent = 'Refund for order 48,201';
    const painted = window.bench.painted(() => alert.shadowRoot?.querySelector('[part~=base]'));
    void alert.toast();
    const took = await painted;
    alert.hide();
    while (alert.isConnected) await new Promise((resolve) => setTimeout(resolve, 50));
    return took;
  });
}
