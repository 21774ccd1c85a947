import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { heard } from './sound-probe.ts';
import type { RepAtWork } from './workspace.ts';

/** The parts of the panel that are used here. */
interface Panel extends HTMLElement {
  getServicePresenceStatusId(): string | null;
  getAgentWorks(): readonly AgentWork[];
}

declare global {
  interface Window {
    /** When each event, by name, first occurred in this page, on the clock that all pages share. */
    firstSeen: Record<string, number>;
    /** The records that the host opened, by subject. */
    openedWorks: string[];
  }
}

/** Records in a page when its panel first shows each presence status, and when each work first has each status. */
export async function watchState({ page }: RepAtWork): Promise<void> {
  await page.evaluate(() => {
    const seen: Record<string, number> = {};
    window.firstSeen = seen;
    window.openedWorks = [];
    const panel = document.querySelector<Panel>('omni-channel-panel');
    if (!panel) throw new Error('There is no panel.');
    panel.addEventListener('omni-open-work-request', (event) =>
      window.openedWorks.push((event as Event & { agentWork: AgentWork }).agentWork.subject),
    );
    const note = (what: string) => (seen[what] ??= performance.timeOrigin + performance.now());
    setInterval(() => {
      note(String(panel.getServicePresenceStatusId()));
      for (const { subject, status } of panel.getAgentWorks()) note(`${subject} ${status}`);
      const toasts = panel.shadowRoot?.querySelector('omni-work-requests')?.shadowRoot;
      for (const { work } of toasts?.querySelectorAll<HTMLElement & { work?: AgentWork }>(
        'omni-work-request',
      ) ?? [])
        if (work) note(`${work.subject} shown`);
    }, 4);
  });
}

/** How far apart in milliseconds the pages first saw an event; waits until all have. */
export async function apart(tabs: readonly RepAtWork[], what: string): Promise<number> {
  const times = await Promise.all(
    tabs.map(async ({ page }) => {
      await page.waitForFunction((name) => name in window.firstSeen, what);
      return page.evaluate((name) => window.firstSeen[name] ?? 0, what);
    }),
  );
  return Math.max(...times) - Math.min(...times);
}

/** When sound was heard in these pages, on the clock that all of them share, in order. */
export async function heardIn(
  tabs: readonly RepAtWork[],
): Promise<{ readonly tab: number; readonly from: number; readonly to: number }[]> {
  const stretches = await Promise.all(
    tabs.map(async ({ page }, tab) => (await heard(page)).map(({ from, to }) => ({ tab, from, to }))),
  );
  return stretches.flat().sort((one, other) => one.from - other.from);
}

/** Ends a page as a crash of its process does. */
export async function crash({ page }: RepAtWork): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // The page crashes before it can answer.
  session.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
}
