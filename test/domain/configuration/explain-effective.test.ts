import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  explainEffective,
  moveBetween,
} from '../../../src/domain/configuration/explaining/explain-effective.ts';
import { resolveEffectiveConfiguration } from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import { channelWith, configurationWith, SOUND, sourcesWith } from '../fixtures.ts';

const support = { name: 'Support' };
const effectiveWith = (
  settings: Parameters<typeof configurationWith>[0] = {},
  channel: Parameters<typeof channelWith>[0] = {},
) =>
  resolveEffectiveConfiguration(
    sourcesWith({
      configurations: [{ ...configurationWith({ ...support, ...settings }), id: 'default' }],
      channels: [channelWith(channel)],
    }),
  );
const linesAbout = (about: string, ...of: Parameters<typeof effectiveWith>) =>
  explainEffective(effectiveWith(...of)).filter((line) => line.about === about);

const configuration = { from: 'configuration', name: 'Support' };
const channel = { from: 'channel', name: 'Voice' };

describe('why a rep’s settings are as they are', () => {
  it('a sound comes from the channel, or else the configuration, or else it is the default', () => {
    const sound = (...of: Parameters<typeof effectiveWith>) => linesAbout('sound', ...of);
    const line = { about: 'sound', channel: 'Voice' };
    assert.deepEqual(sound(), [{ ...line, sound: 'default', sha256: null, origin: { from: 'default' } }]);
    assert.deepEqual(sound({ notificationSound: SOUND }), [
      { ...line, sound: 'custom', sha256: SOUND, origin: configuration },
    ]);
    assert.deepEqual(sound({}, { sound: SOUND }), [
      { ...line, sound: 'custom', sha256: SOUND, origin: channel },
    ]);
  });

  it('its length comes from the channel, or else the configuration', () => {
    const line = { about: 'soundLength', channel: 'Voice' };
    assert.deepEqual(linesAbout('soundLength'), [{ ...line, seconds: 10, origin: configuration }]);
    assert.deepEqual(linesAbout('soundLength', {}, { soundLengthSeconds: 4 }), [
      { ...line, seconds: 4, origin: channel },
    ]);
  });

  it('a configuration that silences requests does so on every channel', () => {
    const of = [{ playRequestSound: false }, { sound: SOUND, soundLengthSeconds: 4 }] as const;
    assert.deepEqual(linesAbout('sound', ...of), [
      { about: 'sound', channel: 'Voice', sound: 'off', sha256: null, origin: configuration },
    ]);
    assert.deepEqual(linesAbout('soundLength', ...of), []);
  });

  it('automatic acceptance of a channel wins over declining', () => {
    const answering = (...of: Parameters<typeof effectiveWith>) =>
      linesAbout('answering', ...of).map((line) => [
        line.about === 'answering' && line.answering,
        line.origin,
      ]);
    assert.deepEqual(answering(), [['accept', configuration]]);
    assert.deepEqual(answering({ allowDecline: true }), [['acceptOrDecline', configuration]]);
    assert.deepEqual(answering({ automaticallyAccept: true }), [['automatic', configuration]]);
    assert.deepEqual(answering({ allowDecline: true }, { automaticallyAccept: true }), [
      ['automatic', channel],
    ]);
  });

  it('wrap-up comes from the channel, or else the configuration; the alarm is that of the configuration', () => {
    const given = { giveAcw: true, acwDurationSeconds: 60 };
    const common = { about: 'acw', acw: { durationSeconds: 60, extension: null }, origin: configuration };
    assert.deepEqual(linesAbout('acw', given), [{ ...common, channel: 'Voice' }, common]);
    const longer = {
      ...given,
      acwDurationSeconds: 90,
      letRepsExtendAcw: true,
      acwExtensionSeconds: 30,
      acwMaxExtensions: 2,
    };
    assert.deepEqual(linesAbout('acw', given, longer), [
      {
        about: 'acw',
        channel: 'Voice',
        acw: { durationSeconds: 90, extension: { seconds: 30, max: 2 } },
        origin: channel,
      },
      common,
    ]);
    assert.deepEqual(linesAbout('acw', given, { giveAcw: false })[0], {
      about: 'acw',
      channel: 'Voice',
      acw: null,
      origin: channel,
    });
    assert.deepEqual(linesAbout('acw', given, { type: 'case' }), [common]);
    const [alarm] = linesAbout('alarm', { playConnectionLossSound: false });
    assert.deepEqual(alarm, { about: 'alarm', isOn: false, origin: configuration });
  });
});

describe('whether a rep was moved', () => {
  const assigned = (id: string | null) =>
    resolveEffectiveConfiguration(
      sourcesWith({
        configurations: ['default', 'night'].map((one) => ({ ...configurationWith({ name: one }), id: one })),
        assignedToRep: new Map(id === null ? [] : [['sofia', id]]),
      }),
    );

  it('another configuration is a move, and names both with their ways', () => {
    assert.deepEqual(moveBetween(assigned(null), assigned('night')), {
      from: { id: 'default', name: 'default', route: 'default' },
      to: { id: 'night', name: 'night', route: 'user' },
    });
  });

  it('the same configuration is not a move: by another path, with another name, with other settings', () => {
    assert.equal(moveBetween(assigned(null), assigned('default')), null);
    assert.equal(moveBetween(effectiveWith(), effectiveWith({ name: 'Other', capacity: 9 })), null);
  });

  it('no earlier configuration, or another rep, is not a move', () => {
    assert.equal(moveBetween(null, assigned('night')), null);
    const noah = { ...assigned(null), rep: { id: 'noah', name: 'Noah' } };
    assert.equal(moveBetween(noah, assigned('night')), null);
  });
});
