import { comeAndGo } from '../e2e/support/endurance/come-and-go.ts';
import { test } from '../e2e/support/fixtures.ts';

test('promise 12: 1,000 panels added and removed leave nothing behind', async ({ page, server }) => {
  // Generous, for slow machines.
  test.setTimeout(30 * 60_000);
  console.info(await comeAndGo(page, server, 1000));
});
