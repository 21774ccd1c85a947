import type { ChannelType } from '../../src/domain/configuration/service-channel.ts';

/** The customers of a demo, and their concerns. */

export interface DemoCustomer {
  readonly name: string;
  readonly language: string;
  readonly plan: string;
}

export interface DemoSubject {
  readonly subject: string;
  /** A highlight that goes with it. */
  readonly label: string;
  readonly value: string;
}

type OneOrMore<Item> = readonly [Item, ...Item[]];

/** Names from around the world: with accents, in other scripts, right-to-left, long and short. */
export const customers: OneOrMore<DemoCustomer> = [
  { name: 'Ines Carvalho', language: 'Portuguese', plan: 'Business 200' },
  { name: 'Jonas Lindqvist', language: 'Swedish', plan: 'Fibre 500' },
  { name: 'Dewi Santoso', language: 'Indonesian', plan: 'Mobile 20 GB' },
  { name: 'Mei-Ling Zhao', language: 'English', plan: 'Fibre 1000' },
  { name: 'Tomasz Wójcik', language: 'Polish', plan: 'Fibre 500' },
  { name: 'Priya Nair', language: 'English', plan: 'Premium, on trial' },
  { name: 'Lucía Romero', language: 'Spanish', plan: 'Fibre 300' },
  { name: 'Yusuf Demir', language: 'German', plan: 'Business 500' },
  { name: 'Žofie Dvořáková', language: 'Czech', plan: 'Mobile 50 GB' },
  { name: '佐藤 美咲', language: 'Japanese', plan: 'Fibre 1000' },
  { name: 'ليلى حداد', language: 'Arabic', plan: 'Mobile 20 GB' },
  { name: 'Олена Шевченко', language: 'Ukrainian', plan: 'Fibre 300' },
  { name: 'Nguyễn Thị Hồng', language: 'Vietnamese', plan: 'Mobile 50 GB' },
  { name: 'Chukwuemeka Okonkwo', language: 'English', plan: 'Business 200' },
  { name: 'Íris Þorsteinsdóttir', language: 'Icelandic', plan: 'Fibre 500' },
  { name: 'Bo Ek', language: 'Swedish', plan: 'Mobile 20 GB' },
];

/** What they want, by type of channel. */
export const subjects: Readonly<Record<ChannelType, OneOrMore<DemoSubject>>> = {
  voice: [
    { subject: 'Refund has not arrived', label: 'Amount', value: '39.90' },
    { subject: 'Charged twice this month', label: 'Amount', value: '2 × 39.90' },
    { subject: 'Invoice went to the old bank account', label: 'Invoice', value: 'November' },
    { subject: 'Direct debit was returned', label: 'Overdue', value: '12 days' },
    { subject: 'Wants to change the payment date', label: 'Now', value: 'The 1st' },
  ],
  messaging: [
    { subject: 'Where is my replacement router?', label: 'Carrier', value: 'Shipped Friday' },
    { subject: 'Parcel delivered to the wrong address', label: 'Delivered', value: 'Yesterday' },
    { subject: 'Move the delivery to Saturday', label: 'Promised', value: 'Thursday' },
    { subject: 'SIM card is missing in the parcel', label: 'Parts', value: '1 of 2' },
    { subject: 'How do I send the old box back?', label: 'Return', value: 'Label sent' },
  ],
  chat: [
    { subject: 'Upgrade before the trial ends?', label: 'Trial ends', value: 'In 2 days' },
    { subject: 'Faster line at the new address', label: 'Moves', value: 'Next month' },
    { subject: 'Is there a price for two people?', label: 'Page', value: 'Plans' },
    { subject: 'Keep my number with a new contract', label: 'Page', value: 'Number transfer' },
    { subject: 'Which plan works abroad?', label: 'Page', value: 'Roaming' },
  ],
  case: [
    { subject: 'Change of address', label: 'Valid from', value: 'The 12th' },
    { subject: 'Add a second signatory', label: 'Form', value: 'Received' },
    { subject: 'Name misspelt on the contract', label: 'Checked', value: 'Identity' },
    { subject: 'Cancel within the first 14 days', label: 'Day', value: '9 of 14' },
    { subject: 'Proof of payment for the tax office', label: 'Due', value: 'Tomorrow' },
  ],
};
