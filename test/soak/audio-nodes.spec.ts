import { test } from '@playwright/test';
import { ringsLeaveNothing } from '../e2e/support/endurance/many-rings.ts';

test('10,000 rings leave no audio nodes behind', async ({ context }) => {
  // Generous, for slow machines.
  test.setTimeout(15 * 60_000);
  await ringsLeaveNothing(context, 10_000);
});
