import type { Resource, SetupClient } from '../client.ts';
import type { ChoicesStore } from '../stores/choices.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'all' | 'sounds'>;
  readonly choices: ChoicesStore;
}

/** What the fields of each kind of record refer to. Users are looked for one page at a time, where there is a list of them. */
const needs: Readonly<Record<Resource, readonly Resource[]>> = {
  'presence-configurations': [
    'presence-statuses',
    'decline-reasons',
    'profiles',
    'queues',
    'routing-configurations',
    // What the preview shows.
    'service-channels',
  ],
  'service-channels': [],
  'routing-configurations': [],
  queues: ['routing-configurations', 'users'],
  'presence-statuses': ['service-channels'],
  'decline-reasons': [],
  users: ['profiles'],
  profiles: ['presence-statuses'],
};

/**
 * Fetches what a record may refer to.
 * @throws {SetupProblem} (by the promise) where one list cannot be had: without it a field would lie.
 */
export async function fetchChoices(resource: Resource, { client, choices }: Surroundings): Promise<void> {
  const rows = await Promise.all(needs[resource].map(async (one) => [one, await client.all(one)] as const));
  for (const [one, found] of rows) choices.set(one, found);
}
