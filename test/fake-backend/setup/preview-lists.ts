import { noAcwOverride } from '../../../src/domain/configuration/acw-settings.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { SoundRecord } from '../../../src/domain/setup/setup-api.ts';
import { channels, statuses } from '../records.ts';

/** The hash of the only uploaded sound. */
export const SOUND = 'a'.repeat(64);

/** Setup's records, as in its lists. */
export const lists = {
  channels: channels.map(({ id, name, type, interruptible }) => ({
    id,
    name,
    developerName: name,
    type,
    interruptible,
    automaticallyAccept: id === 'chat',
    stopSoundWhenCustomerLeaves: false,
    sound: null,
    soundLengthSeconds: id === 'messaging' ? 3 : null,
    ...noAcwOverride,
  })),
  statuses,
  declineReasons: [
    { id: 'busy', label: 'Busy with another', developerName: 'Busy_with_another', retired: false },
    { id: 'skills', label: 'Not my skills', developerName: 'Not_my_skills', retired: false },
    { id: 'old', label: 'An old one', developerName: 'An_old_one', retired: true },
  ],
  routingConfigurations: [
    {
      id: 'patient',
      name: 'Patient',
      developerName: 'Patient',
      priority: 1,
      capacityWeight: { kind: 'units', units: 1 },
      capacityType: 'primary',
      pushTimeoutSeconds: null,
      model: 'leastActive',
    },
    {
      id: 'hasty',
      name: 'Hasty',
      developerName: 'Hasty',
      priority: 1,
      capacityWeight: { kind: 'units', units: 2 },
      capacityType: 'primary',
      pushTimeoutSeconds: 20,
      model: 'leastActive',
    },
  ],
  queues: [
    { id: 'quick', name: 'Quick', routingConfigurationId: 'hasty' },
    { id: 'billing-voice', name: 'Billing voice', routingConfigurationId: 'hasty' },
    { id: 'letters', name: 'Messages', routingConfigurationId: 'patient' },
  ],
  sounds: [
    {
      sha256: SOUND,
      name: 'Bell',
      format: 'wav',
      lengthSeconds: 2,
      size: 1000,
      address: `/v1/sounds/${SOUND}`,
      createdAt: 0,
      usedBy: { presenceConfigurations: [], serviceChannels: [] },
    },
  ] satisfies SoundRecord[],
};

/** An unsaved configuration: reps can decline with a reason, and have wrap-up time. */
export const draft = {
  ...defaultPresenceConfiguration,
  allowDecline: true,
  allowDeclineReason: true,
  declineReasonIds: ['busy', 'skills'],
  giveAcw: true,
  acwDurationSeconds: 60,
  letRepsExtendAcw: true,
  acwExtensionSeconds: 30,
  acwMaxExtensions: 1,
};
