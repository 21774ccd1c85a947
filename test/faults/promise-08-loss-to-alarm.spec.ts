import type { Link } from '../e2e/support/link.ts';
import type { TestServer } from '../e2e/support/server/server.ts';
import { printFigures } from './support/figures.ts';
import { expect, test } from './support/fixtures.ts';
import { HiddenRep, PANEL } from './support/hidden-rep.ts';
import { lasts } from './support/time.ts';

const TIMES = 3;
const isAlarm = ({ kind, ...entry }: { readonly kind: string; loops?: boolean }) =>
  kind === 'sound' && !entry.loops;

/** How the link is lost, and how it comes back. */
const losses: Record<
  string,
  { harm: (link: Link, server: TestServer) => void; restore: (link: Link, server: TestServer) => void }
> = {
  'black hole': { harm: (link) => link.swallow(), restore: (link) => link.restore() },
  reset: {
    harm(link) {
      link.refuse();
      link.reset();
    },
    restore: (link) => link.restore(),
  },
  'stopped server': { harm: (_, server) => server.pause(), restore: (_, server) => server.resume() },
};

for (const [name, { harm, restore }] of Object.entries(losses))
  for (const sight of ['visible', 'hidden for long'] as const)
    test(`8: ${name}, ${sight}: the alarm sounds within 12 s, and ends once the state is resynchronised`, async ({
      server,
      link,
    }) => {
      test.setTimeout(300_000);
      const rep = await HiddenRep.open(link.address);
      const [toAlarm, toSynchronised]: [number[], number[]] = [[], []];
      try {
        if (sight === 'hidden for long') await rep.hide();
        for (let time = 0; time < TIMES; time += 1) {
          await rep.until(`${PANEL}.getServicePresenceStatusId() === 'available'`, 60_000);
          // At various times between two heartbeats.
          await lasts(1300 * time);
          const from = rep.entries.length;
          const lostAt = Date.now();
          harm(link, server);
          toAlarm.push((await rep.waitForEntry('the alarm', isAlarm, from, 20_000)).at - lostAt);
          const sockets = link.webSocketsAt.length;
          restore(link, server);
          await expect
            .poll(() => link.webSocketsAt.length, { timeout: 40_000, intervals: [20] })
            .toBeGreaterThan(sockets);
          await rep.until(`${PANEL}.getServicePresenceStatusId() === 'available'`, 60_000);
          toSynchronised.push(Date.now() - link.webSocketsAt.at(-1)!);
        }
      } finally {
        await rep.close();
      }
      printFigures(`8: ${name}, ${sight}: loss to alarm`, toAlarm);
      printFigures(`8: ${name}, ${sight}: link back to resynchronised`, toSynchronised);
      expect(Math.max(...toAlarm)).toBeLessThan(12_000);
      expect(Math.max(...toSynchronised)).toBeLessThan(2000);
    });

test('8: stalls of up to three seconds of the link, the server or the page raise no alarm', async ({
  server,
  link,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  for (let time = 0; time < 3; time += 1) {
    link.delay = 3000;
    await lasts(3000);
    link.delay = 0;
    await lasts(4000);
    server.pause();
    await lasts(3000);
    server.resume();
    await lasts(4000);
    await rep.page.evaluate(() => {
      const until = performance.now() + 3000;
      while (performance.now() < until);
    });
    await lasts(2000);
  }
  expect(rep.alarms).toEqual([]);
  const statuses = rep.entries.flatMap((entry) => (entry.kind === 'connection' ? [entry.status] : []));
  expect(statuses).not.toContain('lost');
});
