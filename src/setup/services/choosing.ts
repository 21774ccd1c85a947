import type { Resource, SetupClient } from '../client.ts';
import type { ChoicesStore } from '../stores/choices.ts';
import type { PageName } from '../stores/place.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'all' | 'sounds'>;
  readonly choices: ChoicesStore;
}

/**
 * The lists that the fields of each kind of record refer to. The list of users is not among them: it is searched page
 * by page.
 */
const needs: Readonly<Record<PageName, readonly Resource[]>> = {
  'presence-configurations': [
    'presence-statuses',
    'decline-reasons',
    'profiles',
    'queues',
    'flows',
    'routing-configurations',
    // Shown in the preview.
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
  import: [],
};

/**
 * Fetches the records that a record, or a rep's effective configuration, may refer to.
 * @throws {SetupProblem} (rejects) if a list cannot be fetched: without it a field would be wrong.
 */
export async function fetchChoices(page: PageName, { client, choices }: Surroundings): Promise<void> {
  const rows = await Promise.all(needs[page].map(async (one) => [one, await client.all(one)] as const));
  for (const [one, found] of rows) choices.set(one, found);
}
