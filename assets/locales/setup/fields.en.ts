/** The words of a field: its label, what helps to fill it in, and its unit. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
}

/** The words of a section of a form. */
export interface SectionWords {
  readonly title: string;
  readonly lead?: string;
}

/** The sections of a form. */
export const sectionsEn = {
  basic: { title: 'Basic', lead: 'Its name, and how much work a rep can have at a time.' },
  audio: { title: 'Sound', lead: 'What reps hear. A channel can override the sound and its length.' },
  acw: { title: 'Wrap-up (ACW)', lead: 'Time after each conversation, before new work.' },
  reasons: { title: 'Decline reasons', lead: 'Reps choose one of these. They appear in this order.' },
  agent: { title: 'Agent settings', lead: 'The name customers see, and where work may be sent.' },
  users: {
    title: 'Users',
    lead: 'What a user is assigned takes precedence over their profile, and the profile over the default.',
  },
  profiles: {
    title: 'Profiles',
    lead: 'For all users of a profile who have no presence configuration of their own.',
  },
  record: { title: 'Details' },
} satisfies Record<string, SectionWords>;
export type SectionName = keyof typeof sectionsEn;
/** The sections in another language: a lead where English has one, and only there. */
export type SectionsWords = Translated<typeof sectionsEn>;

/** By the last part of a field's pointer, or by the whole of it. */
export const fieldsEn = {
  name: { label: 'Name' },
  label: { label: 'Label' },
  developerName: { label: 'Developer Name', hint: 'The API name. Follows Name until you change it.' },
  capacity: { label: 'Capacity', unit: 'units' },
  interruptibleCapacity: {
    label: 'Interruptible Capacity',
    hint: 'Blank means the same as Capacity.',
    unit: 'units',
  },
  maxNewOffers: {
    label: 'Most new offers at once',
    hint: 'How many requests may ring for one rep, so that nobody gets the whole backlog. Blank means 20.',
    unit: 'requests',
  },
  automaticallyAccept: {
    label: 'Automatically accept work requests',
    hint: 'For this channel only. Its requests cannot be declined then.',
  },
  allowDecline: { label: 'Answering' },
  statusOnDeclineId: { label: 'Update status on decline' },
  statusOnPushTimeoutId: { label: 'Update status on push time-out' },
  playRequestSound: { label: 'Play a sound for work requests', hint: 'If this is off, no channel rings.' },
  notificationSound: { label: 'Notification sound' },
  soundLengthSeconds: {
    label: 'Sound length',
    hint: '1 to 30. A shorter sound is repeated.',
    unit: 'seconds',
  },
  playConnectionLossSound: { label: 'Play a sound on connection loss' },
  giveAcw: { label: 'Give wrap-up time' },
  acwDurationSeconds: { label: 'ACW duration', hint: '30 to 3,600.', unit: 'seconds' },
  letRepsExtendAcw: { label: 'Let reps extend' },
  acwExtensionSeconds: { label: 'Extension duration', hint: '15 to 3,600.', unit: 'seconds' },
  acwMaxExtensions: { label: 'Max extensions', hint: '1 to 10.', unit: 'times' },
  allowDeclineReason: { label: 'Allow a decline reason' },
  declineReasonIds: {
    label: 'Selected decline reasons',
    hint: 'If you select none, reps decline without a reason.',
  },
  agentAlias: {
    label: 'Agent alias',
    hint: 'Replaces the rep’s name in messaging transcripts only.',
  },
  'transferDestinations/messaging/profileIds': { label: 'Messaging profiles' },
  'transferDestinations/messaging/queueIds': { label: 'Messaging queues' },
  'transferDestinations/messaging/flowIds': { label: 'Messaging flows' },
  'transferDestinations/voice/profileIds': { label: 'Voice profiles' },
  'transferDestinations/voice/queueIds': { label: 'Voice queues' },
  type: { label: 'Type' },
  interruptible: {
    label: 'Interruptible',
    hint: 'For queues whose routing configuration leaves this to the channel.',
  },
  stopSoundWhenCustomerLeaves: { label: 'Stop the sound when the customer leaves' },
  sound: { label: 'Sound', hint: 'Takes precedence over the sound of the presence configuration.' },
  priority: { label: 'Priority', hint: 'Lower goes first.' },
  capacityWeight: { label: 'Capacity weight', hint: 'At most two decimals.' },
  capacityType: { label: 'Capacity type' },
  pushTimeoutSeconds: {
    label: 'Push time-out',
    hint: '1 to 3,600. If it is blank, a request waits until it is answered.',
    unit: 'seconds',
  },
  model: { label: 'Routing model' },
  routingConfigurationId: { label: 'Routing configuration' },
  memberIds: { label: 'Members' },
  queueId: { label: 'Queue', hint: 'Work that is transferred to the flow goes to this queue.' },
  kind: { label: 'Kind' },
  channelIds: { label: 'Channels', hint: 'The channels for which a rep is online in this status.' },
  retired: { label: 'Retired', hint: 'No longer offered, but kept for the work that was declined with it.' },
  firstName: { label: 'First Name' },
  lastName: { label: 'Last Name' },
  nickname: { label: 'Nickname' },
  alias: { label: 'Alias' },
  profileId: { label: 'Profile' },
  active: { label: 'Active' },
  omniChannel: { label: 'Omni-Channel', hint: 'May sign in to the panel and take work.' },
  statusIds: { label: 'Presence statuses', hint: 'Every rep can choose Offline.' },
  userIds: { label: 'Users' },
  profileIds: { label: 'Profiles' },
} satisfies Record<string, FieldWords>;
export type FieldName = keyof typeof fieldsEn;
/** The fields in another language: a hint or unit where English has one, and only there. */
export type FieldsWords = Translated<typeof fieldsEn>;

type Translated<Words> = {
  readonly [Name in keyof Words]: { readonly [Part in keyof Words[Name]]: string };
};

/** The choices of a field, by its value. */
export const valuesEn = {
  voice: 'Voice',
  messaging: 'Messaging',
  chat: 'Chat',
  case: 'Case',
  primary: 'Primary',
  interruptible: 'Interruptible',
  channel: 'Set by the channel',
  leastActive: 'Least active',
  mostAvailable: 'Most available',
  online: 'Online',
  busy: 'Busy',
  offline: 'Offline',
  firstName: 'First Name',
  nickname: 'Nickname',
  alias: 'Alias',
  text: 'Free text',
  units: 'Units',
  percentage: 'Percent of the pool',
} satisfies Record<string, string>;
export type ValueName = keyof typeof valuesEn;
