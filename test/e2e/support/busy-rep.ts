import { expect, type Page } from '@playwright/test';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';

/** The parts of the panel's element that are used here. */
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
      /** Declined work items, and why answers were refused. */
      readonly declined: string[];
      readonly refused: string[];
      /** Resolves when this many requests have ended, one way or another. */
      until: (count: number) => Promise<void>;
    };
  }
}

/**
 * Answers requests with the methods of `window.panel`: every twentieth is declined, the others are accepted, ended and
 * wrapped up, every tenth with an extension.
 */
export async function keepBusy(page: Page): Promise<void> {
  // Waits for the rep's configuration.
  await expect.poll(() => page.evaluate(() => window.panel.getAgentAlias())).not.toBeNull();
  await page.evaluate(async () => {
    const { panel } = window;
    const declined: string[] = [];
    const refusals: string[] = [];
    let assigned = 0;
    let ended = 0;
    let waiting = { count: 0, resolve: (): void => undefined };
    const until = (count: number) =>
      new Promise<void>((resolve) => {
        waiting = { count, resolve };
        end(0);
      });
    const onWork = (type: string, handle: (agentWork: AgentWork) => void) => {
      panel.addEventListener(type, (event) => handle((event as Event & { agentWork: AgentWork }).agentWork));
    };
    const end = (more = 1) => {
      ended += more;
      if (ended >= waiting.count) waiting.resolve();
    };
    window.busy = { declined, refused: refusals, until };
    const refused = (error: unknown) => refusals.push(String(error));

    onWork('omni-work-assigned', ({ id, workItemId, stamp }) => {
      const isDeclined = ++assigned % 20 === 0;
      // The event is still being dispatched: the answer waits until it is done.
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
    onWork('omni-work-accepted', ({ id }) => {
      queueMicrotask(() => void panel.closeAgentWork({ workId: id }).catch(refused));
    });
    onWork('omni-acw-started', ({ id }) => {
      const extended =
        ended % 10 === 0 ? panel.extendAfterConversationWork({ workId: id }) : Promise.resolve();
      extended.then(() => panel.endAfterConversationWork({ workId: id })).catch(refused);
    });
    onWork('omni-work-closed', () => end());
    await panel.setServicePresenceStatus({ statusId: 'available' });
  });
}
