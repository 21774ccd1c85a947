import * as v from 'valibot';
import { agentAliasSchema } from './agent-alias.ts';
import { developerNameSchema } from '../setup/developer-name.ts';
import { idList, idSchema, sha256Schema, text, wholeNumber, yesNo } from '../values.ts';

const settings = v.strictObject(
  {
    name: text('Name', 80),
    developerName: developerNameSchema,
    capacity: wholeNumber('Capacity', 1, 10_000),
    /** Units; `null` (blank) means "same as Capacity". */
    interruptibleCapacity: v.nullable(wholeNumber('Interruptible Capacity', 0, 10_000)),
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
    giveAcw: yesNo('Give wrap-up time'),
    acwDurationSeconds: v.nullable(wholeNumber('ACW duration', 30, 3600)),
    letRepsExtendAcw: yesNo('Let reps extend'),
    acwExtensionSeconds: v.nullable(wholeNumber('Extension duration', 15, 3600)),
    acwMaxExtensions: v.nullable(wholeNumber('Max extensions', 1, 10)),
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
  (issue) => (issue.expected === 'never' ? 'There is no such setting.' : 'This setting is missing.'),
);

type Settings = v.InferOutput<typeof settings>;
type Setting = keyof Settings;

/**
 * A rule about several settings, shown at the first field. It is checked as soon as all `fields` have the right
 * types, even if other fields are wrong. The casts are needed because valibot's path types cannot follow a generic
 * list of keys.
 */
function rule<const Fields extends readonly [Setting, ...Setting[]]>(
  fields: Fields,
  holds: (settings: Pick<Settings, Fields[number]>) => boolean,
  sentence: string,
) {
  const paths = fields.map((field) => [field]) as unknown as [['name']];
  const check = v.partialCheck<Settings, typeof paths, Settings, string>(paths, holds, sentence);
  return v.forward(check, [fields[0]] as ['name']);
}

/** A presence configuration as an administrator edits it, with every rule that depends on no other record. */
export const presenceConfigurationSchema = v.pipe(
  settings,
  rule(
    ['allowDecline', 'automaticallyAccept'],
    (s) => !(s.allowDecline && s.automaticallyAccept),
    'Allow reps to decline cannot be on together with Automatically accept work requests.',
  ),
  rule(
    ['statusOnDeclineId', 'allowDecline'],
    (s) => s.allowDecline || s.statusOnDeclineId === null,
    'Update status on decline needs Allow reps to decline.',
  ),
  rule(
    ['allowDeclineReason', 'allowDecline'],
    (s) => s.allowDecline || !s.allowDeclineReason,
    'Allow a decline reason needs Allow reps to decline.',
  ),
  rule(
    ['declineReasonIds', 'allowDecline', 'allowDeclineReason'],
    (s) => (s.allowDecline && s.allowDeclineReason) || s.declineReasonIds.length === 0,
    'Selected decline reasons need Allow a decline reason.',
  ),
  rule(
    ['acwDurationSeconds', 'giveAcw'],
    (s) => !s.giveAcw || s.acwDurationSeconds !== null,
    'ACW duration must be a whole number from 30 to 3,600.',
  ),
  rule(
    ['acwDurationSeconds', 'giveAcw'],
    (s) => s.giveAcw || s.acwDurationSeconds === null,
    'ACW duration needs Give wrap-up time.',
  ),
  rule(
    ['letRepsExtendAcw', 'giveAcw'],
    (s) => s.giveAcw || !s.letRepsExtendAcw,
    'Let reps extend needs Give wrap-up time.',
  ),
  rule(
    ['acwExtensionSeconds', 'letRepsExtendAcw'],
    (s) => !s.letRepsExtendAcw || s.acwExtensionSeconds !== null,
    'Extension duration must be a whole number from 15 to 3,600.',
  ),
  rule(
    ['acwExtensionSeconds', 'letRepsExtendAcw'],
    (s) => s.letRepsExtendAcw || s.acwExtensionSeconds === null,
    'Extension duration needs Let reps extend.',
  ),
  rule(
    ['acwMaxExtensions', 'letRepsExtendAcw'],
    (s) => !s.letRepsExtendAcw || s.acwMaxExtensions !== null,
    'Max extensions must be a whole number from 1 to 10.',
  ),
  rule(
    ['acwMaxExtensions', 'letRepsExtendAcw'],
    (s) => s.letRepsExtendAcw || s.acwMaxExtensions === null,
    'Max extensions needs Let reps extend.',
  ),
);

/** A named set of settings that apply to the reps it is assigned to. */
export type PresenceConfiguration = v.InferOutput<typeof presenceConfigurationSchema>;

/** The initial Default Presence Configuration. */
export const defaultPresenceConfiguration: PresenceConfiguration = {
  name: 'Default Presence Configuration',
  developerName: 'Default_Presence_Configuration',
  capacity: 5,
  interruptibleCapacity: null,
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
