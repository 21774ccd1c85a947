import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byOffer, byUrgency } from '../../../src/domain/work/request-order.ts';

const offered = (id: string, deadline: number | null, waitingSince: number, offeredAt = 100) =>
  ({ id, offeredAt, waitingSince, stamp: { deadline } }) as Parameters<typeof byUrgency>[0] & { id: string };
const ids = (works: readonly { id: string }[]) => works.map(({ id }) => id).join(' ');

test('requests are in the order of their deadlines, and those without one come last', () => {
  const works = [offered('none', null, 1), offered('late', 900, 1), offered('soon', 200, 2)];
  assert.equal(ids(works.sort(byUrgency)), 'soon late none');
});

test('of those offered in one instant with the same deadline, the longest waiting is first', () => {
  const five = [4, 2, 3, 1, 5].map((since) => offered(`d${since}`, 900, since));
  assert.equal(ids([...five].sort(byUrgency)), 'd1 d2 d3 d4 d5');
  assert.equal(ids([...five].sort(byOffer)), 'd1 d2 d3 d4 d5');
});

test('of those without a deadline, too', () => {
  const three = [3, 1, 2].map((since) => offered(`d${since}`, null, since));
  assert.equal(ids(three.sort(byUrgency)), 'd1 d2 d3');
});
