import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

test('a new work item is offered to an online member of its queue, on stamped terms', async () => {
  const ana = await centre.rep({ soundLengthSeconds: 7 });
  const queue = await centre.queue({ members: [ana], pushTimeoutSeconds: 45 });
  const item = await centre.item(queue);
  const request = await centre.request(ana);
  assert.equal(item.status, 'offered');
  assert.equal(item.repId, ana);
  assert.equal(request.workItemId, item.id);
  assert.deepEqual(request.stamp, {
    size: 1,
    pool: 'primary',
    deadline: request.offeredAt + 45_000,
    ring: { sound: null, lengthSeconds: 7 },
    stopSoundWhenCustomerLeaves: false,
    declinable: false,
    declineReasons: [],
    automatic: false,
    statusOnDeclineId: null,
    statusOnPushTimeoutId: null,
  });
});
