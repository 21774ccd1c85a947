import type { Page } from '@playwright/test';
import { chromiumFlags, autoplayFlag, findChromium } from '../../../scripts/find-chromium.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({
  launchOptions: {
    executablePath: findChromium(),
    // Fake devices, and permission for the microphone.
    args: [
      ...chromiumFlags,
      autoplayFlag,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
});

declare global {
  interface Window {
    /** The notifications that are shown, by tag. */
    standing: Map<string, Notification>;
  }
}

/** Gives the test access to the browser's own notifications. */
async function watchNotifications(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.standing = new Map();
    const Real = Notification;
    window.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        window.standing.set(this.tag, this);
      }
      override close(): void {
        window.standing.delete(this.tag);
        super.close();
      }
    };
  });
}

const standing = (page: Page) =>
  page.evaluate(() => [...window.standing.values()].map(({ title, body }) => `${title} / ${body}`));

/** Simulates another browser tab in front: a headless browser never hides a page. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

test('a request for a hidden page: a notification until it is seen or settled, and a mark in the title', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  await page.context().grantPermissions(['notifications']);
  await watchNotifications(page);
  await sofia.choose('Available');
  const title = await page.title();

  await hide(page, true);
  const subject = 'Card charged twice';
  await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject });
  await expect.poll(() => standing(page)).toHaveLength(1);
  expect((await standing(page))[0]).toMatch(
    /^Incoming call: Card charged twice \/ Ines Carvalho\nVoice · Billing/,
  );
  await expect(page).toHaveTitle(/^\(1\) New request/);

  await hide(page, false);
  expect(await standing(page)).toEqual([]);
  await sofia.answer(subject, 'Accept');
  await expect(sofia.tab(subject)).toBeVisible();
  await expect(page).toHaveTitle(title);

  await hide(page, true);
  const second = await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject: 'Second' });
  await expect.poll(() => standing(page)).toHaveLength(1);
  await server.customerLeft(second);
  await expect.poll(() => standing(page)).toEqual([]);
  expect(sofia.errors).toEqual([]);
});

test('a missed request is explained in the log and by the server', async ({ server, atWork }) => {
  await server.change('routing-configurations', 'calls', { pushTimeoutSeconds: 5 });
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'SIM blocked after three tries';
  await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject });
  await expect(sofia.page.locator('omni-missed-notice')).toContainText(subject);
  await sofia.openLog();
  await sofia.logged(subject).locator('summary').press('Enter');
  const explained =
    /Shown \d\.\d s after the offer in a visible browser tab; the sound started \d\.\d s after the offer; the push time-out came first\./;
  await expect(sofia.logged(subject).locator('details p')).toHaveText(explained);
  const [alert] = await server.alerts('sofia');
  expect(alert?.explanation).toMatch(explained);
});

test('requests ring on the device that the rep chose, and on a second one, even after a reload', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  // The devices that the browser really accepted: it refuses missing ones.
  await page.addInitScript(() => {
    const sinks: Record<string, string> = {};
    Object.assign(window, { sinks });
    for (const [name, { prototype }] of Object.entries({
      context: AudioContext,
      element: HTMLMediaElement,
    })) {
      const sending = prototype as unknown as { setSinkId: (id: string) => Promise<void>; sinkId: string };
      const send = sending.setSinkId;
      sending.setSinkId = async function (id) {
        await send.call(this, id);
        sinks[name] = this.sinkId;
      };
    }
  });
  await page.context().grantPermissions(['microphone']);
  await page.reload();
  const taken = () => page.evaluate(() => (window as unknown as { sinks: Record<string, string> }).sinks);
  await page.getByRole('button', { name: 'Sound and shortcuts' }).click();
  const [main, second] = [page.locator('[data-place=main]'), page.locator('[data-place=second]')];
  const [first, other] = (await main.locator('option').allTextContents()).slice(1) as [string, string];
  await main.selectOption(first);
  await second.selectOption(other);
  await expect.poll(async () => Object.keys(await taken())).toEqual(['context', 'element']);
  const chosen = await taken();
  expect(chosen.context).not.toBe(chosen.element);
  await expect(second.locator('option')).not.toContainText([first]);

  await page.reload();
  await expect.poll(taken).toEqual(chosen);
  await sofia.choose('Available');
  const subject = 'Card charged twice';
  await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject });
  await sofia.waitForRing(subject);
  expect(sofia.errors).toEqual([]);
});
