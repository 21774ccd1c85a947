import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.ts';
import { expect, test } from '../support/fixtures.ts';
import { heardAfter, installSoundProbe } from '../support/sound-probe.ts';
import { UntouchedPage } from '../support/untouched.ts';

/** The browser as reps use it: no sound before the first click into a page. */
test.use({
  launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  // Recording a trace would count as a gesture.
  trace: 'off',
});

const BLOCKED = 'The browser blocks sound until you click.';

test('a tab with blocked sound leaves the ring to one that can play, and says that sound is off only when that one is gone', async ({
  context,
  server,
}) => {
  const locked = await UntouchedPage.open(await context.newPage(), server, 'sofia');
  await locked.until(`deep('omni-channel-panel').getServicePresenceStatusId() === 'offline'`);
  const page = await context.newPage();
  await installSoundProbe(page);
  await page.goto(`${server.address}/?rep=sofia`);
  await page.locator('omni-presence-menu [part=button]').click();
  await page.getByRole('menuitemradio', { name: 'Available' }).click();
  await locked.until(`deep('omni-channel-panel').getServicePresenceStatusId() === 'available'`);
  for (const subject of ['One', 'Two']) {
    await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
    await locked.until(
      `deep('omni-channel-panel').getAgentWorks().some((work) => work.subject === '${subject}')`,
    );
    const offeredAt = await locked.read<number>(
      `deep('omni-channel-panel').getAgentWorks().find((work) => work.subject === '${subject}').offeredAt`,
    );
    await heardAfter(page, offeredAt);
  }
  expect(await locked.soundStarts()).toEqual([]);
  expect(await locked.read(`Boolean(deep('p', '${BLOCKED}'))`)).toBe(false);
  expect(await locked.wasTouched()).toBe(false);

  await page.close();
  await locked.shows('p', BLOCKED);
  expect(await locked.soundStarts()).toEqual([]);
});
