import { expectAgreement } from './support/agreement.ts';
import { printFigures } from './support/figures.ts';
import { expect, test } from './support/fixtures.ts';
import { isOpenWork } from './support/ledger.ts';
import type { Panel, Rep } from './support/rep.ts';
import { lasts } from './support/time.ts';

type Accepting = Panel & { acceptAgentWork(work: { workId: string }): Promise<void> };
/** The outcome of the rep's answer, as reported to the host. */
type Outcome = 'accepted' | 'refused';

const accept = (rep: Rep, workId: string): Promise<Outcome> =>
  rep.page.evaluate((id) => {
    const panel = document.querySelector('omni-channel-panel') as unknown as Accepting;
    return panel.acceptAgentWork({ workId: id }).then(
      () => 'accepted' as const,
      () => 'refused' as const,
    );
  }, workId);

const opened = async (rep: Rep, workId: string): Promise<boolean> =>
  (await rep.openWorks()).some(
    (work) => work === `${workId} opened` || work === `${workId} afterConversationWork`,
  );

test('5: accept against a customer who leaves: one winner, the server’s, and the panel agrees within a second @short', async ({
  server,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  const agreed: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const subject = `Round ${String(round)}`;
    const item = await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
    await expect.poll(() => rep.workId(subject)).not.toBeNull();
    const workId = (await rep.workId(subject))!;
    const [outcome] = await Promise.all([
      accept(rep, workId),
      lasts(round).then(() => server.customerLeft(item)),
    ]);
    const over = Date.now();
    const work = (await ledger.works('sofia')).find(({ id }) => id === workId)!;
    expect(outcome).toBe(work.openedAt === null ? 'refused' : 'accepted');
    await expect.poll(() => opened(rep, workId), { intervals: [20] }).toBe(isOpenWork(work));
    agreed.push(Date.now() - over);
    await rep.endWork();
  }
  printFigures('5: accept against withdrawal, both done to agreed', agreed);
  expect(Math.max(...agreed)).toBeLessThan(1000);
  await expectAgreement(ledger, rep);
});

test('5: accept against the push time-out: one winner, the server’s, and the panel agrees within a second', async ({
  server,
  ledger,
  atWork,
}) => {
  await server.change('routing-configurations', 'messages', { pushTimeoutSeconds: 2 });
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  const agreed: number[] = [];
  const winners = new Set<Outcome>();
  for (const early of [120, 60, 40, 20, 10, 5, 0, -10, -40, -150]) {
    const subject = `${String(early)} ms before`;
    await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
    await expect.poll(() => rep.workId(subject)).not.toBeNull();
    const workId = (await rep.workId(subject))!;
    const { stamp } = (await ledger.works('sofia')).find(({ id }) => id === workId)!;
    await lasts(stamp.deadline! - early - Date.now());
    const outcome = await accept(rep, workId);
    winners.add(outcome);
    const over = Date.now();
    await expect
      .poll(async () => (await ledger.works('sofia')).find(({ id }) => id === workId)?.status)
      .toBe(outcome === 'accepted' ? 'opened' : 'declinedOnPushTimeout');
    await expect.poll(() => opened(rep, workId), { intervals: [20] }).toBe(outcome === 'accepted');
    agreed.push(Date.now() - over);
    await rep.endWork();
  }
  expect([...winners].sort(), 'each of them won').toEqual(['accepted', 'refused']);
  printFigures('5: accept against push time-out, answered to agreed', agreed);
  expect(Math.max(...agreed)).toBeLessThan(1000);
  await expectAgreement(ledger, rep);
});
