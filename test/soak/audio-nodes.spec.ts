import { test } from '@playwright/test';
import { ringsLeaveNothing } from '../e2e/support/many-rings.ts';

test('10,000 rings, a shift of them, leave no audio node behind', async ({ context }) => {
  // As long as a slow machine may take.
  test.setTimeout(15 * 60_000);
  await ringsLeaveNothing(context, 10_000);
});
