import * as v from 'valibot';
import { declineReasonSchema } from '../configuration/decline-reason.ts';
import { effectiveConfigurationSchema, soundFormatSchema } from '../configuration/effective-configuration.ts';
import { flowSchema } from '../configuration/flow.ts';
import { presenceConfigurationSchema } from '../configuration/presence-configuration.ts';
import { presenceStatusFieldsSchema } from '../configuration/presence-status.ts';
import { queueSchema } from '../configuration/queue.ts';
import { routingConfigurationSchema } from '../configuration/routing-configuration.ts';
import { serviceChannelSchema } from '../configuration/service-channel.ts';
import { profileSchema, userSchema } from './user.ts';
import { fieldSentence, idList, idSchema, instantSchema, sha256Schema } from '../values.ts';

/*
 * The wire format of the Setup API, below `/v1/setup`. A record consists of its fields and its id; its version is the
 * entity tag of the response, and the `If-Match` of a change. `POST` and `PUT` send the fields alone; for a presence
 * configuration, the content of `configuration`.
 */

/** A record's id and name. */
const named = v.object({ id: idSchema, name: v.string() });
export type NamedRecord = v.InferOutput<typeof named>;

/**
 * One page of a list; `next` is the `cursor` of the following one, `null` on the last. `total`, if a list has it,
 * counts all matches.
 */
export const pageSchema = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()), total: v.exactOptional(v.number()) });

/** `presence-configurations`: a row of the list. */
export const presenceConfigurationRowSchema = v.object({
  ...named.entries,
  developerName: v.string(),
  isDefault: v.boolean(),
  /** How many users and profiles are assigned. */
  users: v.number(),
  profiles: v.number(),
  changedAt: v.nullable(instantSchema),
});
export type PresenceConfigurationRow = v.InferOutput<typeof presenceConfigurationRowSchema>;

/** `presence-configurations/{id}` */
export const presenceConfigurationRecordSchema = v.object({
  id: idSchema,
  isDefault: v.boolean(),
  configuration: presenceConfigurationSchema,
});
export type PresenceConfigurationRecord = v.InferOutput<typeof presenceConfigurationRecordSchema>;

/** The other records that administrators edit: their fields and id. */
export const setupRecordSchemas = {
  'service-channels': serviceChannelSchema,
  'routing-configurations': routingConfigurationSchema,
  queues: queueSchema,
  flows: flowSchema,
  'presence-statuses': presenceStatusFieldsSchema,
  'decline-reasons': declineReasonSchema,
  users: userSchema,
  profiles: profileSchema,
} as const;
export type SetupResource = keyof typeof setupRecordSchemas;

/** `users`: a row of the list, with the user's assignments. */
export const userRowSchema = v.object({
  id: idSchema,
  /** First and last name. */
  name: v.string(),
  active: v.boolean(),
  omniChannel: v.boolean(),
  profile: named,
  /** The presence configuration assigned to the user directly; `null` if there is none. */
  assignedTo: v.nullable(named),
});
export type UserRow = v.InferOutput<typeof userRowSchema>;

/** `profiles`: a row of the list. */
export const profileRowSchema = v.object({
  ...named.entries,
  users: v.number(),
  assignedTo: v.nullable(named),
});
export type ProfileRow = v.InferOutput<typeof profileRowSchema>;

/** `sounds`: an uploaded sound. */
export const soundRecordSchema = v.object({
  sha256: sha256Schema,
  name: v.string(),
  format: soundFormatSchema,
  lengthSeconds: v.number(),
  /** The size of the file, bytes. */
  size: v.number(),
  /** Relative to the API address. */
  address: v.string(),
  createdAt: instantSchema,
  usedBy: v.object({ presenceConfigurations: v.array(named), serviceChannels: v.array(named) }),
});
export type SoundRecord = v.InferOutput<typeof soundRecordSchema>;

/**
 * The assignments of a presence configuration: `presence-configurations/{id}/assignments`, for requests and
 * responses.
 */
export const assignmentsSchema = v.strictObject(
  { userIds: idList('Users', 20_000), profileIds: idList('Profiles', 20_000) },
  fieldSentence,
);
export type Assignments = v.InferOutput<typeof assignmentsSchema>;

/** The same with names, as `GET` returns it. */
export const assignedSchema = v.object({
  users: v.array(userRowSchema),
  profiles: v.array(profileRowSchema),
});
export type Assigned = v.InferOutput<typeof assignedSchema>;

/** `queues/{id}/members`: the member reps. */
export const queueMembersSchema = v.object({ users: v.array(userRowSchema) });
export type QueueMembers = v.InferOutput<typeof queueMembersSchema>;

/** A move caused by a change of assignments; `from` or `to` is `null` for no direct assignment. */
const moveSchema = v.object({
  kind: v.picklist(['user', 'profile']),
  ...named.entries,
  from: v.nullable(named),
  to: v.nullable(named),
});
export type Move = v.InferOutput<typeof moveSchema>;

/** The response to `PUT .../assignments`. `POST /v1/setup/assignment-changes/{id}/undo` reverts it. */
export const assignmentChangeSchema = v.object({ id: idSchema, moved: v.array(moveSchema) });
export type AssignmentChange = v.InferOutput<typeof assignmentChangeSchema>;

/** A changed field: a JSON pointer into the record, and the value before and after. */
const fieldChangeSchema = v.object({ pointer: v.string(), from: v.unknown(), to: v.unknown() });
export type FieldChange = v.InferOutput<typeof fieldChangeSchema>;

export const auditActions = ['created', 'changed', 'deleted', 'assigned', 'undone'] as const;

/** `audit-log`: one change. */
export const auditEntrySchema = v.object({
  id: idSchema,
  at: instantSchema,
  /** The holder of the token that made the change. */
  by: named,
  action: v.picklist(auditActions),
  resource: v.string(),
  record: named,
  changes: v.array(fieldChangeSchema),
  /** The records that the changes refer to by id, as they are called now, or were called last. */
  names: v.array(v.object({ resource: v.string(), ...named.entries })),
  /** The change of assignments that it is part of; `null` if it is none. */
  assignmentChange: v.nullable(v.object({ id: idSchema, isUndone: v.boolean() })),
});
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;
export type NamedInChange = AuditEntry['names'][number];

/**
 * The members of the problem document for a stale `If-Match` (412): the current record, its entity tag (with quotes),
 * and what has changed since the caller's version.
 */
export const staleSchema = v.object({
  current: v.unknown(),
  version: v.string(),
  changes: v.array(v.object({ ...fieldChangeSchema.entries, by: named, at: instantSchema })),
});
export type Stale = v.InferOutput<typeof staleSchema>;

/** The member `usedBy` of the problem document for deleting a record in use (409). */
export const usedBySchema = v.array(v.object({ kind: v.string(), ...named.entries }));
export type UsedBy = v.InferOutput<typeof usedBySchema>;

/** `{resource}/{id}/uses`: whether the record can be deleted, and where it is used. */
export const usesSchema = v.object({
  /** The sentence with which deleting it would be refused; `null` if it can be deleted. */
  obstacle: v.nullable(v.string()),
  usedBy: usedBySchema,
});
export type RecordUses = v.InferOutput<typeof usesSchema>;

/** How a user's presence configuration is found: the first one present applies. */
const configurationPathSchema = v.object({
  /** Assigned to the user; `null` if there is none. */
  user: v.nullable(named),
  /** Assigned to the user's profile; `null` if there is none. */
  profile: v.nullable(named),
  default: named,
});
export type ConfigurationPath = v.InferOutput<typeof configurationPathSchema>;

/** `users/{id}/effective-configuration` */
export const userConfigurationSchema = v.object({
  /** As the rep receives it; `null` if the user is not a rep: inactive, or without the Omni-Channel permission. */
  configuration: v.nullable(effectiveConfigurationSchema),
  path: configurationPathSchema,
});
export type UserConfiguration = v.InferOutput<typeof userConfigurationSchema>;
