import { expect, test } from './support/fixtures.ts';

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
  await noah.hears();
  await noah.hearsNothing();
  expect(await noah.rings()).toHaveLength(1);
  await expect(noah.toast('First question')).toContainText('Opened for you');
  expect(await server.workItem(first)).toMatchObject({ status: 'accepted', repId: 'noah' });

  await chat('Second question', 'record-b');
  await expect(noah.tab('Second question')).toHaveAttribute('aria-selected', 'false');
  await expect(noah.tab('First question')).toHaveAttribute('aria-selected', 'true');

  await chat('More on the second', 'record-b');
  await expect(noah.page.getByRole('tab', { selected: true }).first()).toContainText(/econd/);
  await noah.hearsNothing();
  expect(noah.errors).toEqual([]);
});
