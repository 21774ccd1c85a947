import { ARCHIVE_NAME } from '../../src/platform/archive.ts';
import { RepAtWork } from '../e2e/support/workspace.ts';
import { expect, test } from './support/fixtures.ts';

interface Configured {
  getAgentAlias(): string | null;
  getAgentWorkload(): { configuredCapacity: number } | null;
}

test('13: a browser never shows one rep’s configuration to another, even if the cache is mixed up', async ({
  server,
  link,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.atWork.choose('Available');
  // Stores Sofia's cached configuration under Amara's key as well.
  await sofia.page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error('The archive did not open.'));
        opening.onsuccess = () => {
          const store = opening.result
            .transaction('configurations', 'readwrite')
            .objectStore('configurations');
          store.openCursor().onsuccess = function (this: IDBRequest<IDBCursorWithValue | null>) {
            const { result } = this;
            if (!result) return;
            store.put(result.value, (result.key as string).replace(/sofia$/, 'amara'));
            result.continue();
          };
          store.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    ARCHIVE_NAME,
  );
  await sofia.page.close();
  await server.kill();
  const amara = await RepAtWork.openIn(sofia.context, link, 'amara', {
    status: /unknown|Connecting/i,
    prepare: (page) => RepAtWork.fromDisk(page),
  });
  const alias = () =>
    amara.page.evaluate(() =>
      (document.querySelector('omni-channel-panel') as unknown as Configured).getAgentAlias(),
    );
  await expect(amara.page.locator('omni-connection-banner')).toContainText('Cannot connect', {
    timeout: 20_000,
  });
  expect(await alias()).toBeNull();
  await expect(amara.page.getByText(/settings as of/i)).toHaveCount(0);
  await server.run();
  await expect(amara.status).toHaveText('Offline', { timeout: 30_000 });
  expect(await alias()).toBeNull();
});

test('13: an older configuration that arrives late does not replace the newer one', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  await sofia.atWork.choose('Available');
  const total = () =>
    page.evaluate(
      () =>
        (document.querySelector('omni-channel-panel') as unknown as Configured).getAgentWorkload()
          ?.configuredCapacity,
    );
  let [asked, letGo] = [0, (): void => undefined];
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/v1/presence-configuration', async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    const old = await route.fetch();
    await held;
    await route.fulfill({ response: old });
  });
  const set = (agentAlias: string) =>
    server.change('presence-configurations', 'support-declining', {
      agentAlias: { kind: 'text', text: agentAlias },
    });
  await set('Older');
  await expect.poll(() => asked).toBe(1);
  await set('Newer');
  letGo();
  const alias = () =>
    page.evaluate(() =>
      (document.querySelector('omni-channel-panel') as unknown as Configured).getAgentAlias(),
    );
  await expect.poll(alias).toBe('Newer');
  await page.unrouteAll({ behavior: 'wait' });
  await page.reload();
  await expect.poll(alias).toBe('Newer');
  // The alias comes from the cache at once, the workload only with the connection.
  await expect.poll(total).toBe(10);
});
