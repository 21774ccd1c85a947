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
  detail: string,
): Rule {
  return { at, find: (value) => (holds(value) ? [] : [{ pointer: pointerTo(...at), detail }]) };
}

/** A violation for each unknown entry of a list. */
function mustNameKnown(
  at: readonly [string, ...string[]],
  idsOf: (configuration: PresenceConfiguration) => readonly Id[],
  known: ReadonlySet<Id>,
  detail: string,
): Rule {
  const find = (configuration: PresenceConfiguration) =>
    idsOf(configuration).flatMap((id, index) =>
      known.has(id) ? [] : [{ pointer: pointerTo(...at, index), detail }],
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
    detail: string,
  ) =>
    mustNameKnown(
      ['transferDestinations', kind, list],
      ({ transferDestinations }) => transferDestinations[kind][list],
      known,
      detail,
    );
  return [
    mustBe(
      ['developerName'],
      ({ developerName }) =>
        !references.takenDeveloperNames.some((name) => sameDeveloperName(name, developerName)),
      'Another presence configuration has this Developer Name.',
    ),
    mustBe(
      ['statusOnDeclineId'],
      ({ statusOnDeclineId }) => isKnown(statusOnDeclineId),
      'Update status on decline must name a presence status.',
    ),
    mustBe(
      ['statusOnPushTimeoutId'],
      ({ statusOnPushTimeoutId }) => statusOnPushTimeoutId === null || references.somePushTimeout,
      'Update status on push time-out needs a routing configuration with a push time-out.',
    ),
    mustBe(
      ['statusOnPushTimeoutId'],
      ({ statusOnPushTimeoutId }) => isKnown(statusOnPushTimeoutId),
      'Update status on push time-out must name a presence status.',
    ),
    mustBe(
      ['notificationSound'],
      ({ notificationSound }) => notificationSound === null || references.sounds.has(notificationSound),
      'Notification sound must be Default or an uploaded sound.',
    ),
    mustNameKnown(
      ['declineReasonIds'],
      ({ declineReasonIds }) => declineReasonIds,
      references.declineReasonIds,
      'Selected decline reasons must name decline reasons that are not retired.',
    ),
    destinations('messaging', 'profileIds', profileIds, 'Messaging profiles must name profiles.'),
    destinations('messaging', 'queueIds', queueIds, 'Messaging queues must name queues.'),
    mustNameKnown(
      ['transferDestinations', 'messaging', 'flowIds'],
      ({ transferDestinations }) => transferDestinations.messaging.flowIds,
      flowIds,
      'Messaging flows must name flows.',
    ),
    destinations('voice', 'profileIds', profileIds, 'Voice profiles must name profiles.'),
    destinations('voice', 'queueIds', queueIds, 'Voice queues must name queues.'),
  ];
}

/** Checks a presence configuration against all rules at once, both its own and those about its references. */
export function checkPresenceConfiguration(
  input: unknown,
  references: ConfigurationReferences,
): Checked<PresenceConfiguration> {
  return checkPlaced(presenceConfigurationSchema, input, referenceRules(references));
}
