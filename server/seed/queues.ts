import { deriveDeveloperName } from '../../src/domain/setup/developer-name.ts';
import type { RoutingConfiguration } from '../../src/domain/configuration/routing-configuration.ts';
import type { Queries } from '../database/database.ts';
import { insertFlow } from '../database/records/flows.ts';
import { insertQueue } from '../database/records/queues.ts';
import { insertRoutingConfiguration } from '../database/records/routing-configurations.ts';

type Routing = Omit<RoutingConfiguration, 'name' | 'developerName'>;

const everybody = ['amara', 'noah', 'sofia'];

/** Each queue has its own routing configuration. Calls leave capacity for messages; nobody waits on a case. */
const queues: readonly {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly routing: { readonly id: string; readonly name: string } & Routing;
}[] = [
  {
    id: 'billing-voice',
    name: 'Billing voice',
    members: ['amara', 'sofia'],
    routing: {
      id: 'calls',
      name: 'Calls',
      priority: 1,
      capacityWeight: { kind: 'units', units: 5 },
      capacityType: 'primary',
      pushTimeoutSeconds: 30,
      model: 'mostAvailable',
    },
  },
  {
    id: 'sales-chat',
    name: 'Sales chat',
    members: everybody,
    routing: {
      id: 'chats',
      name: 'Chats',
      priority: 2,
      capacityWeight: { kind: 'units', units: 2 },
      capacityType: 'channel',
      pushTimeoutSeconds: 45,
      model: 'leastActive',
    },
  },
  {
    id: 'deliveries',
    name: 'Deliveries',
    members: everybody,
    routing: {
      id: 'messages',
      name: 'Messages',
      priority: 3,
      capacityWeight: { kind: 'units', units: 1 },
      capacityType: 'channel',
      pushTimeoutSeconds: 60,
      model: 'leastActive',
    },
  },
  {
    id: 'back-office',
    name: 'Back office',
    members: everybody,
    routing: {
      id: 'cases',
      name: 'Cases',
      priority: 4,
      capacityWeight: { kind: 'percentage', percentage: 10 },
      capacityType: 'interruptible',
      pushTimeoutSeconds: null,
      model: 'leastActive',
    },
  },
];

const flows = [
  { id: 'returns', name: 'Returns and refunds', queueId: 'deliveries' },
  { id: 'new-contract', name: 'New contract', queueId: 'sales-chat' },
] as const;

export async function seedQueues(tx: Queries): Promise<void> {
  for (const { id, name, members, routing } of queues) {
    const { id: routingConfigurationId, ...terms } = routing;
    await insertRoutingConfiguration(tx, routingConfigurationId, {
      ...terms,
      developerName: deriveDeveloperName(terms.name),
    });
    await insertQueue(tx, id, {
      name,
      developerName: deriveDeveloperName(name),
      routingConfigurationId,
      memberIds: [...members],
    });
  }
  for (const { id, ...flow } of flows) await insertFlow(tx, id, flow);
}
