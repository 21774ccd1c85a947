import { acceptsARequest } from '../e2e/support/host/host-page.ts';
import { expect, test } from '../e2e/support/host/packed.ts';
import { freePort, TestServer } from '../e2e/support/server/server.ts';
import { installSoundProbe } from '../e2e/support/sound-probe.ts';
import { InstalledExample } from './installed-example.ts';

/** Those whose page is rendered on a server, or as if by one, and hydrated. */
const rendered = ['react', 'next'];

test('installed from the tarball it compiles, and accepts a request that is heard', async ({
  page,
  project,
}, { project: { name } }) => {
  const port = await freePort();
  const address = `http://localhost:${String(port)}`;
  const server = await TestServer.start({ OMNI_ALLOWED_ORIGINS: address });
  const example = new InstalledExample(name, server.address);
  try {
    example.install(project.tarball);
    example.build();
    const stop = await example.serve(port);
    try {
      const html = await (await fetch(address)).text();
      const isRendered = html.includes('<omni-channel-panel');
      expect(isRendered).toBe(rendered.includes(name) || name === 'plain');

      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await installSoundProbe(page);
      await page.goto(address);
      await expect(page.locator('h1')).toHaveText('Nothing is open');
      const subject = await acceptsARequest(page, server);
      await expect(page.locator('h1')).toHaveText(subject);
      expect(errors).toEqual([]);
    } finally {
      await stop();
    }
  } finally {
    example.remove();
    await server.stop();
  }
});
