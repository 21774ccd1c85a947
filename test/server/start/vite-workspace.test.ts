import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { viteWorkspace } from '../../../scripts/vite-workspace.ts';
import type { RunningServer } from '../../../server/start-server.ts';
import { startForTest, type DemoClient } from './server-under-test.ts';

describe('the workspace in development', () => {
  let server: RunningServer;
  let client: DemoClient;

  before(async () => {
    ({ server, client } = await startForTest({ openWorkspace: viteWorkspace }));
  });

  after(() => server.stop());

  test('is served from its sources, on the port of the API', async () => {
    const page = await fetch(`${client.address}/?rep=sofia`);
    assert.equal(page.headers.get('Content-Type'), 'text/html');
    assert.match(await page.text(), /\/@vite\/client/);
    const source = await fetch(`${client.address}/demo/workspace/main.ts`);
    assert.equal(source.headers.get('Content-Type'), 'text/javascript');
    assert.equal(
      (await fetch(`${client.address}/v1/nothing`)).headers.get('Content-Type'),
      'application/problem+json',
    );
  });

  test("shares its port between panels and Vite's own socket", async () => {
    const { panel } = await client.panel('sofia');
    const vite = new WebSocket(client.address.replace('http', 'ws'), 'vite-ping');
    const heard = new Promise((resolve, reject) => {
      vite.addEventListener('open', resolve);
      vite.addEventListener('error', () => reject(new Error('Vite did not answer.')));
    });
    await heard;
    vite.close();
    panel.send({ type: 'probe', probe: 1 });
    assert.equal((await panel.next()).type, 'probe-answer');
  });
});
