import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.ts';
import { expect, test } from '../support/fixtures.ts';
import { UntouchedPage } from '../support/untouched.ts';
import type { TestServer } from '../support/server/server.ts';

/** The browser as reps use it: no sound before the first click into a page. */
test.use({
  launchOptions: { executablePath: findChromium(), args: [...chromiumFlags] },
  // Recording a trace would count as a gesture.
  trace: 'off',
});

const BLOCKED = 'The browser blocks sound until you click.';
const RING = 10_000;

let rep: UntouchedPage;

test.beforeEach(async ({ page, server }) => {
  rep = await UntouchedPage.open(page, server, 'sofia', ['Available', BLOCKED]);
  await rep.click('[part=button]', 'Offline');
  await rep.click('[role=menuitemradio]', 'Available');
  await rep.until(`deep('omni-channel-panel').getServicePresenceStatusId() === 'available'`);
  await page.reload();
  await rep.shows('p', BLOCKED);
  expect(await rep.wasTouched()).toBe(false);
});

async function offer(server: TestServer, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) {
    await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
    await rep.until(
      `deep('omni-channel-panel').getAgentWorks().some((work) => work.subject === '${subject}')`,
    );
  }
}

test('7: after a reload the rep sees at once that sound is off, and the server is sent a receipt for each silent request; the first click rings what is due then, once, for the rest of its interval', async ({
  server,
}) => {
  const shown = await rep.read<Record<string, number>>('firstShown');
  expect(shown[BLOCKED]! - shown.Available!).toBeLessThan(250);
  await offer(server, ['One', 'Two', 'Three']);
  await expect
    .poll(async () =>
      (await server.alerts('sofia')).map(({ receipts }) =>
        receipts.some(({ kind }) => kind === 'soundBlocked'),
      ),
    )
    .toEqual([true, true, true]);
  expect(await rep.soundStarts()).toEqual([]);
  expect(await rep.wasTouched()).toBe(false);

  await rep.click('[part=turn-on-sound]');
  await rep.until('soundStarts.length > 0');
  const endsAt = await rep.read<number>(`Math.max(...deep('omni-channel-panel').getAgentWorks()
    .map(({ offeredAt }) => offeredAt)) + ${String(RING)}`);
  await rep.until(`Date.now() > ${String(endsAt)} && soundLog.silence > 1000`);
  expect(await rep.soundStarts()).toHaveLength(1);
  const heard = await rep.read<{ to: number }[]>('soundLog.stretches');
  expect(heard).toHaveLength(1);
  // The ring may be in a pause when its time is over.
  expect(heard[0]!.to).toBeLessThan(endsAt + 200);
  expect(heard[0]!.to).toBeGreaterThan(endsAt - 900);
});

test('6: the first click rings nothing that is settled or past its interval', async ({ server }) => {
  const soundLengthSeconds = 5;
  await server.change('presence-configurations', 'support-declining', { soundLengthSeconds });
  await offer(server, ['One']);
  await rep.until(
    `deep('omni-channel-panel').getAgentWorks()[0].offeredAt + ${String(soundLengthSeconds * 1000)} < Date.now()`,
  );
  await offer(server, ['Two', 'Three']);
  await rep.read(`(async () => {
    const panel = deep('omni-channel-panel');
    for (const { id, subject } of panel.getAgentWorks())
      if (subject !== 'One') await panel.acceptAgentWork({ workId: id });
  })()`);
  expect(await rep.wasTouched()).toBe(false);
  await rep.click('[part=turn-on-sound]');
  await rep.until(`!deep('p', '${BLOCKED}')`);
  const readyAt = await rep.read<number>('performance.now()');
  await rep.until(`performance.now() > ${String(readyAt + 500)}`);
  expect(await rep.soundStarts()).toEqual([]);

  // Requests that arrive from now on are heard.
  await offer(server, ['Four']);
  await rep.until('soundStarts.length === 1');
});
