import * as v from 'valibot';
import { idSchema, uuidSchema } from '../domain/values.ts';
import { closeCodes, type CloseReason } from './close-reasons.ts';
import { commandSchema, serverUpdateSchema, resultSchema, snapshotSchema } from './messages.ts';

/**
 * What the panels of one rep in one browser say to each other. It comes from other pages, perhaps of another release:
 * nothing of it is taken that breaks these schemas, and releases that do not understand each other have other names.
 */
export const MEMBERS_VERSION = 1;

/** The most members that are told of; a page more costs that page's liveness watch only. */
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
  /** When it was shown or hidden last, on the clock of the system, which all pages share. */
  turnedAt: v.number(),
  /** Whether its sound runs, or would. */
  sound: v.picklist(['able', 'unable', 'unknown']),
});
export type PresenceOfMember = v.InferOutput<typeof presenceOfMemberSchema>;

/** How the connection stands; its moments as instants, since each page has a time of its own. */
const viewSchema = v.object({
  status: v.picklist(['connecting', 'connected', 'interrupted', 'lost', 'signedOut', 'replaced', 'refused']),
  since: v.number(),
  reason: v.nullable(v.picklist([...reasons, 'noToken'])),
  roundTrip: v.nullable(v.number()),
  grace: v.nullable(v.number()),
  nextAttemptAt: v.nullable(v.number()),
});
export type SharedView = v.InferOutput<typeof viewSchema>;

/** Of every message of the leader. */
const ofLeader = {
  /** The number of its leadership: a later one has a greater. */
  term: v.number(),
  /** The server's time there; `null`: it is not known. */
  serverTime: v.nullable(v.number()),
};
/** Of what must be neither missed nor taken twice. */
const counted = { ...ofLeader, count };

const fromLeader = [
  /** Where everything stands: to one who asked, or to all when the leadership has changed. */
  v.object({
    type: v.literal('standing'),
    ...counted,
    /** The moment that the asker named, on its own clock; `null`: nobody asked. */
    asked: v.nullable(v.number()),
    view: v.nullable(viewSchema),
    snapshot: v.nullable(snapshotSchema),
    members: v.pipe(
      v.array(v.object({ id: uuidSchema, presence: presenceOfMemberSchema })),
      v.maxLength(MAX_MEMBERS),
    ),
    /** Whose turn it is to sound. */
    sounder: v.nullable(uuidSchema),
    sessionId: v.nullable(uuidSchema),
  }),
  v.object({ type: v.literal('update'), ...counted, update: serverUpdateSchema }),
  v.object({ type: v.literal('view'), ...counted, view: viewSchema }),
  /** A sign of life, for who asked. */
  v.object({ type: v.literal('alive'), ...ofLeader, asked: v.nullable(v.number()) }),
  v.object({ type: v.literal('gone'), ...ofLeader, member: uuidSchema }),
  /** Whose turn it is to sound from now on; `isForced`: who had it does not answer. */
  v.object({ type: v.literal('turn'), ...ofLeader, sounder: v.nullable(uuidSchema), isForced: v.boolean() }),
  /** What became of a command: `null`: nobody knows. */
  v.object({
    type: v.literal('outcome'),
    ...ofLeader,
    id: uuidSchema,
    outcome: v.nullable(resultSchema.entries.outcome),
    /** The server did not understand it, and this is why. */
    notUnderstood: v.nullable(sentence),
  }),
  v.object({ type: v.literal('proven'), ...ofLeader, id: uuidSchema, isProven: v.boolean() }),
  /** Open this work, which was accepted automatically, or for a page that is gone. */
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
  /** I am here; where does everything stand? `asked`: now, on the asker's own clock. */
  v.object({ type: v.literal('hello'), asked: v.number(), presence: presenceOfMemberSchema }),
  v.object({ type: v.literal('present'), presence: presenceOfMemberSchema }),
  v.object({ type: v.literal('leaving') }),
  /** Who is asked says that it lives: the leader, or a member whom the leader asks. */
  v.object({ type: v.literal('ask'), asked: v.number() }),
  v.object({ type: v.literal('here') }),
  v.object({ type: v.literal('command'), command: commandSchema, keep: v.boolean() }),
  v.object({
    type: v.literal('connection-request'),
    request: v.picklist(['connect', 'disconnect', 'doubt', 'resynchronise']),
  }),
  v.object({ type: v.literal('prove'), id: uuidSchema }),
  /** I opened what I was told to. */
  v.object({ type: v.literal('opened'), agentWorkId: idSchema }),
  /** What the one who sounds rings for; `null`: nothing. */
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
  /** What the rep did there holds for every page. */
  v.object({ type: v.literal('dismissed'), agentWorkId: idSchema }),
  v.object({ type: v.literal('alarmSilenced') }),
  v.object({ type: v.literal('returnDismissed') }),
  v.object({ type: v.literal('volumeSet'), percent: v.number() }),
  v.object({ type: v.literal('outputsChosen') }),
  v.object({ type: v.literal('signedOut'), forget: v.boolean() }),
] as const;

export const memberMessageSchema = v.object({
  from: uuidSchema,
  /** `null`: everybody. */
  to: v.nullable(uuidSchema),
  body: v.variant('type', [...fromLeader, ...fromAnybody]),
});
export type MemberMessage = v.InferOutput<typeof memberMessageSchema>;
export type MemberBody = MemberMessage['body'];
export type BodyOf<Type extends MemberBody['type']> = Extract<MemberBody, { type: Type }>;

type OfLeader = Extract<MemberBody, { term: number }>;
/** What the leader says, without what it adds to all of it. */
export type LeaderBody = OfLeader extends infer Body
  ? Body extends unknown
    ? Omit<Body, 'term' | 'serverTime'>
    : never
  : never;
export type PlainBody = Exclude<MemberBody, OfLeader>;
