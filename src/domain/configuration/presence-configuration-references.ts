import * as rules from '../rules.ts';
import { sameDeveloperName } from '../setup/developer-name.ts';
import { presenceConfigurationSchema, type PresenceConfiguration } from './presence-configuration.ts';
import type { Id } from '../values.ts';
import { checkPlaced, pointerTo, type Checked, type PlacedRule } from '../violations.ts';

/** The other records that a presence configuration may refer to. */
export interface ConfigurationReferences {
  /** Ids of presence statuses. */
  readonly statusIds: ReadonlySet<Id>;
  /** Ids of decline reasons that are not retired. */
  readonly declineReasonIds: ReadonlySet<Id>;
  /** SHA-256 of each uploaded sound. */
  readonly sounds: ReadonlySet<string>;
  readonly profileIds: ReadonlySet<Id>;
  readonly queueIds: ReadonlySet<Id>;
  readonly flowIds: ReadonlySet<Id>;
  /** Developer Names of the other presence configurations. */
  readonly takenDeveloperNames: readonly string[];
  /** Whether any routing configuration has a push time-out. */
  readonly somePushTimeout: boolean;
}

type Rule = PlacedRule<PresenceConfiguration>;

/** A violation unless the value is one of the known ones. */
function mustBe(
  at: readonly [keyof PresenceConfiguration],
  holds: (configuration: PresenceConfiguration) => boolean,
  broken: rules.BrokenRule,
): Rule {
  return { at, find: (value) => (holds(value) ? [] : [{ pointer: pointerTo(...at), ...broken }]) };
}

/** A violation for each unknown entry of a list. */
function mustNameKnown(
  at: readonly [string, ...string[]],
  idsOf: (configuration: PresenceConfiguration) => readonly Id[],
  known: ReadonlySet<Id>,
  broken: rules.BrokenRule,
): Rule {
  const find = (configuration: PresenceConfiguration) =>
    idsOf(configuration).flatMap((id, index) =>
      known.has(id) ? [] : [{ pointer: pointerTo(...at, index), ...broken }],
    );
  return { at, find };
}

/** The rules that depend on other records. */
function referenceRules(references: ConfigurationReferences): Rule[] {
  const { statusIds, profileIds, queueIds, flowIds } = references;
  const isKnown = (status: Id | null) => status === null || statusIds.has(status);
  const destinations = (
    kind: 'messaging' | 'voice',
    list: 'profileIds' | 'queueIds',
    known: ReadonlySet<Id>,
    broken: rules.BrokenRule,
  ) =>
    mustNameKnown(
      ['transferDestinations', kind, list],
      ({ transferDestinations }) => transferDestinations[kind][list],
      known,
      broken,
    );
  return [
    mustBe(
      ['developerName'],
      ({ developerName }) =>
        !references.takenDeveloperNames.some((name) => sameDeveloperName(name, developerName)),
      rules.developerNameTaken('presence configuration'),
    ),
    mustBe(
      ['statusOnDeclineId'],
      ({ statusOnDeclineId }) => isKnown(statusOnDeclineId),
      rules.statusExists('Update status on decline'),
    ),
    mustBe(
      ['statusOnPushTimeoutId'],
      ({ statusOnPushTimeoutId }) => statusOnPushTimeoutId === null || references.somePushTimeout,
      rules.needsPushTimeout('Update status on push time-out'),
    ),
    mustBe(
      ['statusOnPushTimeoutId'],
      ({ statusOnPushTimeoutId }) => isKnown(statusOnPushTimeoutId),
      rules.statusExists('Update status on push time-out'),
    ),
    mustBe(
      ['notificationSound'],
      ({ notificationSound }) => notificationSound === null || references.sounds.has(notificationSound),
      rules.defaultOrUploaded('Notification sound'),
    ),
    mustNameKnown(
      ['declineReasonIds'],
      ({ declineReasonIds }) => declineReasonIds,
      references.declineReasonIds,
      rules.reasonsOffered('Selected decline reasons'),
    ),
    destinations('messaging', 'profileIds', profileIds, rules.profilesExist('Messaging profiles')),
    destinations('messaging', 'queueIds', queueIds, rules.queuesExist('Messaging queues')),
    mustNameKnown(
      ['transferDestinations', 'messaging', 'flowIds'],
      ({ transferDestinations }) => transferDestinations.messaging.flowIds,
      flowIds,
      rules.flowsExist('Messaging flows'),
    ),
    destinations('voice', 'profileIds', profileIds, rules.profilesExist('Voice profiles')),
    destinations('voice', 'queueIds', queueIds, rules.queuesExist('Voice queues')),
  ];
}

/** Checks a presence configuration against all rules at once, both its own and those about its references. */
export function checkPresenceConfiguration(
  input: unknown,
  references: ConfigurationReferences,
): Checked<PresenceConfiguration> {
  return checkPlaced(presenceConfigurationSchema, input, referenceRules(references));
}
