import * as v from 'valibot';
import { acwEntries, acwRules } from './acw-settings.ts';
import { agentAliasSchema } from './agent-alias.ts';
import { fieldMessage, message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { developerNameSchema } from '../setup/developer-name.ts';
import { settingRule } from './setting-rule.ts';
import { idList, idSchema, sha256Schema, text, wholeNumber, yesNo } from '../values.ts';

const settings = v.strictObject(
  {
    name: text('Name', 80),
    developerName: developerNameSchema,
    capacity: wholeNumber('Capacity', 1, 10_000),
    /** Units; `null` (blank) means "same as Capacity". */
    interruptibleCapacity: v.nullable(wholeNumber('Interruptible Capacity', 0, 10_000)),
    /** How many requests may ring for one rep at once; `null` (blank): the limit of the product. */
    maxNewOffers: v.nullable(wholeNumber('Most new offers at once', 1, 100)),
    automaticallyAccept: yesNo('Automatically accept work requests'),
    allowDecline: yesNo('Allow reps to decline'),
    /** The presence status after a decline; `null` (blank): a declined voice call sets Offline, others leave it. */
    statusOnDeclineId: v.nullable(idSchema),
    allowDeclineReason: yesNo('Allow a decline reason'),
    /** In the order shown to reps. Empty: declining asks for no reason. */
    declineReasonIds: idList('Selected decline reasons'),
    /** The presence status after a push time-out; `null` (blank): a missed voice call sets Offline. */
    statusOnPushTimeoutId: v.nullable(idSchema),
    playRequestSound: yesNo('Play a sound for work requests'),
    /** SHA-256 of a custom sound; `null` for the default sound. */
    notificationSound: v.nullable(sha256Schema),
    soundLengthSeconds: wholeNumber('Sound length', 1, 30),
    playConnectionLossSound: yesNo('Play a sound on connection loss'),
    ...acwEntries,
    agentAlias: v.nullable(agentAliasSchema),
    /** Where reps may transfer to; if all lists for a kind of work are empty, everywhere. */
    transferDestinations: v.strictObject({
      messaging: v.strictObject({
        profileIds: idList('Messaging profiles'),
        queueIds: idList('Messaging queues'),
        flowIds: idList('Messaging flows'),
      }),
      voice: v.strictObject({ profileIds: idList('Voice profiles'), queueIds: idList('Voice queues') }),
    }),
  },
  fieldMessage(rules.noSuchSetting, rules.settingMissing),
);

type Settings = v.InferOutput<typeof settings>;
const rule = settingRule<Settings>();

/** A presence configuration as an administrator edits it, with every rule that depends on no other record. */
export const presenceConfigurationSchema = v.pipe(
  settings,
  rule(
    ['allowDecline', 'automaticallyAccept'],
    (s) => !(s.allowDecline && s.automaticallyAccept),
    message(rules.declineOrAutomatic),
  ),
  rule(
    ['statusOnDeclineId', 'allowDecline'],
    (s) => s.allowDecline || s.statusOnDeclineId === null,
    message(rules.needsDecline, 'Update status on decline'),
  ),
  rule(
    ['allowDeclineReason', 'allowDecline'],
    (s) => s.allowDecline || !s.allowDeclineReason,
    message(rules.needsDecline, 'Allow a decline reason'),
  ),
  rule(
    ['declineReasonIds', 'allowDecline', 'allowDeclineReason'],
    (s) => (s.allowDecline && s.allowDeclineReason) || s.declineReasonIds.length === 0,
    message(rules.needsDeclineReason, 'Selected decline reasons'),
  ),
  ...acwRules<Settings>(),
);

/** A named set of settings that apply to the reps it is assigned to. */
export type PresenceConfiguration = v.InferOutput<typeof presenceConfigurationSchema>;

/** The initial Default Presence Configuration. */
export const defaultPresenceConfiguration: PresenceConfiguration = {
  name: 'Default Presence Configuration',
  developerName: 'Default_Presence_Configuration',
  capacity: 5,
  interruptibleCapacity: null,
  maxNewOffers: null,
  automaticallyAccept: false,
  allowDecline: false,
  statusOnDeclineId: null,
  allowDeclineReason: false,
  declineReasonIds: [],
  statusOnPushTimeoutId: null,
  playRequestSound: true,
  notificationSound: null,
  soundLengthSeconds: 10,
  playConnectionLossSound: true,
  giveAcw: false,
  acwDurationSeconds: null,
  letRepsExtendAcw: false,
  acwExtensionSeconds: null,
  acwMaxExtensions: null,
  agentAlias: null,
  transferDestinations: {
    messaging: { profileIds: [], queueIds: [], flowIds: [] },
    voice: { profileIds: [], queueIds: [] },
  },
};
