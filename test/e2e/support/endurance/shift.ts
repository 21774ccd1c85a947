import { expect, type Page } from '@playwright/test';
import { keepBusy } from '../busy-rep.ts';
import { openBarePanel } from '../bare-panel.ts';
import { Link } from '../link.ts';
import type { TestServer } from '../server/server.ts';
import { heldTable, installHolding, whatIsHeld, type Held } from './what-is-held.ts';

/** How many requests wait or ring at a time. */
const AT_A_TIME = 4;
/** The link is cut after this many requests. */
const BETWEEN_CUTS = 250;

export interface Shift {
  readonly requests: number;
  /** Requests before the first count: enough to fill every bounded list. */
  readonly warmUp: number;
}

/**
 * Lets a rep work through this many requests from the real server as fast as it offers them, with the link cut now and
 * then, and returns what the page held at the start and at the end.
 */
export async function workAShift(
  page: Page,
  server: TestServer,
  { requests, warmUp }: Shift,
): Promise<{ start: Held; end: Held; table: string }> {
  const link = await Link.to(server.port);
  try {
    await installHolding(page);
    await openBarePanel(page, server, 'sofia', link.address);
    await keepBusy(page);
    const session = await page.context().newCDPSession(page);
    const done = async (from: number, to: number) => {
      for (let number = from; number < to; number += AT_A_TIME) {
        if (number > 0 && number % BETWEEN_CUTS < AT_A_TIME) link.restore();
        await workOff(page, server, number, Math.min(AT_A_TIME, to - number));
      }
      await atRest(page);
      return whatIsHeld(page, session);
    };
    const start = await done(0, warmUp);
    const end = await done(warmUp, requests);
    expect(await page.evaluate(() => window.busy.refused)).toEqual([]);
    return { start, end, table: heldTable(start, end) };
  } finally {
    await link.close();
  }
}

/** Creates work and waits until the rep has ended it all. */
async function workOff(page: Page, server: TestServer, number: number, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      server.createWork({
        channel: 'Chat',
        queue: 'Sales_chat',
        subject: `Chat ${String(number + at)}`,
        recordId: `record-${String((number + at) % 20)}`,
      }),
    ),
  );
  const declined = await page.evaluate(async (ended) => {
    await window.busy.until(ended);
    return window.busy.declined.splice(0);
  }, number + count);
  // There is no other rep to take declined work.
  for (const workItemId of declined) await server.customerLeft(workItemId);
}

/** Waits until no work is left. */
async function atRest(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.panel.getAgentWorks().length)).toBe(0);
}
