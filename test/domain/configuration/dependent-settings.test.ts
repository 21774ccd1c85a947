import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applies, cleared } from '../../../src/domain/configuration/dependent-settings.ts';
import {
  defaultPresenceConfiguration,
  presenceConfigurationSchema,
} from '../../../src/domain/configuration/presence-configuration.ts';
import { check } from '../../../src/domain/violations.ts';

const some = { somePushTimeout: true };
const none = { somePushTimeout: false };
/** Every setting that depends on another one is filled in. */
const full = {
  ...defaultPresenceConfiguration,
  allowDecline: true,
  statusOnDeclineId: 'lunch',
  allowDeclineReason: true,
  declineReasonIds: ['busy'],
  statusOnPushTimeoutId: 'lunch',
  giveAcw: true,
  acwDurationSeconds: 60,
  letRepsExtendAcw: true,
  acwExtensionSeconds: 30,
  acwMaxExtensions: 2,
};

const conditions: [string, object, string[]][] = [
  ['declining', { allowDecline: false }, ['/statusOnDeclineId', '/allowDeclineReason', '/declineReasonIds']],
  ['asking for a reason', { allowDeclineReason: false }, ['/declineReasonIds']],
  [
    'wrap-up',
    { giveAcw: false },
    ['/acwDurationSeconds', '/letRepsExtendAcw', '/acwExtensionSeconds', '/acwMaxExtensions'],
  ],
  ['extending', { letRepsExtendAcw: false }, ['/acwExtensionSeconds', '/acwMaxExtensions']],
];

describe('settings that depend on others', () => {
  for (const [what, off, pointers] of conditions)
    it(`do not apply while ${what} is off`, () => {
      const draft = { ...full, ...off };
      for (const pointer of pointers) {
        assert.ok(applies(pointer, full, some), pointer);
        assert.ok(!applies(pointer, draft, some), pointer);
      }
    });

  it('need a push time-out somewhere, for the status after one', () => {
    assert.ok(applies('/statusOnPushTimeoutId', full, some));
    assert.ok(!applies('/statusOnPushTimeoutId', full, none));
    assert.equal(cleared(full, none).statusOnPushTimeoutId, null);
  });

  it('leave all others alone', () => {
    for (const pointer of ['/name', '/notificationSound', '/soundLengthSeconds'])
      assert.ok(applies(pointer, { playRequestSound: false }, none));
  });

  for (const [what, off] of conditions)
    it(`are saved as the rules require while ${what} is off`, () => {
      const saved = cleared({ ...full, ...off }, some);
      assert.ok(check(presenceConfigurationSchema, saved).ok);
    });

  it('are those of wrap-up in a channel, which has none of the others', () => {
    const channel = { giveAcw: null, acwDurationSeconds: 60, letRepsExtendAcw: true, acwMaxExtensions: 2 };
    assert.deepEqual(cleared(channel, none), {
      giveAcw: null,
      acwDurationSeconds: null,
      letRepsExtendAcw: false,
      acwMaxExtensions: null,
    });
    assert.ok(!applies('/acwDurationSeconds', channel, none));
    assert.ok(applies('/acwDurationSeconds', { ...channel, giveAcw: true }, none));
  });

  it('keep what applies, and return the same object if nothing is cleared', () => {
    assert.equal(cleared(full, some), full);
    assert.equal(cleared(defaultPresenceConfiguration, none), defaultPresenceConfiguration);
  });
});
