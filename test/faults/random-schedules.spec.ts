import fc from 'fast-check';
import { expectAgreement } from './support/agreement.ts';
import { expect, test } from './support/fixtures.ts';
import type { Ledger } from './support/ledger.ts';
import { Rep } from './support/rep.ts';
import { restore, schedule, scheduleOfTabs, take, type Place, type Step } from './support/schedules.ts';

/** The number of tests that share the schedules, so that several run in parallel. */
const SHARES = 4;
const SCHEDULES = Number(process.env.OMNI_FAULT_SCHEDULES ?? 200);
/** The same seed makes the same schedules. */
const SEED = Number(process.env.OMNI_FAULT_SEED ?? Math.floor(Date.now() / 1000) % 1_000_000);
const A_SCHEDULE_AT_MOST = 60_000;

interface Share {
  readonly seed: number;
  readonly count: number;
  readonly steps: fc.Arbitrary<Step[]>;
}

function schedules(title: string, share: Share): void {
  const { seed, count } = share;
  test(title, async ({ browser, server, link, ledger }) => {
    test.setTimeout(count * A_SCHEDULE_AT_MOST);
    console.info(`    ${String(count)} schedules, OMNI_FAULT_SEED=${String(SEED)}`);
    let [steps, begun] = [0, 0];
    await fc.assert(
      fc.asyncProperty(share.steps, async (wanted) => {
        begun += 1;
        const rep = await Rep.open(browser, 'sofia', { address: link.address });
        const place: Place = { rep, link, server, items: [] };
        try {
          await rep.atWork.choose('Available');
          for (const step of wanted) await take(step, place);
          steps += wanted.length;
          await restore(link);
          for (const which of rep.tabs.keys()) {
            rep.switchTab(which);
            await rep.connected(40_000);
            await expectAgreement(ledger, rep);
            await expectAnswersKept(ledger, rep);
          }
        } finally {
          await restore(link);
          server.resume();
          await leave(place, ledger);
        }
      }),
      { seed, numRuns: count },
    );
    console.info(`    ${String(begun)} schedules with ${String(steps)} steps: the books agree`);
  });
}

for (let share = 1; share <= SHARES; share += 1) {
  const [seed, count] = [SEED + share, Math.ceil(SCHEDULES / SHARES)];
  const what = `random schedules of faults and answers, share ${String(share)}: the books agree`;
  if (share < SHARES) schedules(`2 to 6, 10, 14: ${what}`, { seed, count, steps: schedule });
  else schedules(`2 to 6, 10, 11, 14: three browser tabs, ${what}`, { seed, count, steps: scheduleOfTabs });
}

/** Expects that the outcomes shown to the rep match the server's, and that no answer is still pending. */
async function expectAnswersKept(ledger: Ledger, rep: Rep): Promise<void> {
  const pending = rep.page.locator('omni-work-request:is([state=checking], [state=kept])');
  await expect(pending, 'answers under way').toHaveCount(0);
  const works = await ledger.works(rep.id);
  for (const entry of rep.entries) {
    if (entry.kind !== 'answer') continue;
    const work = works.find(({ id }) => id === entry.workId);
    if (entry.outcome === 'done' && entry.what === 'acceptAgentWork') expect(work?.openedBy).toBe('rep');
    if (entry.outcome === 'done' && entry.what === 'declineAgentWork') {
      expect(work?.status).toBe('declined');
      if (work?.stamp.declineReasons.length) expect(work.declineReason?.id).toBe('wrong-language');
    }
    const isKnown = [
      'done',
      'noLongerOpen',
      'notConnected',
      'notAcceptable',
      'noExtensionLeft',
      'unknownWork',
      'notDeclinable',
      'notYours',
    ].includes(entry.outcome);
    expect(isKnown, `${entry.what} came to ${entry.outcome}`).toBe(true);
  }
}

/** Cleans up for the next schedule: no open work, nobody at the panel. */
async function leave({ rep, server, items }: Place, ledger: Ledger): Promise<void> {
  for (const item of items) await server.customerLeft(item);
  await rep.connected(40_000);
  await expect
    .poll(async () => (await ledger.works(rep.id)).filter(({ status }) => status === 'assigned'))
    .toEqual([]);
  await rep.endWork();
  await rep.page.evaluate(() =>
    (document.querySelector('omni-channel-panel') as unknown as { logout(): Promise<void> }).logout(),
  );
  await rep.close();
}
