import { expect, type BrowserContext, type CDPSession } from '@playwright/test';
import { newPage, serve, usable } from '../../../../bench/host.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { objectsOf } from './what-is-held.ts';

const WARM_UP = 50;
/** Nodes that are playing, ending or not yet collected at the time of a count. */
const STEADY = 4;

/**
 * Lets the panel ring this many times, for requests from a socket in the page that are settled as soon as their sound
 * has started, and expects that each rang once and left no audio node behind.
 */
export async function ringsLeaveNothing(context: BrowserContext, rings: number): Promise<void> {
  const { address, close } = await serve();
  try {
    const page = await newPage(context);
    await page.addInitScript(() => {
      window.soundStarts = [];
      const source = AudioBufferSourceNode.prototype;
      // oxlint-disable-next-line typescript/unbound-method -- called with its node below
      const start = source.start;
      source.start = function (this: AudioBufferSourceNode, ...when) {
        window.soundStarts.push(performance.now());
        start.apply(this, when);
      };
    });
    await page.goto(`${address}/panel`);
    await usable(page);
    const session = await context.newCDPSession(page);
    const ring = (times: number) =>
      page.evaluate(ringInPage, { work: aRequest({}, { pushTimeoutSeconds: null }), times });
    expect(await ring(WARM_UP)).toBe(WARM_UP);
    let before = Infinity;
    await expect.poll(async () => before - (before = await audioNodes(session))).toBe(0);
    expect(await ring(rings)).toBe(WARM_UP + rings);
    // Waits until fades have ended and the audio thread has released their nodes.
    await expect.poll(() => audioNodes(session)).toBeLessThanOrEqual(before + STEADY);
    await page.close();
  } finally {
    close();
  }
}

/** Returns how many sounds have started so far. */
async function ringInPage({ work, times }: { work: { id: string }; times: number }): Promise<number> {
  const send = (agentWork: object) => {
    window.bench.deliver({ type: 'agent-work-changed', revision: ++window.bench.revision, agentWork });
  };
  const { port1, port2 } = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  for (let time = 0; time < times; time += 1) {
    const before = window.soundStarts.length;
    const offered = { ...work, id: `ring-${String(before)}`, offeredAt: Date.now() };
    send(offered);
    const patience = performance.now() + 5000;
    while (window.soundStarts.length === before && performance.now() < patience) await turn();
    send({ ...offered, status: 'transferred', settledAt: Date.now() });
    await turn();
  }
  return window.soundStarts.length;
}

/** The number of audio nodes of any kind after garbage collection. */
async function audioNodes(session: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  return objectsOf(session, 'AudioNode.prototype');
}
