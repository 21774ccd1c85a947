import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import type { AliasFallback } from '../../../src/domain/configuration/agent-alias.ts';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import { DEFAULT_SOUND } from '../../../src/domain/configuration/service-channel.ts';
import { effectiveConfigurationSchema } from '../../../src/domain/configuration/effective-configuration.ts';
import { resolveEffectiveConfiguration } from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import { channelWith, configurationWith, OTHER_SOUND, SOUND, sourcesWith } from '../fixtures.ts';

describe('which configuration applies', () => {
  const configurations = ['default', 'of-profile', 'of-rep'].map((id) => ({ ...configurationWith(), id }));
  const resolved = (rep: boolean, profile: boolean) => {
    const { configuration, route } = resolveEffectiveConfiguration(
      sourcesWith({
        configurations,
        assignedToRep: new Map(rep ? [['sofia', 'of-rep']] : [['noah', 'of-rep']]),
        assignedToProfile: new Map(profile ? [['support', 'of-profile']] : []),
      }),
    );
    return [configuration.id, route];
  };

  it('the rep beats the profile, the profile beats the default', () => {
    assert.deepEqual(resolved(true, true), ['of-rep', 'user']);
    assert.deepEqual(resolved(false, true), ['of-profile', 'profile']);
    assert.deepEqual(resolved(false, false), ['default', 'default']);
  });

  it('without a default configuration there is nothing to resolve', () => {
    assert.throws(() => resolveEffectiveConfiguration(sourcesWith({ configurations: [] })), /no default/);
  });
});

describe('what a channel overrides', () => {
  const channelOf = (
    channel: Parameters<typeof channelWith>[0],
    change: Parameters<typeof configurationWith>[0],
  ) => {
    const configurations = [{ ...configurationWith(change), id: 'default' }];
    const resolved = resolveEffectiveConfiguration(
      sourcesWith({ configurations, channels: [channelWith(channel)] }),
    ).channels[0];
    assert.ok(resolved);
    return resolved;
  };

  it('wrap-up as a whole, or not at all', () => {
    const given = { giveAcw: true, acwDurationSeconds: 60 };
    const terms = { durationSeconds: 60, extension: null };
    assert.deepEqual(channelOf({}, given).acw, { value: terms, source: 'configuration' });
    assert.deepEqual(channelOf({}, {}).acw, { value: null, source: 'configuration' });
    assert.deepEqual(channelOf({ giveAcw: false }, given).acw, { value: null, source: 'channel' });
    const extending = { letRepsExtendAcw: true, acwExtensionSeconds: 15, acwMaxExtensions: 3 };
    assert.deepEqual(channelOf({ ...given, acwDurationSeconds: 90, ...extending }, given).acw, {
      value: { durationSeconds: 90, extension: { seconds: 15, max: 3 } },
      source: 'channel',
    });
    // Extensions of the configuration do not apply to the channel's own duration.
    assert.deepEqual(channelOf(given, { ...given, ...extending }).acw.value, terms);
  });

  it('sound and length are overridden each on its own', () => {
    const onlySound = channelOf({ sound: SOUND }, { notificationSound: OTHER_SOUND, soundLengthSeconds: 7 });
    assert.deepEqual(onlySound.sound, { value: SOUND, source: 'channel' });
    assert.deepEqual(onlySound.soundLengthSeconds, { value: 7, source: 'configuration' });
    const onlyLength = channelOf({ soundLengthSeconds: 3 }, { notificationSound: OTHER_SOUND });
    assert.deepEqual(onlyLength.sound, { value: OTHER_SOUND, source: 'configuration' });
    assert.deepEqual(onlyLength.soundLengthSeconds, { value: 3, source: 'channel' });
    assert.deepEqual(channelOf({}, {}).sound, { value: null, source: 'default' });
  });

  it('automatic acceptance on a channel wins over declining there', () => {
    const channel = channelOf({ automaticallyAccept: true }, { allowDecline: true });
    assert.deepEqual(channel.allowDecline, { value: false, source: 'channel' });
    assert.deepEqual(channel.automaticallyAccept, { value: true, source: 'channel' });
  });
});

describe('what is resolved', () => {
  it('only sounds that some channel uses are listed, and retired reasons are left out', () => {
    const configurations = [
      {
        ...configurationWith({
          allowDecline: true,
          allowDeclineReason: true,
          declineReasonIds: ['break', 'retired', 'specialist'],
          notificationSound: SOUND,
        }),
        id: 'default',
      },
    ];
    const resolved = resolveEffectiveConfiguration(sourcesWith({ configurations }));
    assert.deepEqual(
      resolved.sounds.map(({ sha256 }) => sha256),
      [SOUND],
    );
    assert.deepEqual(
      resolved.settings.declineReasons.value.map(({ id }) => id),
      ['break', 'specialist'],
    );
  });

  it('an alias merges a field of the rep; for a blank one there is a fallback, which the configuration chose', () => {
    const aliasOf = (agentAlias: PresenceConfiguration['agentAlias']) =>
      resolveEffectiveConfiguration(
        sourcesWith({ configurations: [{ ...configurationWith({ agentAlias }), id: 'default' }] }),
      ).settings.agentAlias;
    const merging = (field: 'nickname' | 'alias', fallback: AliasFallback) =>
      aliasOf({ kind: 'mergeField', field, fallback });
    const source = 'configuration';
    assert.deepEqual(merging('nickname', { kind: 'ownName' }), { value: 'Sof', source });
    assert.deepEqual(merging('alias', { kind: 'ownName' }), { value: null, source });
    assert.deepEqual(merging('alias', { kind: 'firstName' }), { value: 'Sofia', source });
    assert.deepEqual(merging('alias', { kind: 'text', text: 'Customer care ' }), {
      value: 'Customer care',
      source,
    });
    assert.deepEqual(aliasOf(null), { value: null, source: 'default' });
  });

  it('a blank interruptible capacity always equals the capacity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null }),
        (capacity, interruptibleCapacity) => {
          const configurations = [
            { ...configurationWith({ capacity, interruptibleCapacity }), id: 'default' },
          ];
          const { settings } = resolveEffectiveConfiguration(sourcesWith({ configurations }));
          assert.equal(settings.interruptibleCapacity.value, interruptibleCapacity ?? capacity);
        },
      ),
    );
  });

  it('every value of a channel has the source that an independent model predicts, and the whole fits its schema', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    const sound = maybe(fc.constantFrom(SOUND, OTHER_SOUND));
    const length = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        sound,
        length,
        maybe(fc.constantFrom(SOUND, OTHER_SOUND, DEFAULT_SOUND)),
        maybe(length),
        (ofConfiguration, seconds, ofChannel, secondsOfChannel) => {
          const resolved = resolveEffectiveConfiguration(
            sourcesWith({
              configurations: [
                {
                  ...configurationWith({ notificationSound: ofConfiguration, soundLengthSeconds: seconds }),
                  id: 'default',
                },
              ],
              channels: [channelWith({ sound: ofChannel, soundLengthSeconds: secondsOfChannel })],
            }),
          );
          const model = [
            { value: ofChannel, source: 'channel' },
            { value: ofConfiguration, source: 'configuration' },
          ].find(({ value }) => value !== null) ?? { value: null, source: 'default' };
          const value = model.value === DEFAULT_SOUND ? null : model.value;
          assert.deepEqual(resolved.channels[0]?.sound, { ...model, value });
          assert.equal(
            resolved.channels[0].soundLengthSeconds.source,
            secondsOfChannel ? 'channel' : 'configuration',
          );
          assert.ok(v.is(effectiveConfigurationSchema, resolved));
        },
      ),
    );
  });
});
