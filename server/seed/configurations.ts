import { defaultPresenceConfiguration } from '../../src/domain/configuration/presence-configuration.ts';
import type { Queries } from '../database/database.ts';
import { assignUser } from '../database/records/people.ts';
import { insertPresenceConfiguration } from '../database/records/presence-configurations.ts';
import { declineReasonLabels } from './channels-and-statuses.ts';

/**
 * Sofia may decline and has wrap-up time; Noah accepts automatically and may transfer to some destinations only; Amara
 * has no assignment, so the default applies to her.
 */
export async function seedConfigurations(tx: Queries): Promise<void> {
  await insertPresenceConfiguration(tx, 'support-declining', {
    ...defaultPresenceConfiguration,
    name: 'Support with declining',
    developerName: 'Support_with_declining',
    capacity: 10,
    interruptibleCapacity: 6,
    allowDecline: true,
    allowDeclineReason: true,
    declineReasonIds: Object.keys(declineReasonLabels),
    giveAcw: true,
    acwDurationSeconds: 30,
    letRepsExtendAcw: true,
    acwExtensionSeconds: 15,
    acwMaxExtensions: 2,
    agentAlias: { kind: 'mergeField', field: 'nickname', fallback: { kind: 'firstName' } },
  });
  await assignUser(tx, 'sofia', 'support-declining');
  await insertPresenceConfiguration(tx, 'specialists-automatic', {
    ...defaultPresenceConfiguration,
    name: 'Specialists, automatic',
    developerName: 'Specialists_automatic',
    automaticallyAccept: true,
    soundLengthSeconds: 5,
    agentAlias: { kind: 'text', text: 'Customer care' },
    transferDestinations: {
      messaging: { profileIds: ['support'], queueIds: ['deliveries'], flowIds: ['returns'] },
      voice: { profileIds: [], queueIds: ['billing-voice'] },
    },
  });
  await assignUser(tx, 'noah', 'specialists-automatic');
}
