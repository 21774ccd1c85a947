import { expect, type Page } from '@playwright/test';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';

/** The panel's element, as far as a rep who keeps busy calls it. */
interface Panel extends HTMLElement {
  getAgentAlias(): string | null;
  getAgentWorks(): readonly AgentWork[];
  setServicePresenceStatus(to: { readonly statusId: string }): Promise<void>;
  acceptAgentWork(of: { readonly workId: string }): Promise<void>;
  declineAgentWork(of: { readonly workId: string; readonly declineReason: string | null }): Promise<void>;
  closeAgentWork(of: { readonly workId: string }): Promise<void>;
  extendAfterConversationWork(of: { readonly workId: string }): Promise<void>;
  endAfterConversationWork(of: { readonly workId: string }): Promise<void>;
}

declare global {
  interface Window {
    makePanel: () => Panel;
    panel: Panel;
    busy: {
      /** Work items that were declined, and why answers were refused. */
      readonly declined: string[];
      readonly refused: string[];
      /** Resolves when so many requests have ended, one way or the other. */
      until: (count: number) => Promise<void>;
    };
  }
}

/**
 * Lets the rep of `window.panel` answer by its methods: every twentieth request is declined, the others are accepted,
 * ended, every tenth wrap-up extended, and done.
 */
export async function keepBusy(page: Page): Promise<void> {
  // The rep's configuration is here.
  await expect.poll(() => page.evaluate(() => window.panel.getAgentAlias())).not.toBeNull();
  await page.evaluate(async () => {
    const { panel } = window;
    const declined: string[] = [];
    const refusals: string[] = [];
    let assigned = 0;
    let ended = 0;
    let waiting = { count: 0, tell: (): void => undefined };
    const until = (count: number) =>
      new Promise<void>((tell) => {
        waiting = { count, tell };
        end(0);
      });
    const hear = (type: string, hears: (agentWork: AgentWork) => void) => {
      panel.addEventListener(type, (event) => hears((event as Event & { agentWork: AgentWork }).agentWork));
    };
    const end = (more = 1) => {
      ended += more;
      if (ended >= waiting.count) waiting.tell();
    };
    window.busy = { declined, refused: refusals, until };
    const refused = (error: unknown) => refusals.push(String(error));

    hear('omni-work-assigned', ({ id, workItemId, stamp }) => {
      const isDeclined = ++assigned % 20 === 0;
      // What the host hears is still being told: the answer waits for its end.
      queueMicrotask(() => {
        if (!isDeclined) return void panel.acceptAgentWork({ workId: id }).catch(refused);
        panel
          .declineAgentWork({ workId: id, declineReason: stamp.declineReasons[0]?.id ?? null })
          .then(() => {
            declined.push(workItemId);
            end();
          }, refused);
      });
    });
    hear('omni-work-accepted', ({ id }) => {
      queueMicrotask(() => void panel.closeAgentWork({ workId: id }).catch(refused));
    });
    hear('omni-acw-started', ({ id }) => {
      const extended =
        ended % 10 === 0 ? panel.extendAfterConversationWork({ workId: id }) : Promise.resolve();
      extended.then(() => panel.endAfterConversationWork({ workId: id })).catch(refused);
    });
    hear('omni-work-closed', () => end());
    await panel.setServicePresenceStatus({ statusId: 'available' });
  });
}
