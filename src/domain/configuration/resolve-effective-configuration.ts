import { acwTermsOf } from './acw-settings.ts';
import { mergeAgentAlias, type AliasFields } from './agent-alias.ts';
import type {
  EffectiveChannel,
  EffectiveConfiguration,
  SoundReference,
  ValueSource,
} from './effective-configuration.ts';
import type { PresenceConfiguration } from './presence-configuration.ts';
import type { PresenceStatus } from './presence-status.ts';
import { DEFAULT_SOUND, type ServiceChannel } from './service-channel.ts';
import { DEFAULT_MAX_NEW_OFFERS } from '../work/offer-limits.ts';
import { isUnrestricted } from '../work/transfer.ts';
import type { Id, Labelled } from '../values.ts';

/** A record with its id. */
export type WithId<T> = T & { readonly id: Id };

/** Everything that determines a rep's effective configuration. */
export interface ConfigurationSources {
  readonly rep: AliasFields & { readonly id: Id; readonly name: string; readonly profileId: Id };
  readonly configurations: readonly WithId<PresenceConfiguration>[];
  /** The configuration of all reps who are not assigned to another one. */
  readonly defaultConfigurationId: Id;
  /** The configuration by rep, and by profile. */
  readonly assignedToRep: ReadonlyMap<Id, Id>;
  readonly assignedToProfile: ReadonlyMap<Id, Id>;
  readonly channels: readonly WithId<ServiceChannel>[];
  /** The statuses granted to the rep's profile, including Offline. */
  readonly statuses: readonly PresenceStatus[];
  /** Decline reasons that are not retired. */
  readonly declineReasons: readonly Labelled[];
  readonly sounds: readonly SoundReference[];
}

const sourced = <T>(value: T, source: ValueSource) => ({ value, source });

/**
 * Resolves the rep's effective configuration: user over profile over default; channel over configuration. Each value
 * comes with its source.
 */
export function resolveEffectiveConfiguration(from: ConfigurationSources): EffectiveConfiguration {
  const { configuration, route } = assignment(from);
  const reasons = configuration.declineReasonIds.flatMap(
    (id) => from.declineReasons.find((reason) => reason.id === id) ?? [],
  );
  const own = <T>(value: T) => sourced(value, 'configuration');
  const channels = from.channels.map((channel) => effectiveChannel(configuration, channel));
  const named = new Set(channels.map(({ sound }) => sound.value));
  return {
    rep: { id: from.rep.id, name: from.rep.name },
    configuration: {
      id: configuration.id,
      name: configuration.name,
      developerName: configuration.developerName,
    },
    route,
    settings: {
      capacity: own(configuration.capacity),
      interruptibleCapacity: own(configuration.interruptibleCapacity ?? configuration.capacity),
      maxNewOffers: sourced(
        configuration.maxNewOffers ?? DEFAULT_MAX_NEW_OFFERS,
        configuration.maxNewOffers === null ? 'default' : 'configuration',
      ),
      automaticallyAccept: own(configuration.automaticallyAccept),
      allowDecline: own(configuration.allowDecline),
      statusOnDeclineId: orDefault(configuration.statusOnDeclineId),
      declineReasons: own(configuration.allowDeclineReason ? reasons : []),
      statusOnPushTimeoutId: orDefault(configuration.statusOnPushTimeoutId),
      playRequestSound: own(configuration.playRequestSound),
      notificationSound: orDefault(configuration.notificationSound),
      soundLengthSeconds: own(configuration.soundLengthSeconds),
      playConnectionLossSound: own(configuration.playConnectionLossSound),
      acw: own(acwTermsOf(configuration)),
      agentAlias: aliasOf(configuration, from.rep),
      transferDestinations: sourced(
        configuration.transferDestinations,
        isUnrestricted(configuration.transferDestinations) ? 'default' : 'configuration',
      ),
    },
    channels,
    statuses: [...from.statuses],
    sounds: from.sounds.filter(({ sha256 }) => named.has(sha256)),
  };
}

function assignment(from: ConfigurationSources) {
  const routes = [
    ['user', from.assignedToRep.get(from.rep.id)],
    ['profile', from.assignedToProfile.get(from.rep.profileId)],
    ['default', from.defaultConfigurationId],
  ] as const;
  for (const [route, id] of routes) {
    const configuration = from.configurations.find((one) => one.id === id);
    if (configuration) return { configuration, route };
  }
  throw new Error('There is no default presence configuration.');
}

// Blank means that the product's built-in rule applies.
function orDefault<T>(value: T | null): { value: T | null; source: ValueSource } {
  return sourced(value, value === null ? 'default' : 'configuration');
}

// The rep's own name may be what the configuration chose.
function aliasOf({ agentAlias }: PresenceConfiguration, rep: AliasFields) {
  return sourced(mergeAgentAlias(agentAlias, rep), agentAlias === null ? 'default' : 'configuration');
}

function soundOf(
  { notificationSound }: PresenceConfiguration,
  { sound }: ServiceChannel,
): EffectiveChannel['sound'] {
  if (sound === null) return orDefault(notificationSound);
  return sourced(sound === DEFAULT_SOUND ? null : sound, 'channel');
}

function effectiveChannel(
  configuration: PresenceConfiguration,
  channel: WithId<ServiceChannel>,
): EffectiveChannel {
  const { id, name, developerName, type, interruptible, stopSoundWhenCustomerLeaves } = channel;
  const automatic = channel.automaticallyAccept;
  return {
    id,
    name,
    developerName,
    type,
    interruptible,
    stopSoundWhenCustomerLeaves,
    automaticallyAccept: automatic
      ? sourced(true, 'channel')
      : sourced(configuration.automaticallyAccept, 'configuration'),
    // Automatic acceptance on the channel takes precedence over declining.
    allowDecline: automatic
      ? sourced(false, 'channel')
      : sourced(configuration.allowDecline, 'configuration'),
    sound: soundOf(configuration, channel),
    soundLengthSeconds:
      channel.soundLengthSeconds === null
        ? sourced(configuration.soundLengthSeconds, 'configuration')
        : sourced(channel.soundLengthSeconds, 'channel'),
    acw:
      channel.giveAcw === null
        ? sourced(acwTermsOf(configuration), 'configuration')
        : sourced(acwTermsOf(channel), 'channel'),
  };
}
