import { expectAgreement } from './support/agreement.ts';
import { expect, test } from './support/fixtures.ts';
import type { Panel } from './support/rep.ts';
import { ACCEPTED_WORK } from '../e2e/support/workspace.ts';

const subject = 'Which plan fits me?';
const offer = { channel: 'Chat', queue: 'Sales_chat', subject } as const;
type Accepting = Panel & { acceptAgentWork(work: { workId: string }): Promise<void> };

test('3: a double click, the shortcut and the method at once have one effect; until it is confirmed it is "checking"', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  const before = (await ledger.commands('sofia')).length;
  await server.createWork(offer);
  await rep.atWork.takesClicks(subject);
  const accepts: string[] = [];
  link.tamper = ({ bytes, text }, direction) => {
    if (direction === 'toServer' && text?.startsWith('{"type":"accept"')) accepts.push(text);
    return [bytes];
  };
  link.delay = 300;
  const { x, y } = (await rep.atWork.toast(subject).getByRole('button', { name: 'Accept' }).boundingBox())!;
  await Promise.all([
    rep.page.mouse.dblclick(x + 5, y + 5),
    rep.page.keyboard.press('Alt+a'),
    rep.page.evaluate(async () => {
      const panel = document.querySelector('omni-channel-panel') as unknown as Accepting;
      const { id } = panel.getAgentWorks()[0]!;
      await Promise.all([panel.acceptAgentWork({ workId: id }), panel.acceptAgentWork({ workId: id })]);
    }),
  ]);
  await expect(rep.page.locator(ACCEPTED_WORK)).toHaveCount(1);
  expect(accepts).toHaveLength(1);
  expect(rep.states(await rep.workId(subject))).toContain('checking');
  expect(rep.facts('omni-work-accepted')).toHaveLength(1);
  expect(await ledger.commands('sofia')).toHaveLength(before + 1);
  await expectAgreement(ledger, rep);
});

test('3: the confirmation is lost with the connection: sent again with the same id, with one effect @short', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  const before = (await ledger.commands('sofia')).length;
  await server.createWork(offer);
  await rep.atWork.takesClicks(subject);
  const accepts: string[] = [];
  let isDeaf = false;
  link.tamper = ({ bytes, text }, direction) => {
    const isAccept = direction === 'toServer' && text?.startsWith('{"type":"accept"');
    if (isAccept && text) accepts.push(text);
    if (isAccept && accepts.length === 1) isDeaf = true;
    return isDeaf && direction === 'toBrowser' ? [] : [bytes];
  };
  await rep.atWork.toast(subject).getByRole('button', { name: 'Accept' }).click();
  await expect.poll(async () => (await ledger.works('sofia'))[0]?.status).toBe('opened');
  expect(rep.facts('omni-work-accepted')).toHaveLength(0);
  await expect(rep.page.locator(ACCEPTED_WORK)).toHaveCount(0);
  isDeaf = false;
  link.reset();
  await expect(rep.page.locator(ACCEPTED_WORK)).toHaveCount(1);
  await expect.poll(() => accepts.length).toBe(2);
  expect(accepts[0]).toBe(accepts[1]);
  expect(await ledger.commands('sofia')).toHaveLength(before + 1);
  await expectAgreement(ledger, rep);
});

test('3: every command arrives twice, and again over the old socket after the new one: one effect each', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  link.tamper = ({ bytes, text }, direction) =>
    direction === 'toServer' && !text?.startsWith('{"type":"hello"') ? [bytes, bytes] : [bytes];
  const rep = await atWork('sofia');
  const { page } = rep;
  await rep.atWork.choose('Available');
  await server.createWork(offer);
  await rep.atWork.takesClicks(subject);
  const before = (await ledger.commands('sofia')).length;
  link.hold();
  await rep.atWork.toast(subject).getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => rep.states(null).includes('checking')).toBe(true);
  link.loseHeld();
  await expect(page.locator(ACCEPTED_WORK)).toHaveCount(1);
  link.release();
  await page.locator(ACCEPTED_WORK).getByRole('button', { name: /^End/ }).click();
  const timer = page.locator('omni-acw-timer');
  await timer.getByRole('button', { name: 'Extend 15 s (2 left)' }).click();
  await expect(timer.getByRole('button', { name: 'Extend 15 s (1 left)' })).toBeVisible();
  const commands = await ledger.commands('sofia');
  expect(commands).toHaveLength(before + 3);
  expect(commands.map(({ outcome }) => outcome.kind)).toEqual(commands.map(() => 'done'));
  const [work] = await ledger.works('sofia');
  expect(work?.acw?.extensionsUsed).toBe(1);
  await expectAgreement(ledger, rep);
});

test('3: two clicks while the server is suspended for three seconds: one effect, and no confirmation before it', async ({
  server,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  await server.createWork(offer);
  await rep.atWork.takesClicks(subject);
  server.pause();
  await rep.atWork.toast(subject).getByRole('button', { name: 'Accept' }).click();
  const clickedAt = Date.now();
  await expect.poll(() => rep.states(null).includes('checking')).toBe(true);
  await expect.poll(() => Date.now() - clickedAt, { intervals: [100] }).toBeGreaterThan(3000);
  expect(rep.facts('omni-work-accepted')).toHaveLength(0);
  server.resume();
  await expect(rep.page.locator(ACCEPTED_WORK)).toHaveCount(1);
  expect(rep.facts('omni-work-accepted')).toHaveLength(1);
  await expectAgreement(ledger, rep);
});
