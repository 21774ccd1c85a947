import * as v from 'valibot';
import { agentWorkSchema } from '../domain/work/agent-work.ts';
import { alertReceiptSchema, MAX_ALERT_RECEIPTS } from '../domain/alerts/alert-receipt.ts';
import { capacitySchema } from '../domain/work/capacity.ts';
import { hostCauses, presenceSchema, presenceStatusSchema } from '../domain/configuration/presence-status.ts';
import { refusalCodes } from '../domain/work/refusals.ts';
import { MAX_OUTBOUND } from '../domain/work/offer-limits.ts';
import { destinationSchema } from '../domain/work/transfer.ts';
import { flagMessageSchema } from '../domain/work/work-flag.ts';
import { expendable, expendableOrNull, idSchema, instantSchema, open, uuidSchema } from '../domain/values.ts';

/** The WebSocket subprotocol that a panel requests. */
export const SUBPROTOCOL = 'omni-channel.v1';
/** The largest message that a panel may send, bytes. */
export const MAX_PANEL_MESSAGE_SIZE = 16 * 1024;
/**
 * The largest message that a panel accepts, characters; a longer one counts as malformed, and triggers a snapshot
 * request.
 */
export const MAX_SERVER_MESSAGE_SIZE = 1024 * 1024;

const revision = v.pipe(v.number(), v.integer(), v.minValue(0));
const beatNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Until when an outbound conversation keeps offers away; `null` if there is none. A server may leave it out. */
const outboundEndsAt = expendable(v.optional(v.nullable(instantSchema), null));

/** All changing state that a panel shows: it is small, so it is sent as a whole on every connect and on request. */
export const snapshotSchema = v.object({
  /** The next change has this number plus one. */
  revision,
  rep: v.object({ id: idSchema, name: v.string() }),
  presence: presenceSchema,
  capacity: capacitySchema,
  /** The status chosen during wrap-up (ACW), which takes effect when the last wrap-up ends; `null` for none. */
  statusAfterAcw: expendableOrNull(presenceStatusSchema),
  outboundEndsAt,
  /** All open agent works, and the latest settled ones. */
  agentWorks: v.array(expendable(agentWorkSchema)),
  /** The entity tag of the rep's effective configuration. */
  configurationVersion: v.string(),
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

/** The outcome of a command. `refused` gives the reason in one sentence for the rep. */
export const resultSchema = v.object({
  type: v.literal('result'),
  id: uuidSchema,
  outcome: v.variant('kind', [
    v.object({ kind: v.literal('done') }),
    v.object({ kind: v.literal('refused'), code: open(refusalCodes), detail: v.string() }),
  ]),
});
export type Result = v.InferOutput<typeof resultSchema>;
export type CommandOutcome = Result['outcome'];

/** An update about the rep: the full state, or the next change. */
export const serverUpdateSchema = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    serverTime: instantSchema,
    /** Milliseconds between two heartbeats of the server. */
    beatInterval: v.pipe(v.number(), v.minValue(100), v.maxValue(60_000)),
    /** Milliseconds after a connection loss until the server sets the rep Offline. */
    grace: v.pipe(v.number(), v.minValue(0)),
    snapshot: snapshotSchema,
  }),
  v.object({ type: v.literal('snapshot'), serverTime: instantSchema, snapshot: snapshotSchema }),
  v.object({
    type: v.literal('presence-changed'),
    revision,
    presence: presenceSchema,
    statusAfterAcw: expendableOrNull(presenceStatusSchema),
    outboundEndsAt,
  }),
  v.object({ type: v.literal('agent-work-changed'), revision, agentWork: agentWorkSchema }),
  v.object({ type: v.literal('capacity-changed'), revision, capacity: capacitySchema }),
  v.object({ type: v.literal('configuration-changed'), revision, configurationVersion: v.string() }),
]);
export type ServerUpdate = v.InferOutput<typeof serverUpdateSchema>;

/** Messages from the server. */
export const serverMessageSchema = v.variant('type', [
  ...serverUpdateSchema.options,
  v.object({ type: v.literal('beat'), beat: beatNumber, serverTime: instantSchema }),
  v.object({ type: v.literal('probe-answer'), probe: beatNumber, serverTime: instantSchema }),
  resultSchema,
  /**
   * The server did not understand a message; the connection stays. `id` is the command's, if it could be read: that
   * command has no effect, and no `result` follows.
   */
  v.object({ type: v.literal('not-understood'), detail: v.string(), id: v.optional(uuidSchema) }),
]);
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;
/** The messages that carry a revision. */
export type ChangeMessage = Extract<ServerMessage, { revision: number }>;

const command = <const Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) =>
  v.object({ type: v.literal(type), id: uuidSchema, ...entries });

/** The rep's commands: each carries a UUID made by the panel and takes effect once, however often it is sent. */
export const commandSchema = v.variant('type', [
  /**
   * During wrap-up it takes effect when the last wrap-up ends, unless `endAcw` ends all of them now. `giveBack`, with a
   * status that is not online: requests that still ring return to their queues. `by`: not the rep, but the host's code.
   */
  command('set-status', {
    statusId: idSchema,
    endAcw: v.exactOptional(v.boolean()),
    giveBack: v.exactOptional(v.boolean()),
    by: v.exactOptional(v.picklist(hostCauses)),
  }),
  command('accept', { agentWorkId: idSchema }),
  command('decline', { agentWorkId: idSchema, reasonId: v.nullable(idSchema) }),
  /** The rep ends the conversation of accepted work. */
  command('end-conversation', { agentWorkId: idSchema }),
  /** The rep closes accepted work that has no conversation. */
  command('close', { agentWorkId: idSchema }),
  /** Moves the end of a wrap-up by one extension. */
  command('extend-acw', { agentWorkId: idSchema }),
  /** "All done": ends a wrap-up, or with `null` all of the rep's wrap-ups. */
  command('end-acw', { agentWorkId: v.nullable(idSchema) }),
  /** An outbound conversation starts: ends all wrap-ups, and keeps offers away until `end-outbound` or for so long. */
  command('start-outbound', {
    maxSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_OUTBOUND)),
  }),
  /** The outbound conversation is over. */
  command('end-outbound', {}),
  /** Transfers accepted work, or with `conference` invites someone to its conversation. */
  command('transfer', {
    agentWorkId: idSchema,
    destination: destinationSchema,
    conference: v.exactOptional(v.boolean()),
  }),
  /** Asks a supervisor for help with accepted work, or no longer does. */
  command('raise-flag', { agentWorkId: idSchema, message: v.nullable(flagMessageSchema) }),
  command('lower-flag', { agentWorkId: idSchema, message: v.nullable(flagMessageSchema) }),
  /** Takes a declined or missed item that is still waiting. */
  command('take', { agentWorkId: idSchema }),
  /** Sets Offline and ends the session without a grace period. */
  command('sign-out', {}),
]);
export type Command = v.InferOutput<typeof commandSchema>;

/** Messages from a panel. */
export const panelMessageSchema = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    token: v.pipe(v.string(), v.maxLength(8192)),
    /**
     * Random, one per browser storage partition: the same one on a new socket takes over, a different one replaces
     * the session.
     */
    sessionId: uuidSchema,
  }),
  v.object({ type: v.literal('beat'), beat: beatNumber }),
  v.object({ type: v.literal('probe'), probe: beatNumber }),
  v.object({ type: v.literal('snapshot-request') }),
  /** These requests reached a panel that shows them. */
  v.object({ type: v.literal('delivered'), agentWorkIds: v.pipe(v.array(idSchema), v.maxLength(100)) }),
  /** What happened to requests on this page, so that a missed one can be explained. Repeats have no effect. */
  v.object({
    type: v.literal('alert-receipts'),
    receipts: v.pipe(v.array(alertReceiptSchema), v.maxLength(MAX_ALERT_RECEIPTS)),
  }),
  ...commandSchema.options,
]);
export type PanelMessage = v.InferOutput<typeof panelMessageSchema>;

/** Parses a message of either side; `null` if it violates the schema. */
export function parseMessage<Schema extends v.GenericSchema>(
  schema: Schema,
  data: string,
): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    // Not JSON.
    return null;
  }
}
