import * as v from 'valibot';
import { capacityPoolSchema } from './capacity.ts';
import type { EffectiveConfiguration } from '../configuration/effective-configuration.ts';
import { idSchema, instantSchema, labelledSchema, sha256Schema, type Id } from '../values.ts';
import type { Instant, Seconds } from '../time.ts';

/**
 * The terms of a request, stamped by the server when it offers it. Both sides honour them until the request is
 * settled, whatever the configuration becomes meanwhile.
 */
export const requestStampSchema = v.object({
  /** Units of capacity, two decimals. */
  size: v.pipe(v.number(), v.minValue(0)),
  pool: capacityPoolSchema,
  /** When the push time-out settles it; `null`: never. */
  deadline: v.nullable(instantSchema),
  /** What rings; `null`: nothing. */
  ring: v.nullable(
    v.object({
      /** SHA-256 of a custom sound; `null`: the default sound. */
      sound: v.nullable(sha256Schema),
      lengthSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
    }),
  ),
  stopSoundWhenCustomerLeaves: v.boolean(),
  declinable: v.boolean(),
  /** The reasons to choose from, in order; none: a decline asks for none. */
  declineReasons: v.array(labelledSchema),
  /** Accepted by the server as soon as a panel confirmed its delivery. */
  automatic: v.boolean(),
  statusOnDeclineId: v.nullable(idSchema),
  statusOnPushTimeoutId: v.nullable(idSchema),
});
export type RequestStamp = v.InferOutput<typeof requestStampSchema>;

/** The terms under which a request on this channel is offered at `now`. */
export function stampRequest(
  configuration: EffectiveConfiguration,
  offer: {
    readonly channelId: Id;
    readonly size: number;
    readonly pool: RequestStamp['pool'];
    readonly pushTimeoutSeconds: Seconds | null;
    /** Whether the work requires this very rep, who then cannot decline it. */
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
