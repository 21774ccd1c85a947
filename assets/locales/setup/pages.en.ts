/** The words of a page: its records, and what says that there is none. */
interface PageWords {
  readonly title: string;
  readonly find: string;
  readonly none: string;
}

/** Those of a page where records can be made: also what a new one is called. */
interface RecordPageWords extends PageWords {
  readonly newOne: string;
}

const recordPages = {
  'presence-configurations': {
    title: 'Presence configurations',
    newOne: 'New presence configuration',
    find: 'Find a configuration',
    none: 'No configuration has this name.',
  },
  'service-channels': {
    title: 'Service channels',
    newOne: 'New service channel',
    find: 'Find a channel',
    none: 'No channel has this name.',
  },
  'routing-configurations': {
    title: 'Routing configurations',
    newOne: 'New routing configuration',
    find: 'Find a routing configuration',
    none: 'No routing configuration has this name.',
  },
  queues: { title: 'Queues', newOne: 'New queue', find: 'Find a queue', none: 'No queue has this name.' },
  flows: { title: 'Flows', newOne: 'New flow', find: 'Find a flow', none: 'No flow has this name.' },
  'presence-statuses': {
    title: 'Presence statuses',
    newOne: 'New presence status',
    find: 'Find a status',
    none: 'No status has this name.',
  },
  'decline-reasons': {
    title: 'Decline reasons',
    newOne: 'New decline reason',
    find: 'Find a reason',
    none: 'No reason has this label.',
  },
  users: { title: 'Users', newOne: 'New user', find: 'Find a user', none: 'No user has this name.' },
  profiles: {
    title: 'Profiles',
    newOne: 'New profile',
    find: 'Find a profile',
    none: 'No profile has this name.',
  },
} satisfies Record<string, RecordPageWords>;

/** The words of every page of Setup. */
export type PagesWords = Record<keyof typeof recordPages, RecordPageWords> & {
  explain: PageWords;
  import: Pick<PageWords, 'title'>;
};

/** The pages of Setup. */
export const pagesEn: PagesWords = {
  ...recordPages,
  explain: { title: 'Explain a rep', find: 'Find a rep', none: 'Nobody has this name.' },
  import: { title: 'Import / Export' },
};

/** What a record, or whatever uses one, can be. */
export type KindName = keyof typeof recordPages | 'sounds' | 'work-items';

/** One record of a kind. */
export const kindsEn: Readonly<Record<KindName, string>> = {
  'presence-configurations': 'Presence configuration',
  'service-channels': 'Service channel',
  'routing-configurations': 'Routing configuration',
  queues: 'Queue',
  flows: 'Flow',
  'presence-statuses': 'Presence status',
  'decline-reasons': 'Decline reason',
  users: 'User',
  profiles: 'Profile',
  sounds: 'Sound',
  'work-items': 'Work',
};
