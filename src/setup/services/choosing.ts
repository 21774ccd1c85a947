import type { Resource, SetupClient } from '../client.ts';
import type { ChoicesStore } from '../stores/choices.ts';
import type { PageName } from '../stores/place.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'all' | 'sounds'>;
  readonly choices: ChoicesStore;
}

/** What the fields of each kind of record refer to. Users are looked for one page at a time, where there is a list of them. */
const needs: Readonly<Record<PageName, readonly Resource[]>> = {
  'presence-configurations': [
    'presence-statuses',
    'decline-reasons',
    'profiles',
    'queues',
    'flows',
    'routing-configurations',
    // What the preview shows.
    'service-channels',
  ],
  'service-channels': [],
  'routing-configurations': [],
  queues: ['routing-configurations'],
  flows: ['queues'],
  'presence-statuses': ['service-channels'],
  'decline-reasons': [],
  users: ['profiles'],
  profiles: ['presence-statuses'],
  explain: ['presence-statuses', 'profiles', 'queues', 'flows'],
};

/**
 * Fetches what a record, or what holds for a rep, may refer to.
 * @throws {SetupProblem} (by the promise) where one list cannot be had: without it a field would lie.
 */
export async function fetchChoices(page: PageName, { client, choices }: Surroundings): Promise<void> {
  const rows = await Promise.all(needs[page].map(async (one) => [one, await client.all(one)] as const));
  for (const [one, found] of rows) choices.set(one, found);
}
