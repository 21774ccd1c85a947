import * as v from 'valibot';
import { agentWorkSchema } from '../domain/work/agent-work.ts';
import { alertReceiptSchema, MAX_ALERT_RECEIPTS } from '../domain/alerts/alert-receipt.ts';
import { capacitySchema } from '../domain/work/capacity.ts';
import { presenceSchema, presenceStatusSchema } from '../domain/configuration/presence-status.ts';
import { refusalCodes } from '../domain/work/refusals.ts';
import { destinationSchema } from '../domain/work/transfer.ts';
import { idSchema, instantSchema, uuidSchema } from '../domain/values.ts';

/** The WebSocket subprotocol that a panel asks for. */
export const SUBPROTOCOL = 'omni-channel.v1';
/** The largest message a panel may send, bytes. */
export const MAX_PANEL_MESSAGE_SIZE = 16 * 1024;
/** The largest message a panel takes, characters; a longer one is a surprise, answered by asking for the snapshot. */
export const MAX_SERVER_MESSAGE_SIZE = 1024 * 1024;

const revision = v.pipe(v.number(), v.integer(), v.minValue(0));
const beatNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Everything a panel shows that changes: small, so it is sent whole on every connect and on request. */
export const snapshotSchema = v.object({
  /** The next change has this number plus one. */
  revision,
  rep: v.object({ id: idSchema, name: v.string() }),
  presence: presenceSchema,
  capacity: capacitySchema,
  /** The status chosen during wrap-up (ACW), which takes effect when the last one ends; `null`: none. */
  statusAfterAcw: v.nullable(presenceStatusSchema),
  /** All open agent works, and the latest settled ones. */
  agentWorks: v.array(agentWorkSchema),
  /** The entity tag of the rep's effective configuration. */
  configurationVersion: v.string(),
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** What a command came to. `refused` says why, in one sentence for the rep. */
export const resultSchema = v.object({
  type: v.literal('result'),
  id: uuidSchema,
  outcome: v.variant('kind', [
    v.object({ kind: v.literal('done') }),
    v.object({ kind: v.literal('refused'), code: v.picklist(refusalCodes), detail: v.string() }),
  ]),
});
export type Result = v.InferOutput<typeof resultSchema>;
export type CommandOutcome = Result['outcome'];

/** What the server tells of the rep: the whole, or the next change. */
export const serverUpdateSchema = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    serverTime: instantSchema,
    /** Milliseconds between two beats of the server. */
    beatInterval: v.pipe(v.number(), v.minValue(100), v.maxValue(60_000)),
    /** Milliseconds after a lost connection until the server sets the rep Offline. */
    grace: v.pipe(v.number(), v.minValue(0)),
    snapshot: snapshotSchema,
  }),
  v.object({ type: v.literal('snapshot'), serverTime: instantSchema, snapshot: snapshotSchema }),
  v.object({
    type: v.literal('presence-changed'),
    revision,
    presence: presenceSchema,
    statusAfterAcw: v.nullable(presenceStatusSchema),
  }),
  v.object({ type: v.literal('agent-work-changed'), revision, agentWork: agentWorkSchema }),
  v.object({ type: v.literal('capacity-changed'), revision, capacity: capacitySchema }),
  v.object({ type: v.literal('configuration-changed'), revision, configurationVersion: v.string() }),
]);
export type ServerUpdate = v.InferOutput<typeof serverUpdateSchema>;

/** What the server sends. */
export const serverMessageSchema = v.variant('type', [
  ...serverUpdateSchema.options,
  v.object({ type: v.literal('beat'), beat: beatNumber, serverTime: instantSchema }),
  v.object({ type: v.literal('probe-answer'), probe: beatNumber, serverTime: instantSchema }),
  resultSchema,
  /**
   * A message of the panel that the server did not understand; the connection stays. `id` is the command's, where it
   * could be read: that command has no effect, and no `result` follows.
   */
  v.object({ type: v.literal('not-understood'), detail: v.string(), id: v.optional(uuidSchema) }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;
/** The messages that carry a revision. */
export type ChangeMessage = Extract<ServerMessage, { revision: number }>;

const command = <const Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) =>
  v.object({ type: v.literal(type), id: uuidSchema, ...entries });

/** What the rep does: each carries a UUID of the panel's own and has one effect, however often it is sent. */
export const commandSchema = v.variant('type', [
  /** During wrap-up it takes effect when the last one ends, unless `endAcw` ends all of them now. */
  command('set-status', { statusId: idSchema, endAcw: v.exactOptional(v.boolean()) }),
  command('accept', { agentWorkId: idSchema }),
  command('decline', { agentWorkId: idSchema, reasonId: v.nullable(idSchema) }),
  /** The rep ends the conversation of accepted work. */
  command('end-conversation', { agentWorkId: idSchema }),
  /** The rep is done with accepted work that has no conversation. */
  command('close', { agentWorkId: idSchema }),
  /** Moves the end of a wrap-up by one extension. */
  command('extend-acw', { agentWorkId: idSchema }),
  /** All done: ends a wrap-up, or with `null` every wrap-up of the rep (an outbound conversation starts). */
  command('end-acw', { agentWorkId: v.nullable(idSchema) }),
  /** Transfers accepted work, or with `conference` asks somebody to join its conversation. */
  command('transfer', {
    agentWorkId: idSchema,
    destination: destinationSchema,
    conference: v.exactOptional(v.boolean()),
  }),
  /** Takes a declined or missed item that still waits. */
  command('take', { agentWorkId: idSchema }),
  /** Deliberate: sets Offline and ends the session without grace. */
  command('sign-out', {}),
]);
export type Command = v.InferOutput<typeof commandSchema>;

/** What a panel sends. */
export const panelMessageSchema = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    token: v.pipe(v.string(), v.maxLength(8192)),
    /** Random, one a browser storage partition: the same one on a new socket is a takeover, another one replaces. */
    sessionId: uuidSchema,
  }),
  v.object({ type: v.literal('beat'), beat: beatNumber }),
  v.object({ type: v.literal('probe'), probe: beatNumber }),
  v.object({ type: v.literal('snapshot-request') }),
  /** These requests reached a panel that shows them. */
  v.object({ type: v.literal('delivered'), agentWorkIds: v.pipe(v.array(idSchema), v.maxLength(100)) }),
  /** What became of requests on this side, so that a miss can be explained. Repeating it changes nothing. */
  v.object({
    type: v.literal('alert-receipts'),
    receipts: v.pipe(v.array(alertReceiptSchema), v.maxLength(MAX_ALERT_RECEIPTS)),
  }),
  ...commandSchema.options,
]);
export type PanelMessage = v.InferOutput<typeof panelMessageSchema>;

/** Reads one message of either side; `null` for what breaks the schema. */
export function parseMessage<Schema extends v.GenericSchema>(
  schema: Schema,
  data: string,
): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    // Not JSON: as little understood as any other shape.
    return null;
  }
}
