import type { Page } from '@playwright/test';
import { ACCEPTED_WORK, moveClock } from '../e2e/support/workspace.ts';
import { printFigures } from './support/figures.ts';
import { expect, test } from './support/fixtures.ts';
import { HiddenRep, PANEL } from './support/hidden-rep.ts';
import type { Rep } from './support/rep.ts';
import { lasts } from './support/time.ts';

const DAY = 86_400_000;
const subject = 'Line drops every evening';

/** Moves the page's wall clock a day ahead and back, every two seconds. */
const jumpingClock = async (page: Page) => {
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + (Math.floor(performance.now() / 2000) % 2 === 0 ? 86_400_000 : -86_400_000);
  });
};

const clocks: Record<string, ((page: Page) => Promise<void>) | undefined> = {
  'right, a reload and a crash meanwhile': undefined,
  'a day fast': (page) => moveClock(page, DAY),
  'that jumps two days to and fro, a frozen page meanwhile': jumpingClock,
};

/** What happens to the page while the countdown runs. */
async function meanwhile(clock: string, rep: Rep): Promise<void> {
  if (clock.includes('reload')) {
    await rep.page.reload();
    await rep.crash();
    await rep.openTab(/./);
  }
  if (clock.includes('frozen')) await rep.freezeFor(6000);
}

for (const [clock, prepare] of Object.entries(clocks))
  test(`9: wrap-up with one extension and a push time-out end at the server’s instant, local clock ${clock}`, async ({
    server,
    ledger,
    atWork,
  }) => {
    await server.change('routing-configurations', 'messages', { pushTimeoutSeconds: 5 });
    const rep = await atWork('sofia', prepare);
    await rep.atWork.choose('Available');
    await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject: 'Missed' });
    const missed = rep.page.locator('omni-missed-notice');
    // What the panel itself times follows the server's clock: the ring, and the seconds left.
    await rep.atWork.waitForRing('Missed');
    await expect(missed).toContainText('Missed: Missed');
    const late = Date.now() - (await ledger.works('sofia'))[0]!.stamp.deadline!;
    expect(late).toBeGreaterThan(0);
    printFigures(`9: push time-out, clock ${clock}: server's instant to shown`, [late]);
    expect(late).toBeLessThan(1000);

    await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
    await rep.atWork.answer(subject, 'Accept');
    await rep.page.locator(ACCEPTED_WORK).getByRole('button', { name: /^End/ }).click();
    await rep.page
      .locator('omni-acw-timer')
      .getByRole('button', { name: /^Extend/ })
      .click();
    await meanwhile(clock, rep);
    const work = async () => (await ledger.works('sofia')).find((one) => one.subject === subject)!;
    await expect.poll(async () => (await work()).acw?.extensionsUsed).toBe(1);
    const { endsAt, startedAt } = (await work()).acw!;
    expect(endsAt - startedAt).toBe(45_000);
    await expect.poll(() => rep.facts('omni-acw-ended').length, { timeout: 60_000, intervals: [50] }).toBe(1);
    const ended = rep.entries.findLast((entry) => entry.kind === 'fact' && entry.name === 'omni-acw-ended')!;
    printFigures(`9: wrap-up, clock ${clock}: server's instant to ended`, [ended.at - endsAt]);
    expect(ended.at - endsAt).toBeGreaterThanOrEqual(0);
    expect(ended.at - endsAt).toBeLessThan(1000);
  });

test('9: in a page hidden for long, wrap-up and push time-out end within a second of the server’s instant', async ({
  server,
  link,
  ledger,
}) => {
  test.setTimeout(240_000);
  await server.change('routing-configurations', 'messages', { pushTimeoutSeconds: 20 });
  const rep = await HiddenRep.open(link.address);
  try {
    await rep.hide();
    await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
    await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject: 'Missed' });
    await rep.until(`${PANEL}.getAgentWorks().length === 2`);
    await rep.page.read(`(async () => {
      const { id } = ${PANEL}.getAgentWorks().find(({ subject }) => subject === '${subject}');
      await ${PANEL}.acceptAgentWork({ workId: id });
      await ${PANEL}.closeAgentWork({ workId: id });
    })()`);
    const work = async (wanted: string) =>
      (await ledger.works('sofia')).find((one) => one.subject === wanted)!;
    const { endsAt } = (await work(subject)).acw!;
    const { deadline } = (await work('Missed')).stamp;
    const fact = (name: string) =>
      rep.waitForEntry(name, (entry) => entry.kind === 'fact' && entry.name === name, 0, 60_000);
    const late = [
      (await fact('omni-work-declined')).at - deadline!,
      (await fact('omni-acw-ended')).at - endsAt,
    ];
    printFigures('9: hidden for long: server’s instant to ended', late);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThan(1000);
    await lasts(500);
  } finally {
    await rep.close();
  }
});
