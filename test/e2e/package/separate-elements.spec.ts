import { chromium } from '@playwright/test';
import { autoplayFlag, chromiumFlags, findChromium } from '../../../scripts/find-chromium.ts';
import { block } from '../support/host/docs-code.ts';
import { accepts, page } from '../support/host/host-page.ts';
import { expect, test } from '../support/host/packed.ts';
import { heardAfter, installSoundProbe } from '../support/sound-probe.ts';
import { Spoken } from '../support/spoken.ts';
import { STATUS } from '../support/workspace.ts';

test('the parts of the example hear, accept and wrap up work, each in its place', async ({
  server,
  host,
  project,
}) => {
  // The page names the address of the demo server.
  const rules = `--host-resolver-rules=MAP localhost:5173 127.0.0.1:${String(server.port)}`;
  const accessible = '--enable-blink-features=ComputedAccessibilityInfo';
  const args = [...chromiumFlags, autoplayFlag, rules, accessible];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const tab = await browser.newPage({ viewport: { width: 1100, height: 700 } });
    await installSoundProbe(tab);
    const spoken = await Spoken.install(tab);
    const files = new Map([['omni-channel-panel.js', project.read('dist/cdn/omni-channel-panel.js')]]);
    const errors = await host.open(tab, { html: page(block('docs/embedding.md', '<omni-presence')), files });

    await tab.locator('omni-presence [part=button]').click();
    await tab.getByRole('menuitemradio', { name: 'Available' }).click();
    await expect(tab.locator(`omni-presence ${STATUS}`)).toHaveText('Available');

    const asked = Date.now();
    const subject = 'Where is my router?';
    const first = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
    await heardAfter(tab, asked);
    const second = await server.createWork({
      channel: 'Chat',
      queue: 'Sales_chat',
      subject: 'And my modem?',
    });
    const answers = tab.locator('omni-requests').getByRole('button', { name: /^Accept/ });
    await expect(answers).toHaveCount(2);
    const announced = (await spoken.log()).filter(
      (said) => said.startsWith('alert: ') && said.includes(subject),
    );
    expect(announced).toHaveLength(1);

    await answers.first().focus();
    await accepts(tab.locator('omni-requests'));
    await expect(tab.locator('omni-requests').getByRole('article', { name: subject })).toHaveCount(0);
    await expect(answers).toBeFocused();
    await accepts(tab.locator('omni-requests'));
    for (const id of [first, second])
      await expect.poll(async () => (await server.workItem(id)).status).toBe('accepted');
    await expect(tab.locator('h1')).toHaveText('And my modem?');
    await expect(tab.locator('omni-work [part=show]').first()).toBeFocused();
    await expect(tab.locator('omni-log')).toContainText(subject);

    await tab
      .locator('omni-work')
      .getByRole('button', { name: `End conversation: ${subject}` })
      .click();
    await expect(tab.locator('omni-wrap-up').getByRole('button', { name: 'All done' })).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
