import { test } from '@playwright/test';
import { ringsLeaveNothing } from './support/many-rings.ts';

// `npm run test:soak` does it 10,000 times.
test('200 rings leave no audio node behind', async ({ context }) => {
  await ringsLeaveNothing(context, 200);
});
