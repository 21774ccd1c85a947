import { test } from '@playwright/test';
import { ringsLeaveNothing } from '../support/endurance/many-rings.ts';

// `npm run test:soak` repeats this 10,000 times.
test('200 rings leave no audio nodes behind', async ({ context }) => {
  await ringsLeaveNothing(context, 200);
});
