import type {
  Assigned,
  AssignmentChange,
  AuditEntry,
  ConfigurationPath,
  RecordUses,
  UserRow,
} from '../../src/domain/setup/setup-api.ts';
import type { ImportResult, ImportUndone } from '../../src/domain/import/import-api.ts';
import type { Choices, ImportPlan } from '../../src/domain/import/import-plan.ts';
import type { Overview } from '../../src/domain/setup/overview.ts';
import type { SoundFormat } from '../../src/domain/configuration/effective-configuration.ts';
import type { BrokenRule } from '../../src/domain/rules.ts';
import type { Instant, Seconds } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import type { ExportFormat } from '../metadata/export-zip.ts';
import type { UploadedFile } from '../metadata/read-zip.ts';
import type { AuditQuery } from './audit-log.ts';
import type { ResourceName } from './resources.ts';

/** A record that uses another one. */
interface Named {
  readonly id: Id;
  readonly name: string;
}

/** Where a sound is used: a sound in use cannot be deleted. */
export interface SoundUse {
  readonly presenceConfigurations: readonly Named[];
  readonly serviceChannels: readonly Named[];
}

/** A custom sound as administrators see it. */
export interface SoundView {
  readonly sha256: string;
  readonly name: string;
  readonly format: SoundFormat;
  readonly lengthSeconds: Seconds;
  /** The size of the file in bytes. */
  readonly size: number;
  /** The path of the file, relative to the API address. */
  readonly address: string;
  readonly createdAt: Instant;
  readonly usedBy: SoundUse;
}

/** The result of adding a sound. */
export type SoundAddition =
  | { readonly kind: 'added' | 'known'; readonly sound: SoundView }
  /** Why the file was refused. */
  | { readonly kind: 'refused'; readonly broken: BrokenRule };

/** The result of deleting a sound. */
export type SoundRemoval =
  | { readonly kind: 'removed' | 'unknown' }
  | { readonly kind: 'inUse'; readonly usedBy: SoundUse };

/** A position in the list of sounds, which is ordered by name. */
export interface PlaceOfSound {
  readonly name: string;
  readonly sha256: string;
}

export interface SoundQuery {
  /** Part of a name, ignoring case; empty: every sound. */
  readonly search: string;
  readonly limit: number;
  /** Only sounds after this position; `null`: from the start. */
  readonly after: PlaceOfSound | null;
}

/** The custom sounds. `holder` is the subject of the token. */
export interface SoundLibrary {
  /**
   * Checks a file and stores it once, by its hash: a known sound keeps its name.
   * @throws {TooBusyError} (by the promise) while too many are being checked.
   */
  add(holder: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<SoundAddition>;
  list(query: SoundQuery): Promise<{ items: SoundView[]; next: PlaceOfSound | null }>;
  find(sha256: string): Promise<SoundView | null>;
  remove(holder: string, sha256: string): Promise<SoundRemoval>;
}

/** A position in a list of records: the sort value, and the id. */
export interface PlaceInList {
  readonly id: Id;
  readonly key: string | number;
}

export interface RecordQuery {
  /** Part of a name, ignoring case; empty: every record. */
  readonly search: string;
  /** The order; one that the resource does not have counts as by name. */
  readonly sort: string;
  readonly filters: readonly string[];
  readonly limit: number;
  /** Only records after this position; `null`: from the start. */
  readonly after: PlaceInList | null;
}

/** A record as administrators see it, and the number of its version. */
export interface VersionedRecord {
  readonly id: Id;
  readonly record: object;
  readonly version: number;
}

/**
 * The records of one resource. `holder` is the subject of the token; `version` the one that the caller knows. Refusals
 * reject with a `ProblemError`.
 */
export interface RecordStore {
  list(query: RecordQuery): Promise<{ items: object[]; next: PlaceInList | null; total: number }>;
  find(id: Id): Promise<VersionedRecord | null>;
  /** Whether a record can be deleted, and where it is used; `null` if there is none. */
  uses(id: Id): Promise<RecordUses | null>;
  /** Adds a record, with the caller's id if there is one. */
  create(holder: string, input: unknown, id?: Id): Promise<VersionedRecord>;
  /** Replaces all fields. `version: null` is a problem: the caller has to state a version. */
  replace(holder: string, id: Id, version: number | null, input: unknown): Promise<VersionedRecord>;
  /** Deletes a record that is not in use. `version: null`: whatever its version. */
  remove(holder: string, id: Id, version: number | null): Promise<void>;
}

/** Assignments to presence configurations. Refusals reject with a `ProblemError`. */
export interface AssignmentStore {
  /** `null` if there is no such presence configuration. */
  assigned(configurationId: Id): Promise<{ assigned: Assigned; version: number } | null>;
  /** Assigns these people and nobody else, in one transaction; those assigned elsewhere are moved. */
  replace(
    holder: string,
    configurationId: Id,
    version: number | null,
    input: unknown,
  ): Promise<AssignmentChange>;
  /** Puts back everybody whom a change moved. */
  undo(holder: string, changeId: Id): Promise<AssignmentChange>;
}

/** Imports of metadata. `holder` is the subject of the token. Refusals reject with a `ProblemError`. */
export interface ImportStore {
  /** Reads files, and plans their import: nothing of Setup is written. */
  plan(holder: string, uploads: readonly UploadedFile[]): Promise<ImportPlan>;
  /** The same plan with other choices, for Setup as it is now. */
  replan(holder: string, id: Id, choices: Choices): Promise<ImportPlan>;
  /** Applies a plan in one transaction. */
  apply(holder: string, id: Id, choices: Choices): Promise<ImportResult>;
  /** Puts back everything that an import wrote, or nothing. */
  undo(holder: string, changeId: Id): Promise<ImportUndone>;
  /** Setup as metadata, in a zip. */
  exported(format: ExportFormat): Promise<Uint8Array<ArrayBuffer>>;
}

/** Everything that administrators edit. HTTP routes are thin callers of it. */
export interface Setup {
  readonly sounds: SoundLibrary;
  readonly records: Readonly<Record<ResourceName, RecordStore>>;
  readonly assignments: AssignmentStore;
  readonly imports: ImportStore;
  /** The audit log, latest first; `next` is the number of the last entry if there are more. */
  readonly auditLog: (query: AuditQuery) => Promise<{ items: AuditEntry[]; next: number | null }>;
  /** How much there is, and what may be wrong. */
  readonly overview: () => Promise<Overview>;
  /** The assignments that lead a user to a presence configuration; `null` if there is no such user. */
  readonly pathOf: (userId: Id) => Promise<ConfigurationPath | null>;
  /** The members of a queue, in the order of their names; `null`: there is no such queue. */
  readonly membersOf: (queueId: Id) => Promise<UserRow[] | null>;
}
