import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { acwTermsSchema, type AcwTerms } from '../work/acw.ts';
import { presenceStatusSchema } from './presence-status.ts';
import { sentChannelTypeSchema } from './service-channel.ts';
import type { Seconds } from '../time.ts';
import { transferDestinationsSchema } from '../work/transfer.ts';
import { idSchema, labelledSchema, sha256Schema, type Id } from '../values.ts';

/** Where an effective value comes from. */
const valueSourceSchema = v.picklist(['configuration', 'channel', 'default']);
export type ValueSource = v.InferOutput<typeof valueSourceSchema>;

const sourced = <Schema extends v.GenericSchema>(value: Schema) =>
  v.object({ value, source: valueSourceSchema });

const whole = (minimum: number, maximum: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum));
const name = v.pipe(v.string(), v.maxLength(80));

/** The supported containers and codecs of a sound. */
export const soundFormatSchema = v.picklist(['aac', 'flac', 'mp3', 'ogg', 'opus', 'wav']);
export type SoundFormat = v.InferOutput<typeof soundFormatSchema>;

/** The longest decoded length of a custom sound, seconds: 30, plus a tenth for the encoder's padding. */
export const MAX_SOUND_LENGTH: Seconds = 30.1;

/** A custom sound that the configuration or a channel refers to. */
const soundReferenceSchema = v.object({
  sha256: sha256Schema,
  /** Its path, relative to the API address. */
  address: v.pipe(v.string(), v.regex(/^\/v1\/sounds\/[0-9a-f]{64}$/)),
  format: soundFormatSchema,
  /** Its measured length, seconds. */
  lengthSeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_SOUND_LENGTH)),
});
export type SoundReference = v.InferOutput<typeof soundReferenceSchema>;

/** The effective settings for work of one service channel. */
const effectiveChannelSchema = v.object({
  id: idSchema,
  name,
  developerName: name,
  type: sentChannelTypeSchema,
  interruptible: v.boolean(),
  automaticallyAccept: sourced(v.boolean()),
  allowDecline: sourced(v.boolean()),
  stopSoundWhenCustomerLeaves: v.boolean(),
  /** SHA-256 of a custom sound, listed in `sounds`; `null`: the default sound. */
  sound: sourced(v.nullable(sha256Schema)),
  soundLengthSeconds: sourced(whole(1, 30)),
  /** The wrap-up terms after work of this channel; `null` if there is none. */
  acw: sourced(v.nullable(acwTermsSchema)),
});
export type EffectiveChannel = v.InferOutput<typeof effectiveChannelSchema>;

/** The effective configuration of one rep: all references resolved, each value with its source. */
export const effectiveConfigurationSchema = v.object({
  rep: v.object({ id: idSchema, name: v.pipe(v.string(), v.maxLength(120)) }),
  configuration: v.object({ id: idSchema, name, developerName: name }),
  /** How the configuration was assigned to this rep. */
  route: v.picklist(['user', 'profile', 'default']),
  settings: v.object({
    capacity: sourced(whole(1, 10_000)),
    interruptibleCapacity: sourced(whole(0, 10_000)),
    /** How many requests may ring at once. */
    maxNewOffers: sourced(whole(1, 100)),
    automaticallyAccept: sourced(v.boolean()),
    allowDecline: sourced(v.boolean()),
    statusOnDeclineId: sourced(v.nullable(idSchema)),
    /** The decline reasons on offer, in order; empty if none is asked for. */
    declineReasons: sourced(v.array(labelledSchema)),
    statusOnPushTimeoutId: sourced(v.nullable(idSchema)),
    playRequestSound: sourced(v.boolean()),
    notificationSound: sourced(v.nullable(sha256Schema)),
    soundLengthSeconds: sourced(whole(1, 30)),
    playConnectionLossSound: sourced(v.boolean()),
    /** The wrap-up terms, unless the channel overrides them; `null` if the configuration has none. */
    acw: sourced(v.nullable(acwTermsSchema)),
    /** The name in messaging transcripts; `null` for the rep's own. */
    agentAlias: sourced(v.nullable(name)),
    /** The allowed transfer destinations, by id; an empty selection allows all. */
    transferDestinations: sourced(transferDestinationsSchema),
  }),
  channels: v.array(effectiveChannelSchema),
  /** The statuses that the rep may choose; always includes Offline. */
  statuses: v.pipe(
    v.array(presenceStatusSchema),
    v.check((list) => list.some(({ kind }) => kind === 'offline'), message(rules.offlineStatus)),
  ),
  sounds: v.array(soundReferenceSchema),
});
export type EffectiveConfiguration = v.InferOutput<typeof effectiveConfigurationSchema>;

/** The wrap-up terms after work of a channel; `null` if there is none. */
export function acwAfterWork({ settings, channels }: EffectiveConfiguration, channelId: Id): AcwTerms | null {
  const channel = channels.find(({ id }) => id === channelId);
  return (channel ?? settings).acw.value;
}
