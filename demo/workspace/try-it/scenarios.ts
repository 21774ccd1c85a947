import type { AgentWork, ChannelType } from '../panel.ts';

/** Realistic work for the tester's drawer, with the customer's messages. */
export interface Scenario {
  readonly recordId: string;
  readonly type: ChannelType;
  readonly customerName: string;
  readonly subject: string;
  readonly highlights: readonly { readonly label: string; readonly value: string }[];
  /** What the customer wrote before anyone answered, or the description of a case. */
  readonly opening: readonly string[];
  /** The customer's replies, one after each message of the rep. */
  readonly replies: readonly string[];
}

/** Channel and queue of each type, by Developer Name. */
export const sources: Readonly<Record<ChannelType, { channel: string; queue: string }>> = {
  voice: { channel: 'Voice', queue: 'Billing_voice' },
  messaging: { channel: 'Messaging', queue: 'Deliveries' },
  chat: { channel: 'Chat', queue: 'Sales_chat' },
  case: { channel: 'Case', queue: 'Back_office' },
};

const scenarios: readonly Scenario[] = [
  {
    recordId: 'call-48213',
    type: 'voice',
    customerName: 'Ines Carvalho',
    subject: 'Refund for order 48213 has not arrived',
    highlights: [
      { label: 'Plan', value: 'Business' },
      { label: 'Open cases', value: '2' },
      { label: 'Language', value: 'Portuguese' },
    ],
    opening: [],
    replies: [],
  },
  {
    recordId: 'call-50077',
    type: 'voice',
    customerName: 'Yusuf Demir',
    subject: 'Invoice charged to the old bank account',
    highlights: [
      { label: 'Plan', value: 'Business' },
      { label: 'Invoice', value: 'November' },
      { label: 'Language', value: 'German' },
    ],
    opening: [],
    replies: [],
  },
  {
    recordId: 'call-50112',
    type: 'voice',
    customerName: 'Tomasz Wójcik',
    subject: 'Charged twice in October',
    highlights: [
      { label: 'Plan', value: 'Fibre 500' },
      { label: 'Amount', value: '2 × 39.90' },
      { label: 'Language', value: 'Polish' },
    ],
    opening: [],
    replies: [],
  },
  {
    recordId: 'messaging-20391',
    type: 'messaging',
    customerName: 'Jonas Lindqvist',
    subject: 'Where is my replacement router?',
    highlights: [
      { label: 'Order', value: '51880' },
      { label: 'Carrier', value: 'Shipped Friday' },
      { label: 'Language', value: 'Swedish' },
    ],
    opening: [
      'Hi, the new router should have been here this morning.',
      'The tracking page has not changed since Friday.',
    ],
    replies: [
      'So is it lost?',
      'Could you send another one? We both work from home.',
      'After five would be best.',
      'Perfect. Thank you for the quick help!',
    ],
  },
  {
    recordId: 'messaging-21558',
    type: 'messaging',
    customerName: 'Dewi Santoso',
    subject: 'SIM card delivered to the wrong address',
    highlights: [
      { label: 'Order', value: '51902' },
      { label: 'Delivered', value: 'Yesterday' },
    ],
    opening: ['Hello, my SIM card was delivered, but not to me. The photo shows a green door, ours is blue.'],
    replies: [
      'No, nobody in our building has it. I asked.',
      'Jalan Merdeka 14, second floor. The name is on the bell.',
      'Yes, block the lost one please.',
      'Thank you, that is all.',
    ],
  },
  {
    recordId: 'messaging-20877',
    type: 'messaging',
    customerName: 'Lucía Romero',
    subject: 'Move the delivery to Saturday',
    highlights: [
      { label: 'Order', value: '51744' },
      { label: 'Promised', value: 'Thursday' },
    ],
    opening: ['Nobody is at home on Thursday.', 'Can the technician come on Saturday instead?'],
    replies: [
      'Before noon, if you can.',
      'Ten o’clock is fine.',
      'Do I need to switch the old box off before?',
      'Great, see you on Saturday then.',
    ],
  },
  {
    recordId: 'chat-22107',
    type: 'chat',
    customerName: 'Priya Nair',
    subject: 'Upgrade before the trial ends?',
    highlights: [
      { label: 'Plan', value: 'Premium, on trial' },
      { label: 'Trial ends', value: 'In 2 days' },
      { label: 'Page', value: 'Plans' },
    ],
    opening: ['Hi! My trial ends on Friday. What happens to my playlists if I do not upgrade?'],
    replies: [
      'Okay. And how much is it a year?',
      'Is there a price for two people?',
      'Then I take that one. Can you switch it for me?',
      'Done, I see it. Thanks!',
    ],
  },
  {
    recordId: 'chat-20418',
    type: 'chat',
    customerName: 'Mei-Ling Zhao',
    subject: 'Faster line at the new address',
    highlights: [
      { label: 'Plan', value: 'Fibre 1000' },
      { label: 'Moves', value: '12 December' },
    ],
    opening: ['We are moving in December.', 'Is 2000 available in the new street?'],
    replies: [
      'Zonstraat 8, the corner house.',
      'What would it cost more each month?',
      'Let me talk to my husband. Can I keep the offer until Monday?',
      'Lovely, thank you.',
    ],
  },
  {
    recordId: 'case-20418',
    type: 'case',
    customerName: 'Mei-Ling Zhao',
    subject: 'Address change, contract 20418',
    highlights: [
      { label: 'Valid from', value: '12 December' },
      { label: 'Checked', value: 'Identity' },
    ],
    opening: [
      'The customer moves on 12 December and wants the bills sent to Zonstraat 8, Utrecht, from then on.',
      'The technician’s visit has been booked. The contract itself stays as it is.',
    ],
    replies: [],
  },
  {
    recordId: 'case-21340',
    type: 'case',
    customerName: 'Yusuf Demir',
    subject: 'Add a second signatory',
    highlights: [
      { label: 'Form', value: 'Received' },
      { label: 'Due', value: 'Tomorrow' },
    ],
    opening: ['The signed form is attached to the contract. Check the signature against the one from 2022.'],
    replies: [],
  },
];

/** The script for a work; `null` for unknown work created elsewhere. */
export function findScenario(work: AgentWork): Scenario | null {
  const { recordId, subject, channel } = work;
  return (
    scenarios.find((scenario) => scenario.recordId === recordId && scenario.type === channel.type) ??
    scenarios.find((scenario) => scenario.subject === subject && scenario.type === channel.type) ??
    null
  );
}

const used = new Map<ChannelType, number>();

/** Cycles through the scenarios of a type. */
export function nextScenario(type: ChannelType): Scenario {
  const ofType = scenarios.filter((scenario) => scenario.type === type);
  const turn = used.get(type) ?? 0;
  used.set(type, turn + 1);
  const next = ofType[turn % ofType.length];
  if (!next) throw new Error(`The demo has no scenario for ${type}.`);
  return next;
}
