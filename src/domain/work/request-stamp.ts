import * as v from 'valibot';
import { capacityPoolSchema } from './capacity.ts';
import type { EffectiveConfiguration } from '../configuration/effective-configuration.ts';
import { idSchema, instantSchema, labelledSchema, sha256Schema, type Id } from '../values.ts';
import type { Instant, Seconds } from '../time.ts';

/**
 * The terms of a request, stamped by the server with the offer. Both sides honour them until the request is settled,
 * even if the configuration changes meanwhile.
 */
export const requestStampSchema = v.object({
  /** Units of capacity, to two decimals. */
  size: v.pipe(v.number(), v.minValue(0)),
  pool: capacityPoolSchema,
  /** When the push time-out settles it; `null` for never. */
  deadline: v.nullable(instantSchema),
  /** The sound; `null` for none. */
  ring: v.nullable(
    v.object({
      /** SHA-256 of a custom sound; `null` for the default sound. */
      sound: v.nullable(sha256Schema),
      lengthSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
    }),
  ),
  stopSoundWhenCustomerLeaves: v.boolean(),
  declinable: v.boolean(),
  /** The decline reasons to choose from, in order; empty if none is asked for. */
  declineReasons: v.array(labelledSchema),
  /** The server accepts it as soon as a panel confirms its delivery. */
  automatic: v.boolean(),
  statusOnDeclineId: v.nullable(idSchema),
  statusOnPushTimeoutId: v.nullable(idSchema),
});
export type RequestStamp = v.InferOutput<typeof requestStampSchema>;

/** The terms of a request offered on this channel at `now`. */
export function stampRequest(
  configuration: EffectiveConfiguration,
  offer: {
    readonly channelId: Id;
    readonly size: number;
    readonly pool: RequestStamp['pool'];
    readonly pushTimeoutSeconds: Seconds | null;
    /** Whether the work requires this particular rep, who then cannot decline it. */
    readonly requiresRep: boolean;
  },
  now: Instant,
): RequestStamp {
  const channel = configuration.channels.find(({ id }) => id === offer.channelId);
  if (!channel) throw new Error(`The effective configuration has no service channel ${offer.channelId}.`);
  const { settings } = configuration;
  return {
    size: offer.size,
    pool: offer.pool,
    deadline: offer.pushTimeoutSeconds === null ? null : now + offer.pushTimeoutSeconds * 1000,
    ring: settings.playRequestSound.value
      ? { sound: channel.sound.value, lengthSeconds: channel.soundLengthSeconds.value }
      : null,
    stopSoundWhenCustomerLeaves: channel.stopSoundWhenCustomerLeaves,
    declinable: channel.allowDecline.value && !offer.requiresRep,
    declineReasons: settings.declineReasons.value,
    automatic: channel.automaticallyAccept.value,
    statusOnDeclineId: settings.statusOnDeclineId.value,
    statusOnPushTimeoutId: settings.statusOnPushTimeoutId.value,
  };
}
