import type { SoundDecoder } from '../../src/domain/alerts/sound-file.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Database } from '../database/database.ts';
import { StoredAssignments } from './assignments.ts';
import { listEntries } from './audit-log.ts';
import { configurationPath } from './configuration-path.ts';
import { SetupEditing } from './editing.ts';
import { overviewOf } from './overview.ts';
import { membersOfQueue } from './queue-members.ts';
import { setupResources, type SetupResourceOf } from './resources.ts';
import type { ImportedRecords } from './import/apply-plan.ts';
import { Imports } from './import/imports.ts';
import type { Setup } from './setup.ts';
import { StoredSounds } from './sounds.ts';
import { StoredRecords } from './stored-records.ts';

export interface SetupOptions {
  readonly database: Database;
  readonly now: () => Instant;
  /** Proves that a sound file can be played. */
  readonly decode: SoundDecoder;
  /** Called once a change is committed: cached configurations are out of date. */
  readonly changed: () => void;
}

/** Setup on the database. */
export function createSetup({ database, now, decode, changed }: SetupOptions): Setup {
  const editing = new SetupEditing({ database, now, changed });
  const store = <Fields extends object>(resource: SetupResourceOf<Fields>) =>
    new StoredRecords({ database, editing, resource });
  const records = {
    'presence-configurations': store(setupResources['presence-configurations']),
    'service-channels': store(setupResources['service-channels']),
    'routing-configurations': store(setupResources['routing-configurations']),
    queues: store(setupResources.queues),
    flows: store(setupResources.flows),
    'presence-statuses': store(setupResources['presence-statuses']),
    'decline-reasons': store(setupResources['decline-reasons']),
    users: store(setupResources.users),
    profiles: store(setupResources.profiles),
  };
  return {
    sounds: new StoredSounds({ database, editing, decode }),
    records,
    assignments: new StoredAssignments(database, editing),
    // Fields of each kind are checked as they are written: here only their kinds differ.
    imports: new Imports({ database, editing, stored: records as object as ImportedRecords, now }),
    auditLog: (query) => listEntries(database.queries, query),
    overview: () => overviewOf(database.queries),
    pathOf: (userId) => configurationPath(database.queries, userId),
    membersOf: (queueId) => membersOfQueue(database.queries, queueId),
  };
}
