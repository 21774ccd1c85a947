import { chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';
import { mswWorker } from '../build/msw-worker.ts';
import { chromiumFlags, findChromium } from '../scripts/find-chromium.ts';
import { lineOf, table, type Line } from './numbers.ts';

/**
 * `npm run bench:setup`: how long Setup takes to open a presence configuration and to scroll through its users, with
 * few users and with ten thousand. The back end is in the page, and answers at once.
 */
const RUNS = 15;
const SIZES = [10, 10_000];

const page = (
  users: number,
) => `<!doctype html><html lang="en"><title>Bench</title><body><script type="module">
  import { setupWorker } from 'msw/browser';
  import { FakeSetupBackend } from '/test/fake-backend/setup/setup-backend.ts';
  import { aUser } from '/test/fake-backend/setup/some-records.ts';
  import '/src/setup/index.ts';
  const backend = new FakeSetupBackend();
  const night = { id: 'night', name: 'Night shift' };
  backend.people.users = Array.from({ length: ${String(users)} }, (_, index) => aUser(index, night));
  await setupWorker(...backend.handlers).start({ quiet: true });
  const setup = document.createElement('omni-presence-setup');
  setup.apiAddress = backend.address;
  setup.token = 'token';
  document.body.append(setup);
</script></body></html>`;

const vite = await createServer({
  appType: 'custom',
  cacheDir: 'node_modules/.cache/vite-bench-setup',
  logLevel: 'warn',
  server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  plugins: [
    mswWorker(),
    {
      name: 'bench-page',
      configureServer(server) {
        server.middlewares.use((request, response, next) => {
          const users = /^\/bench-setup\/(\d+)$/.exec(request.url ?? '')?.[1];
          if (users === undefined) return next();
          server.transformIndexHtml(request.url ?? '', page(Number(users))).then((html) => {
            response.setHeader('Content-Type', 'text/html');
            response.end(html);
          }, next);
        });
      },
    },
  ],
});
await vite.listen();
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
const lines: Line[] = [];
try {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  for (const users of SIZES) {
    await tab.goto(`${vite.resolvedUrls?.local[0] ?? ''}bench-setup/${String(users)}`);
    await row(tab, 'Trainees').waitFor();
    const what = `${users.toLocaleString('en')} users`;
    const opened: number[] = [];
    const painted: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const times = await open(tab);
      opened.push(times.whole);
      painted.push(times.afterTheAnswer);
    }
    lines.push(lineOf('open the editor: from the click', what, opened, 'ms', ''));
    lines.push(lineOf('open the editor: from the last answer', what, painted, 'ms', '300 ms'));
    lines.push(lineOf('a frame while scrolling the users', what, await scroll(tab), 'ms', ''));
  }
} finally {
  await browser.close();
  await vite.close();
}
console.info(table(lines));

function row(tab: Page, name: string) {
  return tab.locator('omni-record-list li button', { hasText: name });
}

/** The time from the click on a configuration, and from the last byte of the responses, until its form is painted. */
async function open(tab: Page): Promise<{ whole: number; afterTheAnswer: number }> {
  await row(tab, 'Trainees').click();
  await tab.locator('h1', { hasText: 'Trainees' }).waitFor();
  return tab.evaluate(async () => {
    const root = document.querySelector('omni-presence-setup')?.shadowRoot;
    const inTrees = (tree: ParentNode | null | undefined, ...path: string[]): Element | null =>
      path.reduce<Element | null>(
        (found, selector, step) =>
          ((step === 0 ? tree : found?.shadowRoot) ?? null)?.querySelector(selector) ?? null,
        null,
      );
    const list = inTrees(root, 'omni-record-list')?.shadowRoot;
    const night = [...(list?.querySelectorAll<HTMLElement>('li button') ?? [])].find(({ textContent }) =>
      textContent.includes('Night shift'),
    );
    performance.clearResourceTimings();
    const clicked = performance.now();
    night?.click();
    const isThere = () =>
      inTrees(root, 'omni-configuration-editor', '#userIds', '[part=selected]', '[role=option]') !== null &&
      inTrees(root, 'omni-configuration-editor', 'h1')?.textContent.includes('Night shift') === true;
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const painted = performance.now();
    const answered = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/v1/setup/'))
      .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
    return { whole: painted - clicked, afterTheAnswer: painted - Math.max(clicked, ...answered) };
  });
}

/** Scrolls through the assigned users, and returns how long each frame took. */
function scroll(tab: Page): Promise<number[]> {
  return tab.evaluate(async () => {
    const editor = document
      .querySelector('omni-presence-setup')
      ?.shadowRoot?.querySelector('omni-configuration-editor')?.shadowRoot;
    const users = editor?.querySelector('#userIds')?.shadowRoot?.querySelector('[part=selected]')?.shadowRoot;
    const list = users?.querySelector('[part=list]');
    if (!list) return [];
    list.scrollIntoView();
    const frames: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame <= 60; frame += 1) {
      list.scrollTop = (list.scrollHeight * frame) / 60;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}
