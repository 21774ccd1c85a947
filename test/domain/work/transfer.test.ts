import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelTypes } from '../../../src/domain/configuration/service-channel.ts';
import {
  canConference,
  destinationKinds,
  destinationKindsFor,
  isDestinationAllowed,
  isTransferable,
  isUnrestricted,
  type TransferDestinations,
} from '../../../src/domain/work/transfer.ts';

const nothing: TransferDestinations = {
  messaging: { profileIds: [], queueIds: [], flowIds: [] },
  voice: { profileIds: [], queueIds: [] },
};

describe('transfer', () => {
  it('messaging goes to profiles, queues and flows, voice to profiles and queues, other work nowhere', () => {
    const kinds = channelTypes.map((type) => [
      type,
      destinationKindsFor(type).join(' '),
      isTransferable(type),
    ]);
    assert.deepEqual(kinds, [
      ['voice', 'profile queue', true],
      ['messaging', 'profile queue flow', true],
      ['chat', '', false],
      ['case', '', false],
    ]);
  });

  it('only messaging can be conferenced', () => {
    assert.deepEqual(channelTypes.filter(canConference), ['messaging']);
  });

  it('nothing selected means everything that the kind of work can go to', () => {
    const allowed = (type: 'voice' | 'messaging' | 'chat') =>
      destinationKinds.filter((kind) => isDestinationAllowed(nothing, type, { kind, id: 'x' }));
    assert.deepEqual(allowed('messaging'), ['profile', 'queue', 'flow']);
    assert.deepEqual(allowed('voice'), ['profile', 'queue']);
    assert.deepEqual(allowed('chat'), []);
  });

  it('one selected destination leaves out every other of that kind of work, and of no other', () => {
    const selected = { ...nothing, messaging: { profileIds: [], queueIds: ['sales'], flowIds: [] } };
    const isAllowed = (type: 'voice' | 'messaging', kind: 'profile' | 'queue' | 'flow', id: string) =>
      isDestinationAllowed(selected, type, { kind, id });
    assert.equal(isAllowed('messaging', 'queue', 'sales'), true);
    assert.equal(isAllowed('messaging', 'queue', 'support'), false);
    // The id of a queue is not that of a flow or profile.
    assert.equal(isAllowed('messaging', 'flow', 'sales'), false);
    assert.equal(isAllowed('messaging', 'profile', 'sales'), false);
    assert.equal(isAllowed('voice', 'queue', 'support'), true);
  });

  it('is unrestricted only if nothing is selected for any kind of work', () => {
    assert.equal(isUnrestricted(nothing), true);
    assert.equal(isUnrestricted({ ...nothing, voice: { profileIds: [], queueIds: ['sales'] } }), false);
    const messaging = { ...nothing.messaging, flowIds: ['returns'] };
    assert.equal(isUnrestricted({ ...nothing, messaging }), false);
  });
});
