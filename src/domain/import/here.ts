import type { Fields } from '../pointers.ts';
import type { SetupResource } from '../setup/setup-api.ts';
import type { Id } from '../values.ts';
import type { MetadataElement } from './element.ts';
import type { Choice } from './import-plan.ts';
import type { MetadataType } from './metadata-type.ts';

/** The kinds of record that an import writes. */
export type ImportedResource = 'presence-configurations' | Exclude<SetupResource, 'flows' | 'users'>;

/** What each type becomes here. */
export const resourceOf = {
  ServiceChannel: 'service-channels',
  ServicePresenceStatus: 'presence-statuses',
  PresenceDeclineReason: 'decline-reasons',
  QueueRoutingConfig: 'routing-configurations',
  Queue: 'queues',
  Profile: 'profiles',
  PresenceUserConfig: 'presence-configurations',
} as const satisfies Record<MetadataType, ImportedResource>;

/** A record of Setup. */
export interface RecordHere {
  readonly id: Id;
  readonly fields: Fields;
}

/** Where a record came from: so that it is found again, and what has no place here can be written back. */
export interface Origin {
  readonly resource: ImportedResource;
  readonly recordId: Id;
  readonly type: MetadataType;
  readonly fullName: string;
  readonly apiVersion: string | null;
  /** Everything that its file had; `null` for profiles, of which little is read. */
  readonly elements: MetadataElement | null;
  /** What was chosen for its remarks, by their ids, with what the file said. */
  readonly choices: Readonly<Record<string, Choice & { readonly found: string }>>;
}

interface UserHere {
  readonly id: Id;
  readonly name: string;
  readonly active: boolean;
  readonly omniChannel: boolean;
}

/** Setup as it is when a plan is made. */
export interface SetupHere {
  readonly revision: number;
  readonly records: Readonly<Record<ImportedResource, readonly RecordHere[]>>;
  readonly origins: readonly Origin[];
  readonly defaultConfigurationId: Id;
  readonly users: readonly UserHere[];
  /** The configuration by user, and by profile. */
  readonly assignedUsers: ReadonlyMap<Id, Id>;
  readonly assignedProfiles: ReadonlyMap<Id, Id>;
  /** Ids of users by their usernames, in lower case. */
  readonly usernames: ReadonlyMap<string, Id>;
}

/** The name of a record. */
export function nameOfRecord({ fields }: RecordHere): string {
  const { name, label } = fields;
  return typeof name === 'string' ? name : typeof label === 'string' ? label : '';
}
