import { expect, test } from '../support/fixtures.ts';
import { ACCEPTED_WORK } from '../support/workspace.ts';

test('automatic acceptance chimes once and opens by the rules: none open, some open, this record open', async ({
  server,
  atWork,
}) => {
  const noah = await atWork('noah');
  await noah.choose('Available');
  const chat = (subject: string, recordId: string) =>
    server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject, recordId });

  const first = await chat('First question', 'record-a');
  await expect(noah.tab('First question')).toHaveAttribute('aria-selected', 'true');
  await noah.waitForRing('First question');
  await noah.waitForSilence();
  expect(await noah.rings()).toHaveLength(1);
  // Its record is in front, so there is nothing left to say.
  await expect(noah.toast('First question')).toHaveCount(0);
  expect(await server.workItem(first)).toMatchObject({ status: 'accepted', repId: 'noah' });

  await chat('Second question', 'record-b');
  await expect(noah.tab('Second question')).toHaveAttribute('aria-selected', 'false');
  await expect(noah.toast('Second question')).toContainText('Opened for you');
  await expect(noah.tab('First question')).toHaveAttribute('aria-selected', 'true');

  // Frees capacity for a third request. The record of an ended conversation stays open.
  const work = noah.page.locator(ACCEPTED_WORK, { hasText: 'First question' });
  await work.getByRole('button', { name: /^End/ }).click();
  await expect(work).toHaveCount(0);
  await expect(noah.tab('First question')).toHaveAttribute('aria-selected', 'true');

  await chat('More on the second', 'record-b');
  // It is the same tab: the host names it after its latest work.
  await expect(noah.tab('More on the second')).toHaveAttribute('aria-selected', 'true');
  await expect(noah.tab('Second question')).toHaveCount(0);
  await expect(noah.page.locator(ACCEPTED_WORK)).toHaveCount(2);
  await expect(noah.toast('Second question')).toHaveCount(0, { timeout: 10_000 });
  await noah.waitForSilence();
  expect(noah.errors).toEqual([]);
});
