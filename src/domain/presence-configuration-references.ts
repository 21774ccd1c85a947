import { sameDeveloperName } from './developer-name.ts';
import { presenceConfigurationSchema, type PresenceConfiguration } from './presence-configuration.ts';
import type { Id } from './values.ts';
import { check, pointerTo, type Checked, type Violation } from './violations.ts';

/** What a presence configuration may refer to: the other records as they stand. */
export interface ConfigurationReferences {
  /** Ids of presence statuses. */
  readonly statusIds: ReadonlySet<Id>;
  /** Ids of decline reasons that are not retired. */
  readonly declineReasonIds: ReadonlySet<Id>;
  /** SHA-256 of each uploaded sound. */
  readonly sounds: ReadonlySet<string>;
  readonly profileIds: ReadonlySet<Id>;
  readonly queueIds: ReadonlySet<Id>;
  /** Developer Names of the other presence configurations. */
  readonly takenDeveloperNames: readonly string[];
  /** Whether some routing configuration has a push time-out. */
  readonly somePushTimeout: boolean;
}

/** The violations that only the other records can show. */
function referenceViolations(
  configuration: PresenceConfiguration,
  references: ConfigurationReferences,
): Violation[] {
  const found: Violation[] = [];
  const must = (holds: boolean, pointer: string, detail: string) => {
    if (!holds) found.push({ pointer, detail });
  };
  const { statusOnDeclineId, statusOnPushTimeoutId, notificationSound } = configuration;
  must(
    !references.takenDeveloperNames.some((name) => sameDeveloperName(name, configuration.developerName)),
    '/developerName',
    'Another presence configuration has this Developer Name.',
  );
  must(
    statusOnDeclineId === null || references.statusIds.has(statusOnDeclineId),
    '/statusOnDeclineId',
    'Update status on decline must name a presence status.',
  );
  must(
    statusOnPushTimeoutId === null || references.somePushTimeout,
    '/statusOnPushTimeoutId',
    'Update status on push time-out needs a routing configuration with a push time-out.',
  );
  must(
    statusOnPushTimeoutId === null || references.statusIds.has(statusOnPushTimeoutId),
    '/statusOnPushTimeoutId',
    'Update status on push time-out must name a presence status.',
  );
  must(
    notificationSound === null || references.sounds.has(notificationSound),
    '/notificationSound',
    'Notification sound must be Default or an uploaded sound.',
  );
  configuration.declineReasonIds.forEach((id, index) =>
    must(
      references.declineReasonIds.has(id),
      pointerTo('declineReasonIds', index),
      'Selected decline reasons must name decline reasons that are not retired.',
    ),
  );
  for (const [kind, what] of [
    ['messaging', 'Messaging'],
    ['voice', 'Voice'],
  ] as const) {
    const { profileIds, queueIds } = configuration.transferDestinations[kind];
    const at = (list: string, index: number) => pointerTo('transferDestinations', kind, list, index);
    profileIds.forEach((id, index) =>
      must(references.profileIds.has(id), at('profileIds', index), `${what} profiles must name profiles.`),
    );
    queueIds.forEach((id, index) =>
      must(references.queueIds.has(id), at('queueIds', index), `${what} queues must name queues.`),
    );
  }
  return found;
}

/** Checks a presence configuration against every rule, those of its own and those of its references, all at once. */
export function checkPresenceConfiguration(
  input: unknown,
  references: ConfigurationReferences,
): Checked<PresenceConfiguration> {
  return check(presenceConfigurationSchema, input, (configuration) =>
    referenceViolations(configuration, references),
  );
}
