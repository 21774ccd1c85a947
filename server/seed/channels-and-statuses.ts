import { noAcwOverride } from '../../src/domain/configuration/acw-settings.ts';
import type { ChannelType, ServiceChannel } from '../../src/domain/configuration/service-channel.ts';
import { deriveDeveloperName } from '../../src/domain/setup/developer-name.ts';
import type { Queries } from '../database/database.ts';
import { insertDeclineReason } from '../database/records/decline-reasons.ts';
import { insertPresenceStatus } from '../database/records/presence-statuses.ts';
import { insertServiceChannel } from '../database/records/service-channels.ts';

const channels: readonly (Pick<ServiceChannel, 'name' | 'interruptible'> & { readonly id: ChannelType })[] = [
  { id: 'voice', name: 'Voice', interruptible: false },
  { id: 'messaging', name: 'Messaging', interruptible: true },
  { id: 'chat', name: 'Chat', interruptible: false },
  { id: 'case', name: 'Case', interruptible: true },
];

/** In the order in which the demo's reps see them. */
export const declineReasonLabels = {
  'another-call': 'On another call',
  'needs-specialist': 'Needs a specialist',
  'wrong-language': 'Wrong language',
  'technical-problem': 'Technical problem',
  'break-due': 'Break is due',
} as const;

export async function seedChannelsAndStatuses(tx: Queries): Promise<void> {
  for (const { id, name, interruptible } of channels)
    await insertServiceChannel(tx, id, {
      name,
      developerName: name,
      type: id,
      interruptible,
      automaticallyAccept: false,
      stopSoundWhenCustomerLeaves: false,
      sound: null,
      soundLengthSeconds: null,
      ...noAcwOverride,
    });
  const everything = channels.map(({ id }) => id);
  const statuses = [
    {
      id: 'available',
      name: 'Available',
      developerName: 'Available',
      kind: 'online',
      channelIds: everything,
    },
    {
      id: 'messaging-only',
      name: 'Messaging only',
      developerName: 'Messaging_only',
      kind: 'online',
      channelIds: ['messaging', 'chat'],
    },
    { id: 'lunch', name: 'Lunch', developerName: 'Lunch', kind: 'busy', channelIds: [] },
    { id: 'training', name: 'Training', developerName: 'Training', kind: 'busy', channelIds: [] },
  ] as const;
  for (const status of statuses)
    await insertPresenceStatus(tx, { ...status, channelIds: [...status.channelIds] });
  for (const [id, label] of Object.entries(declineReasonLabels))
    await insertDeclineReason(tx, id, { label, developerName: deriveDeveloperName(label), retired: false });
}
