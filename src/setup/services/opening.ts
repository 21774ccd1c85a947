import { noAcwOverride } from '../../domain/configuration/acw-settings.ts';
import { defaultPresenceConfiguration } from '../../domain/configuration/presence-configuration.ts';
import type { Fields } from '../../domain/pointers.ts';
import type { Id } from '../../domain/values.ts';
import type { Resource, SetupClient } from '../client.ts';
import { noPeople, type Editing, type EditingStore } from '../stores/editing.ts';

/** The initial fields of a new record. */
const blank: Readonly<Record<Resource, Fields>> = {
  'presence-configurations': { ...defaultPresenceConfiguration, name: '', developerName: '' },
  'service-channels': {
    name: '',
    developerName: '',
    type: 'voice',
    interruptible: false,
    automaticallyAccept: false,
    stopSoundWhenCustomerLeaves: false,
    sound: null,
    soundLengthSeconds: null,
    ...noAcwOverride,
  },
  'routing-configurations': {
    name: '',
    developerName: '',
    priority: 1,
    capacityWeight: { kind: 'units', units: 1 },
    capacityType: 'channel',
    pushTimeoutSeconds: null,
    model: 'leastActive',
  },
  queues: { name: '', developerName: '', routingConfigurationId: '', memberIds: [] },
  flows: { name: '', queueId: '' },
  'presence-statuses': { name: '', developerName: '', kind: 'online', channelIds: [] },
  'decline-reasons': { label: '', developerName: '', retired: false },
  users: {
    firstName: '',
    lastName: '',
    nickname: null,
    alias: null,
    profileId: '',
    active: true,
    omniChannel: true,
  },
  profiles: { name: '', developerName: '', statusIds: [] },
};

interface Surroundings {
  readonly client: Pick<SetupClient, 'read' | 'assigned'>;
  readonly editing: EditingStore;
  /** Fetches the records that its fields may refer to. */
  readonly prepare: (resource: Resource, id: Id | null) => Promise<void>;
}

/** Opens a record, or a new one, for editing. */
export class Opening {
  readonly #deps: Surroundings;
  #asking: object | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  async open(resource: Resource, id: Id | null): Promise<void> {
    const { client, editing, prepare } = this.#deps;
    const asking = (this.#asking = {});
    editing.close({ isLoading: true });
    const hasPeople = resource === 'presence-configurations' && id !== null;
    try {
      const [found, assigned] = await Promise.all([
        id === null ? null : client.read(resource, id),
        hasPeople ? client.assigned(id) : null,
        prepare(resource, id),
      ]);
      // Another one may have been requested meanwhile.
      if (this.#asking !== asking) return;
      editing.open({
        // A copy: its identity tells which opening a response belongs to.
        ...untouched(resource, { ...(found?.fields ?? blank[resource]) }),
        id,
        isDefault: found?.isDefault ?? false,
        version: found?.version ?? null,
        // Programs refer to an existing record by its Developer Name.
        ownDeveloperName: id !== null,
        assigned,
        people: assigned ?? noPeople,
      });
    } catch (error) {
      if (this.#asking !== asking) return;
      editing.close({ problem: error instanceof Error ? error.message : String(error) });
    }
  }

  close(): void {
    this.#asking = null;
    this.#deps.editing.close();
  }
}

function untouched(resource: Resource, fields: Fields): Editing {
  return {
    resource,
    id: null,
    isDefault: false,
    original: fields,
    draft: fields,
    version: null,
    ownDeveloperName: false,
    left: new Set<string>(),
    refused: [],
    assigned: null,
    people: noPeople,
    isSaving: false,
    failure: null,
    failed: 'save',
    stale: null,
    moved: null,
    isSaved: false,
    isUndone: false,
  };
}
