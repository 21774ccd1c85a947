import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration-references.ts';
import { presenceConfigurationSchema } from '../../../src/domain/configuration/presence-configuration.ts';
import { check } from '../../../src/domain/violations.ts';
import { configurationWith, OTHER_SOUND, referencesWith, SOUND } from '../fixtures.ts';

/** The sentence about a change at a pointer; `null` if the configuration is valid. */
const sentence = (change: object, pointer: string): string | null => {
  const checked = checkPresenceConfiguration({ ...configurationWith(), ...change }, referencesWith());
  if (checked.ok) return null;
  return checked.violations.find((violation) => violation.pointer === pointer)?.detail ?? null;
};

const acw = { giveAcw: true, acwDurationSeconds: 60 };
const extending = { ...acw, letRepsExtendAcw: true, acwExtensionSeconds: 60, acwMaxExtensions: 2 };

describe('the bounds of a presence configuration', () => {
  const number = (what: string, from: string, to: string) =>
    `${what} must be a whole number from ${from} to ${to}.`;
  const bounds = [
    ['capacity', {}, 1, 10_000, number('Capacity', '1', '10,000')],
    ['interruptibleCapacity', {}, 0, 10_000, number('Interruptible Capacity', '0', '10,000')],
    ['maxNewOffers', {}, 1, 100, number('Most new offers at once', '1', '100')],
    ['soundLengthSeconds', {}, 1, 30, number('Sound length', '1', '30')],
    ['acwDurationSeconds', acw, 30, 3600, number('ACW duration', '30', '3,600')],
    ['acwExtensionSeconds', extending, 15, 3600, number('Extension duration', '15', '3,600')],
    ['acwMaxExtensions', extending, 1, 10, number('Max extensions', '1', '10')],
  ] as const;
  for (const [field, condition, least, most, expected] of bounds) {
    it(`${field} runs from ${least} to ${most}`, () => {
      const tried = (value: unknown) => sentence({ ...condition, [field]: value }, `/${field}`);
      assert.deepEqual([tried(least), tried(most)], [null, null]);
      for (const value of [least - 1, most + 1, least + 0.5, String(least), Number.NaN])
        assert.equal(tried(value), expected, String(value));
    });
  }

  it('the name has 1 to 80 characters after trimming', () => {
    assert.equal(sentence({ name: ` ${'n'.repeat(80)} ` }, '/name'), null);
    assert.equal(sentence({ name: 'n'.repeat(81) }, '/name'), 'Name must have at most 80 characters.');
    assert.equal(sentence({ name: '   ' }, '/name'), 'Name must have at least 1 character.');
    assert.equal(sentence({ name: 5 }, '/name'), 'Name must be text.');
  });

  it('blank is allowed for the interruptible capacity, and for nothing that is required', () => {
    assert.equal(sentence({ interruptibleCapacity: null }, '/interruptibleCapacity'), null);
    assert.match(sentence({ capacity: null }, '/capacity') ?? '', /^Capacity must/);
    assert.match(sentence({ ...acw, acwDurationSeconds: null }, '/acwDurationSeconds') ?? '', /30 to 3,600/);
    assert.match(
      sentence({ ...extending, acwExtensionSeconds: null }, '/acwExtensionSeconds') ?? '',
      /15 to/,
    );
    assert.match(sentence({ ...extending, acwMaxExtensions: null }, '/acwMaxExtensions') ?? '', /1 to 10/);
  });

  it('an agent alias is free text of 1 to 80 characters or one of three merge fields', () => {
    assert.equal(sentence({ agentAlias: { kind: 'text', text: 'The Support Team' } }, '/agentAlias'), null);
    assert.equal(sentence({ agentAlias: { kind: 'mergeField', field: 'firstName' } }, '/agentAlias'), null);
    assert.notEqual(sentence({ agentAlias: { kind: 'text', text: ' ' } }, '/agentAlias/text'), null);
    assert.notEqual(
      sentence({ agentAlias: { kind: 'mergeField', field: 'salary' } }, '/agentAlias/field'),
      null,
    );
  });
});

describe('settings that depend on others', () => {
  it('automatic acceptance and declining exclude each other', () => {
    assert.equal(
      sentence({ automaticallyAccept: true, allowDecline: true }, '/allowDecline'),
      'Allow reps to decline cannot be on together with Automatically accept work requests.',
    );
  });

  const dependents = [
    ['statusOnDeclineId', 'lunch', { allowDecline: true }, {}],
    ['allowDeclineReason', true, { allowDecline: true }, {}],
    [
      'declineReasonIds',
      ['specialist'],
      { allowDecline: true, allowDeclineReason: true },
      { allowDecline: true },
    ],
    ['acwDurationSeconds', 60, { giveAcw: true }, {}],
    ['letRepsExtendAcw', true, extending, {}],
    ['acwExtensionSeconds', 60, extending, acw],
    ['acwMaxExtensions', 3, extending, acw],
  ] as const;
  for (const [field, value, on, off] of dependents) {
    it(`${field} is accepted with its condition on and refused with it off`, () => {
      assert.equal(sentence({ ...on, [field]: value }, `/${field}`), null);
      assert.match(sentence({ ...off, [field]: value }, `/${field}`) ?? '', / needs? /);
    });
  }

  it('a status on push time-out needs a routing configuration with one', () => {
    const configuration = configurationWith({ statusOnPushTimeoutId: 'lunch' });
    assert.ok(checkPresenceConfiguration(configuration, referencesWith()).ok);
    const without = checkPresenceConfiguration(configuration, referencesWith({ somePushTimeout: false }));
    assert.ok(!without.ok && without.violations[0]?.pointer === '/statusOnPushTimeoutId');
  });
});

describe('what a presence configuration refers to', () => {
  it('must exist', () => {
    assert.equal(sentence({ notificationSound: SOUND }, '/notificationSound'), null);
    assert.match(sentence({ notificationSound: OTHER_SOUND }, '/notificationSound') ?? '', /uploaded sound/);
    assert.match(
      sentence({ allowDecline: true, statusOnDeclineId: 'none' }, '/statusOnDeclineId') ?? '',
      /name a/,
    );
    const reasons = { allowDecline: true, allowDeclineReason: true, declineReasonIds: ['break', 'gone'] };
    assert.match(sentence(reasons, '/declineReasonIds/1') ?? '', /not retired/);
  });

  it('a Developer Name is unique ignoring case', () => {
    assert.equal(
      sentence({ developerName: 'tAKEN_nAME' }, '/developerName'),
      'Another presence configuration has this Developer Name.',
    );
  });

  it('every violation is reported at once, including those that depend on other records', () => {
    const broken = {
      ...configurationWith(),
      name: '',
      capacity: 0,
      giveAcw: true,
      developerName: 'Taken_Name',
    };
    const checked = checkPresenceConfiguration(broken, referencesWith());
    assert.ok(!checked.ok);
    const pointers = checked.violations.map(({ pointer }) => pointer).sort();
    assert.deepEqual(pointers, ['/acwDurationSeconds', '/capacity', '/developerName', '/name']);
  });

  it('those are reported even if a field has the wrong type, except for that field', () => {
    const { transferDestinations } = configurationWith();
    const broken = {
      ...configurationWith(),
      capacity: 'many',
      developerName: 'Taken_Name',
      statusOnDeclineId: 7,
      statusOnPushTimeoutId: 'nothing',
      notificationSound: OTHER_SOUND,
      transferDestinations: {
        ...transferDestinations,
        messaging: { profileIds: 'support', queueIds: ['sales', 'nothing'], flowIds: ['nothing'] },
      },
    };
    const checked = checkPresenceConfiguration(broken, referencesWith());
    assert.ok(!checked.ok);
    assert.deepEqual(Object.fromEntries(checked.violations.map(({ pointer, detail }) => [pointer, detail])), {
      '/capacity': 'Capacity must be a whole number from 1 to 10,000.',
      '/developerName': 'Another presence configuration has this Developer Name.',
      '/notificationSound': 'Notification sound must be Default or an uploaded sound.',
      '/statusOnDeclineId': 'Must be an id.',
      '/statusOnPushTimeoutId': 'Update status on push time-out must name a presence status.',
      '/transferDestinations/messaging/flowIds/0': 'Messaging flows must name flows.',
      '/transferDestinations/messaging/profileIds': 'Messaging profiles must be a list of ids.',
      '/transferDestinations/messaging/queueIds/1': 'Messaging queues must name queues.',
    });
    assert.ok(!checkPresenceConfiguration('text', referencesWith()).ok);
  });

  it('an unknown or missing setting is refused by name', () => {
    assert.equal(sentence({ capcity: 3 }, '/capcity'), 'There is no such setting.');
    const { capacity: _capacity, ...missing } = configurationWith();
    const checked = checkPresenceConfiguration(missing, referencesWith());
    assert.ok(!checked.ok);
    assert.deepEqual(checked.violations, [
      { pointer: '/capacity', rule: 'settingMissing', params: {}, detail: 'This setting is missing.' },
    ]);
  });
});

it('no valid configuration both accepts automatically and lets reps decline', () => {
  const yesOrNo = fc.boolean();
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const any = fc.record({
    automaticallyAccept: yesOrNo,
    allowDecline: yesOrNo,
    allowDeclineReason: yesOrNo,
    statusOnDeclineId: maybe(fc.constant('lunch')),
    declineReasonIds: fc.subarray(['specialist', 'break']),
    giveAcw: yesOrNo,
    acwDurationSeconds: maybe(fc.integer({ min: 0, max: 4000 })),
  });
  fc.assert(
    fc.property(any, (change) => {
      const checked = check(presenceConfigurationSchema, configurationWith(change));
      if (!checked.ok) return;
      const taken = checked.value;
      assert.ok(!(taken.automaticallyAccept && taken.allowDecline));
      assert.ok(taken.allowDecline || (taken.statusOnDeclineId === null && !taken.allowDeclineReason));
      assert.equal(taken.giveAcw, taken.acwDurationSeconds !== null);
    }),
  );
});
