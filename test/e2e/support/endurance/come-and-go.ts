import { expect, type Page } from '@playwright/test';
import { openBarePanel } from '../bare-panel.ts';
import type { TestServer } from '../server/server.ts';
import { heldTable, installHolding, whatIsHeld, type Held } from './what-is-held.ts';

/** Panels added and removed before the first count, so that one-time allocations are done. */
const WARM_UP = 5;

/** Audio nodes that may not be collected yet: the audio thread keeps the last ones while the context is suspended. */
const WAITING_NODES = 10;

/**
 * Adds and removes a panel this many times, every other one only once it is connected, and expects that nothing is left
 * of them: no socket, timer, worker or lock, and at most one suspended audio context on the page.
 */
export async function comeAndGo(page: Page, server: TestServer, times: number): Promise<string> {
  await installHolding(page);
  await openBarePanel(page, server, 'sofia');
  const session = await page.context().newCDPSession(page);
  await turns(page, WARM_UP);
  const start = await whatIsHeld(page, session);
  expect(start).toMatchObject(nothing);
  expect(start.audioContexts).toBeLessThanOrEqual(1);
  await turns(page, times);
  let end = start;
  const more = async () => {
    end = await whatIsHeld(page, session);
    const grownBy = (what: keyof Held, most = 0) => Math.max(0, end[what] - start[what] - most);
    return {
      ...end,
      grownBy: {
        nodes: grownBy('nodes'),
        listeners: grownBy('listeners'),
        audioContexts: grownBy('audioContexts'),
        audioNodes: grownBy('audioNodes', WAITING_NODES),
      },
    };
  };
  // Databases and sockets take time to close, and keep objects alive until then.
  await expect.poll(more).toMatchObject({
    ...nothing,
    grownBy: { nodes: 0, listeners: 0, audioContexts: 0, audioNodes: 0 },
  });
  return heldTable(start, end);
}

const nothing: Partial<Held> = { sockets: 0, timers: 0, workers: 0, locks: 0, runningContexts: 0 };

async function turns(page: Page, times: number): Promise<void> {
  await page.evaluate(async (most) => {
    window.panel.remove();
    for (let time = 0; time < most; time += 1) {
      const panel = window.makePanel();
      const loggedIn = new Promise((resolve) =>
        panel.addEventListener('omni-login', resolve, { once: true }),
      );
      document.body.append(panel);
      if (time % 2 === 0) await loggedIn;
      else await Promise.resolve();
      panel.remove();
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }, times);
  await expect.poll(() => page.evaluate(() => window.held.sockets.size)).toBe(0);
}
