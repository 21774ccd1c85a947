import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { howToOpen } from '../../src/domain/work/opening-rules.ts';
import {
  isOnlineFor,
  statusAfterDecline,
  statusAfterPushTimeout,
} from '../../src/domain/configuration/presence-status.ts';
import { stampRequest } from '../../src/domain/work/request-stamp.ts';
import { resolveEffectiveConfiguration } from '../../src/domain/configuration/resolve-effective-configuration.ts';
import { secondsLeft, secondsSince } from '../../src/domain/time.ts';
import { channelWith, configurationWith, SOUND, sourcesWith } from './fixtures.ts';

describe('the stamp of a request', () => {
  const stamp = (
    change: Parameters<typeof configurationWith>[0],
    offer: { requiresRep?: boolean; timeout?: number | null } = {},
  ) =>
    stampRequest(
      resolveEffectiveConfiguration(
        sourcesWith({
          configurations: [{ ...configurationWith(change), id: 'default' }],
          channels: [channelWith({ soundLengthSeconds: 4 })],
        }),
      ),
      {
        channelId: 'voice',
        size: 2,
        pool: 'primary',
        pushTimeoutSeconds: offer.timeout === undefined ? 30 : offer.timeout,
        requiresRep: offer.requiresRep ?? false,
      },
      1_000_000,
    );
  const declining = { allowDecline: true, allowDeclineReason: true, declineReasonIds: ['break'] };

  it('holds deadline, sound, length and reasons as they were at the offer', () => {
    const terms = stamp({ ...declining, notificationSound: SOUND });
    assert.equal(terms.deadline, 1_030_000);
    assert.deepEqual(terms.ring, { sound: SOUND, lengthSeconds: 4 });
    assert.deepEqual(terms.declineReasons, [{ id: 'break', label: 'Break is due' }]);
    assert.ok(terms.declinable);
  });

  it('has no deadline without a push time-out and no ring with sounds off', () => {
    assert.equal(stamp({}, { timeout: null }).deadline, null);
    assert.equal(stamp({ playRequestSound: false }).ring, null);
  });

  it('work that requires this rep cannot be declined', () => {
    assert.equal(stamp(declining, { requiresRep: true }).declinable, false);
  });

  it('a channel that the configuration does not know is an error', () => {
    const configuration = resolveEffectiveConfiguration(sourcesWith());
    const offer = {
      channelId: 'fax',
      size: 1,
      pool: 'primary',
      pushTimeoutSeconds: null,
      requiresRep: false,
    } as const;
    assert.throws(() => stampRequest(configuration, offer, 0), /no service channel fax/);
  });
});

describe('the status after a request that was not taken', () => {
  it('blank sets Offline for a voice call and leaves it for other channels', () => {
    for (const rule of [statusAfterDecline, statusAfterPushTimeout]) {
      assert.equal(rule('voice', null), 'offline');
      assert.equal(rule('chat', null), null);
      assert.equal(rule('chat', 'lunch'), 'lunch');
      assert.equal(rule('voice', 'lunch'), 'lunch');
    }
  });

  it('only an online status takes work, and only of its channels', () => {
    assert.ok(isOnlineFor({ kind: 'online', channelIds: ['voice'] }, 'voice'));
    assert.ok(!isOnlineFor({ kind: 'online', channelIds: ['voice'] }, 'chat'));
    assert.ok(!isOnlineFor({ kind: 'busy', channelIds: ['voice'] }, 'voice'));
  });
});

it('accepted work opens by the rules', () => {
  const open = (openRecordIds: string[]) => ({ openRecordIds, recordId: 'r1' });
  assert.equal(howToOpen('rep', open([])), 'newTabInFocus');
  assert.equal(howToOpen('rep', open(['r2'])), 'newTabInFocus');
  assert.equal(howToOpen('rep', open(['r2', 'r1'])), 'bringForward');
  assert.equal(howToOpen('automatic', open([])), 'newTabInFocus');
  assert.equal(howToOpen('automatic', open(['r2'])), 'newTabInBackground');
  assert.equal(howToOpen('automatic', open(['r2', 'r1'])), 'bringForward');
});

it('seconds left round up and seconds since round down, never below zero', () => {
  assert.deepEqual([secondsLeft(1000, 999), secondsLeft(1000, 1000), secondsLeft(1000, 5000)], [1, 0, 0]);
  assert.deepEqual([secondsSince(1000, 1999), secondsSince(1000, 2000), secondsSince(1000, 0)], [0, 1, 0]);
});
