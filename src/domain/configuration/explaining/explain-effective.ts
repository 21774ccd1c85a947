import type { AcwTerms } from '../../work/acw.ts';
import { hasConversation } from '../service-channel.ts';
import type { EffectiveChannel, EffectiveConfiguration, ValueSource } from '../effective-configuration.ts';
import type { Seconds } from '../../time.ts';

/** Where a value comes from, with the name of the record that set it. */
export type Origin =
  | { readonly from: 'channel' | 'configuration'; readonly name: string }
  /** The product's built-in rule, if nothing else is set. */
  | { readonly from: 'default' };

/** How a request on a channel is answered. */
export type Answering = 'automatic' | 'acceptOrDecline' | 'accept';

/** One effective value that matters to a rep, and its origin. */
export type EffectiveLine =
  | {
      readonly about: 'sound';
      readonly channel: string;
      /** `off`: nothing rings, on any channel. */
      readonly sound: 'off' | 'default' | 'custom';
      /** The SHA-256 of a custom sound; `null` if there is none. */
      readonly sha256: string | null;
      readonly origin: Origin;
    }
  | {
      readonly about: 'soundLength';
      readonly channel: string;
      readonly seconds: Seconds;
      readonly origin: Origin;
    }
  | {
      readonly about: 'answering';
      readonly channel: string;
      readonly answering: Answering;
      readonly origin: Origin;
    }
  | {
      readonly about: 'acw';
      /** Without it the terms are those of all channels that do not override them. */
      readonly channel?: string;
      readonly acw: AcwTerms | null;
      readonly origin: Origin;
    }
  | { readonly about: 'alarm'; readonly isOn: boolean; readonly origin: Origin };

/**
 * Explains a rep's effective configuration: each channel's sound, its length, how requests are answered, and wrap-up if
 * its work has a conversation; then the settings common to all channels.
 */
export function explainEffective(effective: EffectiveConfiguration): readonly EffectiveLine[] {
  const { settings, channels } = effective;
  const { acw, playConnectionLossSound: alarm } = settings;
  return [
    ...channels.flatMap((channel) => linesOf(effective, channel)),
    { about: 'acw', acw: acw.value, origin: originOf(effective, acw.source) },
    { about: 'alarm', isOn: alarm.value, origin: originOf(effective, alarm.source) },
  ];
}

function linesOf(effective: EffectiveConfiguration, channel: EffectiveChannel): EffectiveLine[] {
  const { name } = channel;
  const origin = (source: ValueSource) => originOf(effective, source, name);
  const { playRequestSound } = effective.settings;
  const { sound, soundLengthSeconds, automaticallyAccept, allowDecline } = channel;
  const answer = automaticallyAccept.value ? automaticallyAccept : allowDecline;
  const answering: EffectiveLine = {
    about: 'answering',
    channel: name,
    origin: origin(answer.source),
    answering: automaticallyAccept.value ? 'automatic' : allowDecline.value ? 'acceptOrDecline' : 'accept',
  };
  const further: EffectiveLine[] = [answering];
  if (hasConversation(channel.type))
    further.push({
      about: 'acw',
      channel: name,
      acw: channel.acw.value,
      origin: origin(channel.acw.source),
    });
  if (!playRequestSound.value)
    return [
      {
        about: 'sound',
        channel: name,
        origin: origin(playRequestSound.source),
        sound: 'off',
        sha256: null,
      },
      ...further,
    ];
  return [
    {
      about: 'sound',
      channel: name,
      origin: origin(sound.source),
      sound: sound.value === null ? 'default' : 'custom',
      sha256: sound.value,
    },
    {
      about: 'soundLength',
      channel: name,
      origin: origin(soundLengthSeconds.source),
      seconds: soundLengthSeconds.value,
    },
    ...further,
  ];
}

/** The origin for a value's source. */
export function originOf(
  { configuration }: EffectiveConfiguration,
  source: ValueSource,
  channel = '',
): Origin {
  if (source === 'default') return { from: 'default' };
  return { from: source, name: source === 'channel' ? channel : configuration.name };
}

/** How a presence configuration was assigned to a rep, and which one it is. */
export interface ConfigurationPlace {
  readonly id: string;
  readonly name: string;
  readonly route: EffectiveConfiguration['route'];
}

/** A rep's move from one presence configuration to another. */
export interface ConfigurationMove {
  readonly from: ConfigurationPlace;
  readonly to: ConfigurationPlace;
}

/** The rep's move between the two, or `null` if it is the same configuration, whatever has changed in it. */
export function moveBetween(
  before: EffectiveConfiguration | null,
  after: EffectiveConfiguration,
): ConfigurationMove | null {
  if (before?.rep.id !== after.rep.id) return null;
  if (before.configuration.id === after.configuration.id) return null;
  return { from: placeOf(before), to: placeOf(after) };
}

const placeOf = ({ configuration: { id, name }, route }: EffectiveConfiguration): ConfigurationPlace => ({
  id,
  name,
  route,
});
