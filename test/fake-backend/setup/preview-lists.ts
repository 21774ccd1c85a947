import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { SoundRecord } from '../../../src/domain/setup/setup-api.ts';
import { channels, statuses } from '../records.ts';

/** The uploaded sound that there is. */
export const SOUND = 'a'.repeat(64);

/** What Setup has, as its lists tell it. */
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
  })),
  statuses,
  declineReasons: [
    { id: 'busy', label: 'Busy with another', retired: false },
    { id: 'skills', label: 'Not my skills', retired: false },
    { id: 'old', label: 'An old one', retired: true },
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

/** A configuration that is not saved: reps decline with a reason, and wrap up. */
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
