import { test } from '../support/fixtures.ts';
import { comeAndGo } from '../support/endurance/come-and-go.ts';

// `npm run test:soak` repeats this 1,000 times.
test('promise 12: 40 panels added and removed leave nothing behind', async ({ page, server }) => {
  await comeAndGo(page, server, 40);
});
