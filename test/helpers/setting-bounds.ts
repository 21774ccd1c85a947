import type { PresenceConfiguration } from '../../src/domain/configuration/presence-configuration.ts';

/*
 * Every setting of a presence configuration at its bounds: below, at and above them, blank, of a wrong type, and with its condition off. The rules, the API and the form are tested with the same rows.
 */

/** What has to exist for the rows, beside the unchanged Default Presence Configuration. */
export const existing = {
  statusId: 'lunch',
  declineReasonIds: ['needs-specialist', 'break-due'],
  retiredReasonId: 'retired-reason',
  sound: 'ab'.repeat(32),
  profileId: 'support',
  queueId: 'sales-chat',
  /** Of another presence configuration. */
  developerName: 'Support_with_declining',
} as const;

export interface SettingBound {
  readonly setting: keyof PresenceConfiguration;
  /** What the row tests, in a few words. */
  readonly tried: string;
  /** Other settings; everything else is as in the Default Presence Configuration. */
  readonly base: Partial<PresenceConfiguration>;
  readonly value: unknown;
  /** The sentence beside the field; `null`: the value is accepted. */
  readonly sentence: string | null;
  /** The JSON pointer of the sentence, if it is not the setting itself. */
  readonly pointer?: string;
}

const declining = { allowDecline: true };
const withReason = { ...declining, allowDeclineReason: true };
const acw = { giveAcw: true, acwDurationSeconds: 60 };
const extending = { ...acw, letRepsExtendAcw: true, acwExtensionSeconds: 60, acwMaxExtensions: 2 };
const [reason, otherReason] = existing.declineReasonIds;

type Row = readonly [tried: string, value: unknown, sentence: string | null, pointer?: string];

const rows = (
  setting: keyof PresenceConfiguration,
  base: Partial<PresenceConfiguration>,
  ...cases: readonly Row[]
): SettingBound[] =>
  cases.map(([tried, value, sentence, pointer]) => ({
    setting,
    base,
    tried,
    value,
    sentence,
    ...(pointer !== undefined && { pointer }),
  }));

/** A whole number between bounds, with the result for blank (`null`). */
function number(
  setting: keyof PresenceConfiguration,
  base: Partial<PresenceConfiguration>,
  [least, most]: readonly [number, number],
  sentence: string,
  blank: string | null,
): SettingBound[] {
  return rows(
    setting,
    base,
    ['below', least - 1, sentence],
    ['at the least', least, null],
    ['at the most', most, null],
    ['above', most + 1, sentence],
    ['not whole', least + 0.5, sentence],
    ['text', String(least), sentence],
    ['blank', null, blank],
  );
}

/** On or off. */
const yesNo = (
  setting: keyof PresenceConfiguration,
  base: Partial<PresenceConfiguration>,
  name: string,
): SettingBound[] =>
  rows(
    setting,
    base,
    ['on', true, null],
    ['text', 'on', `${name} must be on or off.`],
    ['blank', null, `${name} must be on or off.`],
  );

const nameCharacters = 'Developer Name may have only letters, digits and single underscores.';
const nameLength = 'Developer Name must have 1 to 80 characters.';
const idSentence = 'Must be an id: 1 to 64 letters, digits, dashes or underscores.';
const capacitySentence = 'Capacity must be a whole number from 1 to 10,000.';
const interruptibleSentence = 'Interruptible Capacity must be a whole number from 0 to 10,000.';
const lengthSentence = 'Sound length must be a whole number from 1 to 30.';
const durationSentence = 'ACW duration must be a whole number from 30 to 3,600.';
const extensionSentence = 'Extension duration must be a whole number from 15 to 3,600.';
const extensionsSentence = 'Max extensions must be a whole number from 1 to 10.';
const unknownReason = 'Selected decline reasons must name decline reasons that are not retired.';
const nowhere: PresenceConfiguration['transferDestinations'] = {
  messaging: { profileIds: [], queueIds: [], flowIds: [] },
  voice: { profileIds: [], queueIds: [] },
};

export const settingBounds: readonly SettingBound[] = [
  ...rows(
    'name',
    {},
    ['one character', 'S', null],
    ['80 characters, and more around them', ` ${'n'.repeat(80)} `, null],
    ['81 characters', 'n'.repeat(81), 'Name must have at most 80 characters.'],
    ['blank', '', 'Name must have at least 1 character.'],
    ['nothing after trimming', '   ', 'Name must have at least 1 character.'],
    ['a number', 5, 'Name must be text.'],
    ['a character that nobody sees', 'Sup\u0000port', 'Name must not have control characters.'],
  ),
  ...rows(
    'developerName',
    {},
    ['one letter', 'S', null],
    ['80 characters', 'n'.repeat(80), null],
    ['81 characters', 'n'.repeat(81), nameLength],
    ['blank', '', nameLength],
    ['a number', 5, nameLength],
    ['a digit first', '1st_line', 'Developer Name must start with a letter.'],
    ['an underscore last', 'Support_', 'Developer Name must not end in an underscore.'],
    ['two underscores', 'First__line', nameCharacters],
    ['a space', 'First line', nameCharacters],
    [
      'one that is taken, in another case',
      existing.developerName.toUpperCase(),
      'Another presence configuration has this Developer Name.',
    ],
  ),
  ...number('capacity', {}, [1, 10_000], capacitySentence, capacitySentence),
  ...number('interruptibleCapacity', {}, [0, 10_000], interruptibleSentence, null),
  ...number(
    'maxNewOffers',
    {},
    [1, 100],
    'Most new offers at once must be a whole number from 1 to 100.',
    null,
  ),
  ...yesNo('automaticallyAccept', {}, 'Automatically accept work requests'),
  ...yesNo('allowDecline', {}, 'Allow reps to decline'),
  ...rows('allowDecline', { automaticallyAccept: true }, [
    'together with automatic acceptance',
    true,
    'Allow reps to decline cannot be on together with Automatically accept work requests.',
  ]),
  ...rows(
    'statusOnDeclineId',
    declining,
    ['a status', existing.statusId, null],
    ['blank', null, null],
    ['no status', 'nothing', 'Update status on decline must name a presence status.'],
    ['no id', 'not an id', idSentence],
  ),
  ...rows('statusOnDeclineId', {}, [
    'condition off',
    existing.statusId,
    'Update status on decline needs Allow reps to decline.',
  ]),
  ...yesNo('allowDeclineReason', declining, 'Allow a decline reason'),
  ...rows('allowDeclineReason', {}, [
    'condition off',
    true,
    'Allow a decline reason needs Allow reps to decline.',
  ]),
  ...rows(
    'declineReasonIds',
    withReason,
    ['in an order of their own', [otherReason, reason], null],
    ['none', [], null],
    ['one twice', [reason, reason], 'Selected decline reasons must not name one twice.'],
    ['an unknown one', [reason, 'nothing'], unknownReason, '/declineReasonIds/1'],
    ['a retired one', [existing.retiredReasonId], unknownReason, '/declineReasonIds/0'],
    ['text', reason, 'Selected decline reasons must be a list of ids.'],
  ),
  ...rows('declineReasonIds', declining, [
    'condition off',
    [reason],
    'Selected decline reasons need Allow a decline reason.',
  ]),
  ...rows(
    'statusOnPushTimeoutId',
    {},
    ['a status', existing.statusId, null],
    ['blank', null, null],
    ['no status', 'nothing', 'Update status on push time-out must name a presence status.'],
  ),
  ...yesNo('playRequestSound', {}, 'Play a sound for work requests'),
  ...rows(
    'notificationSound',
    {},
    ['a custom sound', existing.sound, null],
    ['Default', null, null],
    ['no sound', 'cd'.repeat(32), 'Notification sound must be Default or an uploaded sound.'],
    ['no hash', 'Bell', 'Must be a SHA-256 in lower-case hexadecimal.'],
  ),
  ...number('soundLengthSeconds', {}, [1, 30], lengthSentence, lengthSentence),
  ...yesNo('playConnectionLossSound', {}, 'Play a sound on connection loss'),
  ...yesNo('giveAcw', acw, 'Give wrap-up time'),
  ...number('acwDurationSeconds', acw, [30, 3600], durationSentence, durationSentence),
  ...rows('acwDurationSeconds', {}, ['condition off', 60, 'ACW duration needs Give wrap-up time.']),
  ...yesNo('letRepsExtendAcw', extending, 'Let reps extend'),
  ...rows('letRepsExtendAcw', { acwExtensionSeconds: 60, acwMaxExtensions: 2 }, [
    'condition off',
    true,
    'Let reps extend needs Give wrap-up time.',
  ]),
  ...number('acwExtensionSeconds', extending, [15, 3600], extensionSentence, extensionSentence),
  ...rows('acwExtensionSeconds', acw, ['condition off', 60, 'Extension duration needs Let reps extend.']),
  ...number('acwMaxExtensions', extending, [1, 10], extensionsSentence, extensionsSentence),
  ...rows('acwMaxExtensions', acw, ['condition off', 2, 'Max extensions needs Let reps extend.']),
  ...rows(
    'agentAlias',
    {},
    ['none', null, null],
    ['free text', { kind: 'text', text: 'Customer care' }, null],
    ['80 characters', { kind: 'text', text: 'n'.repeat(80) }, null],
    [
      '81 characters',
      { kind: 'text', text: 'n'.repeat(81) },
      'Agent alias must have at most 80 characters.',
      '/agentAlias/text',
    ],
    [
      'blank text',
      { kind: 'text', text: ' ' },
      'Agent alias must have at least 1 character.',
      '/agentAlias/text',
    ],
    ['a merge field that every rep has', { kind: 'mergeField', field: 'firstName' }, null],
    [
      'a merge field with a fallback',
      { kind: 'mergeField', field: 'nickname', fallback: { kind: 'ownName' } },
      null,
    ],
    [
      'a merge field without a fallback',
      { kind: 'mergeField', field: 'nickname' },
      'Agent alias must say what customers see for reps whose field is blank.',
      '/agentAlias/fallback',
    ],
    [
      'a fallback of blank text',
      { kind: 'mergeField', field: 'alias', fallback: { kind: 'text', text: ' ' } },
      'Agent alias must have at least 1 character.',
      '/agentAlias/fallback/text',
    ],
    [
      'another field',
      { kind: 'mergeField', field: 'salary' },
      'Agent alias must merge First Name, Nickname or Alias.',
      '/agentAlias/field',
    ],
    ['text', 'Customer care', 'Agent alias must be free text or a merge field.'],
  ),
  ...rows(
    'transferDestinations',
    {},
    ['everywhere', nowhere, null],
    [
      'some',
      {
        messaging: { profileIds: [existing.profileId], queueIds: [existing.queueId], flowIds: ['returns'] },
        voice: { profileIds: [existing.profileId], queueIds: [existing.queueId] },
      },
      null,
    ],
    [
      'an unknown queue',
      { ...nowhere, voice: { profileIds: [], queueIds: [existing.queueId, 'nothing'] } },
      'Voice queues must name queues.',
      '/transferDestinations/voice/queueIds/1',
    ],
    [
      'an unknown profile',
      { ...nowhere, messaging: { ...nowhere.messaging, profileIds: ['nothing'] } },
      'Messaging profiles must name profiles.',
      '/transferDestinations/messaging/profileIds/0',
    ],
    [
      'an unknown flow',
      { ...nowhere, messaging: { ...nowhere.messaging, flowIds: ['returns', 'nothing'] } },
      'Messaging flows must name flows.',
      '/transferDestinations/messaging/flowIds/1',
    ],
    [
      'text',
      { ...nowhere, messaging: { ...nowhere.messaging, flowIds: 'returns' } },
      'Messaging flows must be a list of ids.',
      '/transferDestinations/messaging/flowIds',
    ],
  ),
];
