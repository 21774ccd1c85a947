import * as v from 'valibot';
import { idSchema, uuidSchema } from '../domain/values.ts';
import { closeCodes, type CloseReason } from './close-reasons.ts';
import { commandSchema, serverUpdateSchema, resultSchema, snapshotSchema } from './messages.ts';

/**
 * The messages between the panels of one rep in one browser. They come from other pages, perhaps of another release:
 * whatever violates these schemas is ignored, and incompatible releases use different channel names.
 */
export const MEMBERS_VERSION = 4;

/** The most members in a message; with more, pages beyond the limit only lose their liveness watch. */
const MAX_MEMBERS = 100;

const reasons = Object.keys(closeCodes) as [CloseReason, ...CloseReason[]];
const sentence = v.pipe(v.string(), v.maxLength(2000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What the others need to know of a member. */
const presenceOfMemberSchema = v.object({
  /** Whether its page is visible. */
  visible: v.boolean(),
  /** Whether the rep can neither see nor reach the requests there. */
  outOfSight: v.boolean(),
  /** When it was last shown or hidden, by the system clock, which all pages share. */
  turnedAt: v.number(),
  /** Whether its sound runs, or could. */
  sound: v.picklist(['able', 'unable', 'unknown']),
});
export type PresenceOfMember = v.InferOutput<typeof presenceOfMemberSchema>;

/** The state of the connection, with its moments as instants, since each page has its own clock. */
const viewSchema = v.object({
  status: v.picklist(['connecting', 'connected', 'interrupted', 'lost', 'signedOut', 'replaced', 'refused']),
  since: v.number(),
  reason: v.nullable(v.picklist([...reasons, 'noToken', 'unreadable'])),
  roundTrip: v.nullable(v.number()),
  grace: v.nullable(v.number()),
  nextAttemptAt: v.nullable(v.number()),
});
export type SharedView = v.InferOutput<typeof viewSchema>;

/** Fields of every message of the leader. */
const ofLeader = {
  /** The term of its leadership; it only increases. */
  term: v.number(),
  /** The leader's estimate of the server's time; `null` if unknown. */
  serverTime: v.nullable(v.number()),
};
/** For messages that must be neither missed nor applied twice. */
const counted = { ...ofLeader, count };

const fromLeader = [
  /** The shared state: for a member that asked, or for all after a change of leader. */
  v.object({
    type: v.literal('standing'),
    ...counted,
    /** The moment in the request, on the asker's clock; `null` if it was not requested. */
    asked: v.nullable(v.number()),
    view: v.nullable(viewSchema),
    snapshot: v.nullable(snapshotSchema),
    members: v.pipe(
      v.array(v.object({ id: uuidSchema, presence: presenceOfMemberSchema })),
      v.maxLength(MAX_MEMBERS),
    ),
    /** The member that may play sound. */
    sounder: v.nullable(uuidSchema),
    sessionId: v.nullable(uuidSchema),
  }),
  v.object({ type: v.literal('update'), ...counted, update: serverUpdateSchema }),
  v.object({ type: v.literal('view'), ...counted, view: viewSchema }),
  /** A sign of life, for the member that asked. */
  v.object({ type: v.literal('alive'), ...ofLeader, asked: v.nullable(v.number()) }),
  v.object({ type: v.literal('gone'), ...ofLeader, member: uuidSchema }),
  /** The member that may play sound from now on; `isForced`: the previous one does not answer. */
  v.object({ type: v.literal('turn'), ...ofLeader, sounder: v.nullable(uuidSchema), isForced: v.boolean() }),
  /** The outcome of a command; `null` if unknown. */
  v.object({
    type: v.literal('outcome'),
    ...ofLeader,
    id: uuidSchema,
    outcome: v.nullable(resultSchema.entries.outcome),
    /** The server did not understand it, for this reason. */
    notUnderstood: v.nullable(sentence),
  }),
  v.object({ type: v.literal('proven'), ...ofLeader, id: uuidSchema, isProven: v.boolean() }),
  /** Open this work, which was accepted automatically, or by a page that is gone. */
  v.object({
    type: v.literal('open'),
    ...ofLeader,
    agentWorkId: idSchema,
    openedBy: v.picklist(['rep', 'automatic']),
  }),
  /** The machine slept since that instant. */
  v.object({ type: v.literal('slept'), ...ofLeader, since: v.number() }),
] as const;

const fromAnybody = [
  /** I have joined; what is the shared state? `asked`: the present moment on the asker's clock. */
  v.object({ type: v.literal('hello'), asked: v.number(), presence: presenceOfMemberSchema }),
  v.object({ type: v.literal('present'), presence: presenceOfMemberSchema }),
  v.object({ type: v.literal('leaving') }),
  /** Asks for a sign of life: from the leader, or from a member that the leader watches. */
  v.object({ type: v.literal('ask'), asked: v.number() }),
  v.object({ type: v.literal('here') }),
  v.object({ type: v.literal('command'), command: commandSchema, keep: v.boolean() }),
  v.object({
    type: v.literal('connection-request'),
    request: v.picklist(['connect', 'disconnect', 'doubt', 'resynchronise']),
  }),
  v.object({ type: v.literal('prove'), id: uuidSchema }),
  /** I opened the work as told. */
  v.object({ type: v.literal('opened'), agentWorkId: idSchema }),
  /** The request that the sounding member rings for; `null` for none. */
  v.object({
    type: v.literal('ringing'),
    agentWorkId: v.nullable(idSchema),
    fault: v.nullable(v.picklist(['notFetched', 'notDecoded', 'tooLong'])),
  }),
  /** The rep answered a request there. */
  v.object({
    type: v.literal('answered'),
    agentWorkId: idSchema,
    answer: v.picklist(['accept', 'decline']),
  }),
  v.object({ type: v.literal('painted'), agentWorkIds: v.pipe(v.array(idSchema), v.maxLength(1000)) }),
  v.object({ type: v.literal('notified'), agentWorkId: idSchema }),
  /** The rep's action there applies to every page. */
  v.object({ type: v.literal('dismissed'), agentWorkId: idSchema }),
  v.object({ type: v.literal('alarmSilenced') }),
  v.object({ type: v.literal('returnDismissed') }),
  v.object({ type: v.literal('volumeSet'), percent: v.number() }),
  v.object({ type: v.literal('outputsChosen') }),
  /** The host has the rep sign out there. */
  v.object({ type: v.literal('signingOut') }),
  v.object({ type: v.literal('signedOut'), forget: v.boolean() }),
] as const;

export const memberMessageSchema = v.object({
  from: uuidSchema,
  /** `null` for all. */
  to: v.nullable(uuidSchema),
  body: v.variant('type', [...fromLeader, ...fromAnybody]),
});
export type MemberMessage = v.InferOutput<typeof memberMessageSchema>;
export type MemberBody = MemberMessage['body'];
export type BodyOf<Type extends MemberBody['type']> = Extract<MemberBody, { type: Type }>;

type OfLeader = Extract<MemberBody, { term: number }>;
/** A message of the leader, without the fields common to all of them. */
export type LeaderBody = OfLeader extends infer Body
  ? Body extends unknown
    ? Omit<Body, 'term' | 'serverTime'>
    : never
  : never;
export type PlainBody = Exclude<MemberBody, OfLeader>;
