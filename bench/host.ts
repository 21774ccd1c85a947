import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { aConfiguration, REP, statuses } from '../test/fake-backend/records.ts';
import { install } from './in-page.ts';

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

const pages: Record<string, string> = {
  '/panel': `<script type="module">
    import '/dist/cdn/omni-channel-panel.js';
    const panel = document.createElement('omni-channel-panel');
    Object.assign(panel, { apiAddress: location.origin, rep: '${REP.id}', token: 'token' });
    document.body.append(panel);
  </script>`,
  '/notyf': `<link rel="stylesheet" href="/bench/node_modules/notyf/notyf.min.css">
    <script src="/bench/node_modules/notyf/notyf.min.js"></script>
    <script>window.notyf = new Notyf({ duration: 0 });</script>`,
  '/shoelace': `<link rel="stylesheet" href="/bench/node_modules/@shoelace-style/shoelace/cdn/themes/light.css">
    <script type="module" src="/bench/node_modules/@shoelace-style/shoelace/cdn/components/alert/alert.js"></script>`,
};

/** Serves the measured pages, on this machine only. */
export async function serve(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[pathname];
    const isFile =
      /^\/(dist\/cdn|bench\/node_modules)\/[\w@./-]+$/.test(pathname) && !pathname.includes('..');
    const content =
      page !== undefined
        ? Promise.resolve(`<!doctype html><html lang="en"><title>Bench</title><body>${page}</body></html>`)
        : isFile
          ? readFile(`.${pathname}`)
          : Promise.reject(new Error('There is no such page.'));
    content.then(
      (body) => {
        response.setHeader('content-type', types[extname(pathname)] ?? 'text/html; charset=utf-8');
        response.setHeader('cache-control', isFile ? 'max-age=3600' : 'no-store');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was free.');
  return { address: `http://127.0.0.1:${String(address.port)}`, close: () => server.close() };
}

/** A page with a fake back end in it, in which the rep has this status. */
export async function newPage(context: BrowserContext, statusId = 'available'): Promise<Page> {
  const configuration = aConfiguration();
  const status = statuses.find(({ id }) => id === statusId);
  const snapshot = {
    revision: 0,
    rep: REP,
    presence: { status, since: Date.now(), cause: 'rep' },
    capacity: { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } },
    statusAfterAcw: null,
    agentWorks: [],
    configurationVersion: 'v1',
  };
  const welcome = { type: 'welcome', beatInterval: 4000, grace: 30_000, snapshot };
  const page = await context.newPage();
  await page.addInitScript(install, { welcome, configuration });
  return page;
}

/** Waits until the presence button shows a status and accepts clicks. */
export async function usable(page: Page): Promise<void> {
  await page
    .locator('omni-channel-panel [part=button][aria-disabled=false]', { hasText: /Available|Offline/ })
    .waitFor();
}
