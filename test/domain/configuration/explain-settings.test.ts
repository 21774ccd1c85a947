import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainSettings } from '../../../src/domain/configuration/explaining/explain-settings.ts';
import { resolveEffectiveConfiguration } from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import { channelWith, configurationWith, sourcesWith } from '../fixtures.ts';

const linesOf = (
  settings: Parameters<typeof configurationWith>[0] = {},
  channel: Parameters<typeof channelWith>[0] = {},
) =>
  explainSettings(
    resolveEffectiveConfiguration(
      sourcesWith({
        configurations: [{ ...configurationWith({ name: 'Support', ...settings }), id: 'default' }],
        channels: [channelWith(channel)],
      }),
    ),
  );
const lineOf = (setting: string, ...of: Parameters<typeof linesOf>) =>
  linesOf(...of).find((line) => line.setting === setting);

const configuration = { from: 'configuration', name: 'Support' };

describe('the settings that no channel overrides', () => {
  it('are each there once, with the configuration that sets them', () => {
    assert.deepEqual(
      linesOf().map(({ setting }) => setting),
      [
        'capacity',
        'interruptibleCapacity',
        'maxNewOffers',
        'statusOnPushTimeoutId',
        'agentAlias',
        'transferDestinations',
      ],
    );
    assert.deepEqual(lineOf('capacity', { capacity: 7 }), {
      setting: 'capacity',
      value: 7,
      origin: configuration,
    });
    assert.deepEqual(lineOf('interruptibleCapacity', { capacity: 7 })?.value, 7);
  });

  it('come from the product where they are blank', () => {
    for (const setting of ['maxNewOffers', 'statusOnPushTimeoutId', 'agentAlias', 'transferDestinations'])
      assert.deepEqual(lineOf(setting)?.origin, { from: 'default' }, setting);
    const status = lineOf('statusOnPushTimeoutId', { statusOnPushTimeoutId: 'lunch' });
    assert.deepEqual([status?.value, status?.origin], ['lunch', configuration]);
  });

  it('say what a decline does only if some channel allows it', () => {
    assert.equal(lineOf('statusOnDeclineId'), undefined);
    assert.deepEqual(lineOf('statusOnDeclineId', { allowDecline: true })?.origin, { from: 'default' });
    assert.notEqual(lineOf('declineReasons', { allowDecline: true }), undefined);
  });
});
