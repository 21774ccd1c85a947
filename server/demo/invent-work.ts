import type { ChannelType } from '../../src/domain/configuration/service-channel.ts';
import type { NewWorkItem } from '../../src/domain/work/work-item.ts';
import { customers, subjects } from './customers.ts';
import { oneOf, type Random } from './random.ts';

/** The demo's channel and queue for each type of work, by Developer Name. */
const sources: Readonly<Record<ChannelType, { channel: string; queue: string }>> = {
  voice: { channel: 'Voice', queue: 'Billing_voice' },
  messaging: { channel: 'Messaging', queue: 'Deliveries' },
  chat: { channel: 'Chat', queue: 'Sales_chat' },
  case: { channel: 'Case', queue: 'Back_office' },
};

const prefixes: Readonly<Record<ChannelType, string>> = {
  voice: 'call',
  messaging: 'messaging',
  chat: 'chat',
  case: 'case',
};

/** Realistic work of this type, from a customer who has none open. */
export function inventWork(
  type: ChannelType,
  random: Random,
  busy: ReadonlySet<string> = new Set(),
): NewWorkItem {
  const free = customers.filter(({ name }) => !busy.has(name));
  const customer = oneOf(random, free) ?? customers[0];
  const { subject, label, value } = oneOf(random, subjects[type]) ?? subjects[type][0];
  return {
    ...sources[type],
    subject,
    customerName: customer.name,
    highlights: [
      { label: 'Plan', value: customer.plan },
      { label, value },
      { label: 'Language', value: customer.language },
    ],
    recordId: `${prefixes[type]}-${Math.floor(60_000 + random() * 40_000)}`,
    requiredRepId: null,
  };
}
