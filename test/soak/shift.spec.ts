import { expect, test } from '../e2e/support/fixtures.ts';
import { workAShift } from '../e2e/support/endurance/shift.ts';

const MEGABYTE = 2 ** 20;

test('promise 12: a shift of 10,000 requests leaves the page as it was', async ({ page, server }) => {
  // Generous, for slow machines.
  test.setTimeout(60 * 60_000);
  const { start, end, table } = await workAShift(page, server, { requests: 10_000, warmUp: 600 });
  console.info(table);
  const { heap, ...counted } = start;
  const { heap: heapAfter, ...countedAfter } = end;
  expect(heapAfter - heap).toBeLessThanOrEqual(MEGABYTE);
  expect(countedAfter).toEqual(counted);
});
