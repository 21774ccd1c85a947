import { noAcwOverride } from '../../src/domain/configuration/acw-settings.ts';
import {
  defaultPresenceConfiguration,
  type PresenceConfiguration,
} from '../../src/domain/configuration/presence-configuration.ts';
import type { ConfigurationReferences } from '../../src/domain/configuration/presence-configuration-references.ts';
import type { ServiceChannel } from '../../src/domain/configuration/service-channel.ts';
import type {
  ConfigurationSources,
  WithId,
} from '../../src/domain/configuration/resolve-effective-configuration.ts';

export const SOUND = 'a'.repeat(64);
export const OTHER_SOUND = 'b'.repeat(64);

/** A presence configuration that differs from the default one only by `change`. */
export const configurationWith = (change: Partial<PresenceConfiguration> = {}): PresenceConfiguration => ({
  ...defaultPresenceConfiguration,
  ...change,
});

/** Records for a configuration to refer to. */
export const referencesWith = (change: Partial<ConfigurationReferences> = {}): ConfigurationReferences => ({
  statusIds: new Set(['lunch', 'offline']),
  declineReasonIds: new Set(['specialist', 'break']),
  sounds: new Set([SOUND]),
  profileIds: new Set(['support']),
  queueIds: new Set(['sales']),
  flowIds: new Set(['returns']),
  takenDeveloperNames: ['Taken_Name'],
  somePushTimeout: true,
  ...change,
});

export const channelWith = (change: Partial<WithId<ServiceChannel>> = {}): WithId<ServiceChannel> => ({
  id: 'voice',
  name: 'Voice',
  developerName: 'Voice',
  type: 'voice',
  interruptible: false,
  automaticallyAccept: false,
  stopSoundWhenCustomerLeaves: false,
  sound: null,
  soundLengthSeconds: null,
  ...noAcwOverride,
  ...change,
});

/**
 * Everything that determines one rep's configuration: a default configuration and one voice channel, unless changed.
 */
export const sourcesWith = (change: Partial<ConfigurationSources> = {}): ConfigurationSources => ({
  rep: {
    id: 'sofia',
    name: 'Sofia Marin',
    firstName: 'Sofia',
    nickname: 'Sof',
    alias: null,
    profileId: 'support',
  },
  configurations: [{ ...configurationWith(), id: 'default' }],
  defaultConfigurationId: 'default',
  assignedToRep: new Map(),
  assignedToProfile: new Map(),
  channels: [channelWith()],
  statuses: [{ id: 'offline', name: 'Offline', kind: 'offline', channelIds: [] }],
  declineReasons: [
    { id: 'specialist', label: 'Needs a specialist' },
    { id: 'break', label: 'Break is due' },
  ],
  sounds: [
    { sha256: SOUND, address: `/v1/sounds/${SOUND}`, format: 'mp3', lengthSeconds: 2 },
    { sha256: OTHER_SOUND, address: `/v1/sounds/${OTHER_SOUND}`, format: 'wav', lengthSeconds: 3 },
  ],
  ...change,
});
