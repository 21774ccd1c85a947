import type { Page } from '@playwright/test';
import type { TestServer } from './server/server.ts';

const PATH = '/bare-panel';

/** A page at the server's address with only the built panel in it, so that everything it holds belongs to the panel. */
export async function openBarePanel(
  page: Page,
  server: TestServer,
  rep: string,
  address = server.address,
): Promise<void> {
  const token = await server.token(rep);
  // An intercepted page counts as public, and may not access the local network without permission.
  await page.context().grantPermissions(['local-network-access']);
  await page.route(`**${PATH}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Panel</title><body>
        <script type="module" src="${PATH}.js"></script>
        <script type="module">
          await customElements.whenDefined('omni-channel-panel');
          window.makePanel = () => Object.assign(document.createElement('omni-channel-panel'), {
            apiAddress: location.origin, rep: '${rep}', token: '${token}', watchdog: '/watchdog.js',
          });
          window.panel = window.makePanel();
          document.body.append(window.panel);
        </script></body></html>`,
    }),
  );
  await page.route(`**${PATH}.js`, (route) => route.fulfill({ path: 'dist/cdn/omni-channel-panel.js' }));
  await page.route('**/watchdog.js', (route) => route.fulfill({ path: 'dist/watchdog.js' }));
  await page.goto(`${address}${PATH}`);
  await page.locator('omni-channel-panel [part=button][aria-disabled=false]').waitFor();
}
