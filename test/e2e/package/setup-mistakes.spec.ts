import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test as base } from '../support/fixtures.ts';
import { page as hostPage } from '../support/host/host-page.ts';
import { ApiFront, type Mistake } from '../support/server/front.ts';
import { TestServer } from '../support/server/server.ts';

/** A host's web server, the API, which allows its origin, and what stands in front of the API. */
const test = base.extend<{ host: string; front: (mistake?: Mistake) => Promise<string> }>({
  host: async ({}, use) => {
    const http = createServer(({ url }, answer) => {
      const isScript = url === '/panel.js';
      answer
        .writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
        .end(isScript ? readFileSync('dist/cdn/omni-channel-panel.js') : hostPage(''));
    }).listen(0, 'localhost');
    await once(http, 'listening');
    await use(`http://localhost:${String((http.address() as AddressInfo).port)}`);
    http.closeAllConnections();
    http.close();
  },
  server: async ({ host }, use) => {
    const server = await TestServer.start({ OMNI_ALLOWED_ORIGINS: host });
    await use(server);
    await server.stop();
  },
  front: async ({ server }, use) => {
    const fronts: ApiFront[] = [];
    await use(async (mistake) => {
      const front = await ApiFront.open(server.port, mistake);
      fronts.push(front);
      return front.address;
    });
    for (const front of fronts) front.close();
  },
});

/** What the host's code sets; a `token` that is missing is not set. */
interface Given {
  readonly rep?: string;
  readonly apiAddress?: string;
  readonly token?: string;
}
interface Problem {
  readonly problem: string;
  readonly detail: string;
}

/** A page of the host with a panel: its warnings in the console, and the problems of which its code is told. */
async function embed(tab: Page, host: string, given: Given) {
  const warnings: string[] = [];
  tab.on('console', (message) => {
    if (message.text().startsWith('<omni-channel-panel>')) warnings.push(message.text());
  });
  await tab.goto(host);
  await tab.evaluate(async (properties) => {
    const script = '/panel.js';
    await import(script);
    const panel = document.createElement('omni-channel-panel');
    const problems: Problem[] = [];
    panel.addEventListener('omni-problem', (event) => {
      const { problem, detail } = event as unknown as Problem;
      problems.push({ problem, detail });
    });
    document.body.append(Object.assign(panel, properties, { problems }));
  }, given);
  const problems = (): Promise<Problem[]> =>
    tab.evaluate(
      () => (document.querySelector('omni-channel-panel') as unknown as { problems: Problem[] }).problems,
    );
  return {
    /** Waits for the problem, and for the one warning about it with the page that explains it. */
    async tells(problem: string, detail: string | RegExp) {
      await expect
        .poll(async () =>
          (await problems()).filter((one) => one.problem === problem).map((one) => one.detail),
        )
        .toContainEqual(typeof detail === 'string' ? detail : expect.stringMatching(detail));
      const about = warnings.filter((warning) =>
        typeof detail === 'string' ? warning.includes(detail) : detail.test(warning),
      );
      expect(about).toHaveLength(1);
      expect(about[0]).toMatch(/ See https:\/\/\S+\/docs\/embedding\.md#problems$/);
    },
    says: (sentence: string) => expect(tab.locator('omni-channel-panel').getByText(sentence)).toBeVisible(),
    isConnected: () =>
      expect(tab.locator('omni-channel-panel').getByText('Connected', { exact: true })).toBeVisible(),
  };
}

test.describe('a mistake of whoever embeds the panel is told in the console, to the host and to the rep:', () => {
  test('no rep, and no API address', async ({ page, host, server, front }) => {
    const told = await embed(page, host, {});
    await told.tells('property', 'The panel has no rep: it does not connect until the host sets one.');
    await told.tells(
      'property',
      'The panel has no api-address: it looks for the server below the address of the page.',
    );
    await told.says('Waiting for this page to sign you in');
    // Set later, as many hosts do, it is no mistake any more.
    const late = { rep: 'sofia', apiAddress: await front(), token: await server.token('sofia') };
    await page.evaluate((set) => Object.assign(document.querySelector('omni-channel-panel')!, set), late);
    await told.isConnected();
  });

  test('no API address, where the page itself answers', async ({ page, host, server }) => {
    const told = await embed(page, host, { rep: 'sofia', token: await server.token('sofia') });
    await told.tells('connection', `What answers at ${host}/ is not the API: is the address right?`);
    await told.says('The server does not answer. The panel keeps trying.');
  });

  test('no token function', async ({ page, host, front }) => {
    const told = await embed(page, host, { rep: 'sofia', apiAddress: await front() });
    await told.tells('token', 'The host gave no token.');
    await told.says('Your sign-in could not be renewed.');
  });

  test('an answer that is HTML', async ({ page, host, server, front }) => {
    const apiAddress = await front('a web page');
    const told = await embed(page, host, { rep: 'sofia', apiAddress, token: await server.token('sofia') });
    await told.tells('connection', `What answers at ${apiAddress}/ is not the API: is the address right?`);
    await told.says('The server does not answer. The panel keeps trying.');
  });

  for (const mistake of [
    'upgrade refused with 400',
    'upgrade refused with 502',
    'upgrade swallowed',
  ] as const)
    test(`a WebSocket that is blocked: ${mistake}`, async ({ page, host, server, front }) => {
      const apiAddress = await front(mistake);
      const told = await embed(page, host, { rep: 'sofia', apiAddress, token: await server.token('sofia') });
      const detail = `${apiAddress}/ answers, but no WebSocket to it opens: a proxy may block them.`;
      await told.tells('connection', detail);
      await told.says('The server can be reached, but something in between blocks the connection.');
    });

  test('a server that is not there', async ({ page, host, server, front }) => {
    const apiAddress = await front();
    const token = await server.token('sofia');
    await server.kill();
    const told = await embed(page, host, { rep: 'sofia', apiAddress, token });
    await told.tells(
      'connection',
      `There is no answer from ${apiAddress}/: is the address right, and does the server run?`,
    );
    await told.says('The server does not answer. The panel keeps trying.');
  });

  test('an origin that the server does not allow', async ({ page, host, server, front }) => {
    await server.kill();
    await server.run({ OMNI_ALLOWED_ORIGINS: 'https://elsewhere.example.com' });
    const apiAddress = await front();
    const told = await embed(page, host, { rep: 'sofia', apiAddress, token: await server.token('sofia') });
    await told.tells(
      'connection',
      `${apiAddress}/ does not answer pages of ${host}: is the address right, and is that origin among those allowed?`,
    );
    await told.says('This page does not allow the connection. Its administrator can change that.');
  });

  test('a token that the server refuses', async ({ page, host, front }) => {
    const told = await embed(page, host, { rep: 'sofia', apiAddress: await front(), token: 'rubbish' });
    await told.tells('token', /The server refused the token\. The token is .+\./);
    await told.says('Sign in again. If that does not help, tell your administrator.');
  });

  test('a rep whom the server does not know', async ({ page, host, server, front }) => {
    // The administrator is a user, but no rep.
    const token = await server.token('admin');
    const told = await embed(page, host, { rep: 'admin', apiAddress: await front(), token });
    await told.tells('token', /The server refused the token\. .*(permission|active rep).*/);
    await told.says('Sign in again. If that does not help, tell your administrator.');
  });

  test('a rep who is not the one of the token', async ({ page, host, server, front }) => {
    const token = await server.token('sofia');
    const told = await embed(page, host, { rep: 'noah', apiAddress: await front(), token });
    await told.tells('token', 'The panel is for the rep noah, but the server named sofia.');
    await told.says('The server answered for another rep.');
  });
});
