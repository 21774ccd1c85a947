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
 * The shapes of Setup on the wire, below `/v1/setup`. A record is its fields and its id; its version is the entity tag
 * of the answer, and the `If-Match` of a change. What is sent, by `POST` or `PUT`, is the fields alone: of a presence
 * configuration what is in `configuration`.
 */

/** A record and what names it. */
const named = v.object({ id: idSchema, name: v.string() });
export type NamedRecord = v.InferOutput<typeof named>;

/**
 * One page of a list; `next` is the `cursor` of the following one, `null` on the last. `total`, where a list has it,
 * counts all that match.
 */
export const pageSchema = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()), total: v.exactOptional(v.number()) });

/** `presence-configurations`: one in a list. */
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

/** The other records that administrators edit: their fields, and their id. */
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

/** `users`: one in a list, with where they belong. */
export const userRowSchema = v.object({
  id: idSchema,
  /** First and last name. */
  name: v.string(),
  active: v.boolean(),
  omniChannel: v.boolean(),
  profile: named,
  /** The presence configuration they are assigned to themselves; `null`: none. */
  assignedTo: v.nullable(named),
});
export type UserRow = v.InferOutput<typeof userRowSchema>;

/** `profiles`: one in a list. */
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
  /** Below the API address. */
  address: v.string(),
  createdAt: instantSchema,
  usedBy: v.object({ presenceConfigurations: v.array(named), serviceChannels: v.array(named) }),
});
export type SoundRecord = v.InferOutput<typeof soundRecordSchema>;

/** Who is assigned to a presence configuration: `presence-configurations/{id}/assignments`, both ways. */
export const assignmentsSchema = v.strictObject(
  { userIds: idList('Users', 20_000), profileIds: idList('Profiles', 20_000) },
  fieldSentence,
);
export type Assignments = v.InferOutput<typeof assignmentsSchema>;

/** The same with their names, as `GET` answers. */
export const assignedSchema = v.object({
  users: v.array(userRowSchema),
  profiles: v.array(profileRowSchema),
});
export type Assigned = v.InferOutput<typeof assignedSchema>;

/** `queues/{id}/members`: who they are. */
export const queueMembersSchema = v.object({ users: v.array(userRowSchema) });
export type QueueMembers = v.InferOutput<typeof queueMembersSchema>;

/** What a change of assignments moved; `from` or `to` is `null` where they were, or are, assigned nowhere themselves. */
const moveSchema = v.object({
  kind: v.picklist(['user', 'profile']),
  ...named.entries,
  from: v.nullable(named),
  to: v.nullable(named),
});
export type Move = v.InferOutput<typeof moveSchema>;

/** The answer to `PUT .../assignments`. `POST /v1/setup/assignment-changes/{id}/undo` puts everything back. */
export const assignmentChangeSchema = v.object({ id: idSchema, moved: v.array(moveSchema) });
export type AssignmentChange = v.InferOutput<typeof assignmentChangeSchema>;

/** One field that a change touched: a JSON pointer into the record, and its value before and after. */
const fieldChangeSchema = v.object({ pointer: v.string(), from: v.unknown(), to: v.unknown() });
export type FieldChange = v.InferOutput<typeof fieldChangeSchema>;

/** `audit-log`: one change. */
export const auditEntrySchema = v.object({
  id: idSchema,
  at: instantSchema,
  /** The holder of the token that made it. */
  by: named,
  action: v.picklist(['created', 'changed', 'deleted', 'assigned', 'undone']),
  resource: v.string(),
  record: named,
  changes: v.array(fieldChangeSchema),
});
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;

/**
 * The members of the problem that answers a stale `If-Match` (412): the record as it is now, its entity tag (with its quotes), and what
 * has changed since the version that the caller knew.
 */
export const staleSchema = v.object({
  current: v.unknown(),
  version: v.string(),
  changes: v.array(v.object({ ...fieldChangeSchema.entries, by: named, at: instantSchema })),
});
export type Stale = v.InferOutput<typeof staleSchema>;

/** The member `usedBy` of the problem that answers the deletion of something in use (409). */
export const usedBySchema = v.array(v.object({ kind: v.string(), ...named.entries }));
export type UsedBy = v.InferOutput<typeof usedBySchema>;

/** By which ways a user comes to a presence configuration: the first that there is holds. */
const configurationPathSchema = v.object({
  /** Assigned to the user; `null`: none. */
  user: v.nullable(named),
  /** Assigned to the user's profile; `null`: none. */
  profile: v.nullable(named),
  default: named,
});
export type ConfigurationPath = v.InferOutput<typeof configurationPathSchema>;

/** `users/{id}/effective-configuration` */
export const userConfigurationSchema = v.object({
  /** As the rep gets it; `null` where the user is no rep: not active, or without the Omni-Channel permission. */
  configuration: v.nullable(effectiveConfigurationSchema),
  path: configurationPathSchema,
});
export type UserConfiguration = v.InferOutput<typeof userConfigurationSchema>;
