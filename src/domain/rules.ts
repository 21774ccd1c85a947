/*
 * Every rule that input can break, written once: a stable code for programs and translations, the rule's parameters, and
 * the English sentence. Each rule is exported under its code, and no other value is, so that the codes form a type.
 */

/** The parameters of a rule: bounds, the name of a field, the name of a user. */
type RuleParams = Readonly<Record<string, string | number>>;

/** A rule that was broken: its code, its parameters, and one clear sentence for the user who can fix it. */
export interface BrokenRule<Code extends string = string> {
  readonly rule: Code;
  readonly params: RuleParams;
  readonly detail: string;
}

function broken<const Code extends string>(
  rule: Code,
  detail: string,
  params: RuleParams = {},
): BrokenRule<Code> {
  return { rule, params, detail };
}

/** A whole number with thousands separators, for the sentences. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

// Values

/** Any rule without a code of its own. */
export const invalid = (detail: string) => broken('invalid', detail);

export const text = (what: string) => broken('text', `${what} must be text.`, { what });
export const notEmpty = (what: string) =>
  broken('notEmpty', `${what} must have at least 1 character.`, { what });
export const maxLength = (what: string, max: number) =>
  broken('maxLength', `${what} must have at most ${max} characters.`, { what, max });
export const lengthWithin = (what: string, min: number, max: number) =>
  broken('lengthWithin', `${what} must have ${min} to ${max} characters.`, { what, min, max });
export const noControlCharacters = (what: string) =>
  broken('noControlCharacters', `${what} must not have control characters.`, { what });
export const printableAscii = (what: string) =>
  broken('printableAscii', `${what} must be printable ASCII.`, { what });

export const wholeNumber = (what: string, min: number, max: number) =>
  broken('wholeNumber', `${what} must be a whole number from ${grouped(min)} to ${grouped(max)}.`, {
    what,
    min,
    max,
  });
export const yesNo = (what: string) => broken('yesNo', `${what} must be on or off.`, { what });
/** One of a few values; `choices` has them in words. */
export const oneOf = (what: string, choices: string) =>
  broken('oneOf', `${what} must be ${choices}.`, { what, choices });

export const idList = (what: string) => broken('idList', `${what} must be a list of ids.`, { what });
export const noneTwice = (what: string) => broken('noneTwice', `${what} must not name one twice.`, { what });
export const maxEntries = (what: string, max: number) =>
  broken('maxEntries', `${what} must have at most ${grouped(max)} entries.`, { what, max });

export const id = () => broken('id', 'Must be an id.');
export const idCharacters = () =>
  broken('idCharacters', 'Must be an id: 1 to 64 letters, digits, dashes or underscores.');
export const uuid = () => broken('uuid', 'Must be a UUID.');
export const sha256 = () => broken('sha256', 'Must be a SHA-256.');
export const sha256Characters = () =>
  broken('sha256Characters', 'Must be a SHA-256 in lower-case hexadecimal.');
export const instant = () => broken('instant', 'Must be an instant in milliseconds.');
export const wholeInstant = () => broken('wholeInstant', 'Must be an instant in whole milliseconds.');
export const instantAfter1970 = () => broken('instantAfter1970', 'Must be an instant after 1970.');

// Fields

export const missing = (what: string) => broken('missing', `${what} is missing.`, { what });
export const fieldMissing = () => broken('fieldMissing', 'This field is missing.');
export const settingMissing = () => broken('settingMissing', 'This setting is missing.');
export const noSuchField = () => broken('noSuchField', 'There is no such field.');
export const noSuchSetting = () => broken('noSuchSetting', 'There is no such setting.');

// Developer Names

/** Names are unique among records of one kind. */
export const developerNameTaken = (kind: string) =>
  broken('developerNameTaken', `Another ${kind} has this Developer Name.`, { kind });
export const developerNameCharacters = () =>
  broken('developerNameCharacters', 'Developer Name may have only letters, digits and single underscores.');
export const developerNameStart = () =>
  broken('developerNameStart', 'Developer Name must start with a letter.');
export const developerNameEnd = () =>
  broken('developerNameEnd', 'Developer Name must not end in an underscore.');

// Settings

export const aliasField = () => broken('aliasField', 'Agent alias must merge First Name, Nickname or Alias.');
export const aliasKind = () => broken('aliasKind', 'Agent alias must be free text or a merge field.');
export const aliasFallback = () =>
  broken('aliasFallback', 'Agent alias must say what customers see for reps whose field is blank.');
export const declineOrAutomatic = () =>
  broken(
    'declineOrAutomatic',
    'Allow reps to decline cannot be on together with Automatically accept work requests.',
  );
export const needsDecline = (what: string) =>
  broken('needsDecline', `${what} needs Allow reps to decline.`, { what });
/** `what` is plural. */
export const needsDeclineReason = (what: string) =>
  broken('needsDeclineReason', `${what} need Allow a decline reason.`, { what });
export const needsWrapUp = (what: string) =>
  broken('needsWrapUp', `${what} needs Give wrap-up time.`, { what });
export const needsExtending = (what: string) =>
  broken('needsExtending', `${what} needs Let reps extend.`, { what });
export const needsPushTimeout = (what: string) =>
  broken('needsPushTimeout', `${what} needs a routing configuration with a push time-out.`, { what });
export const weightUnits = (max: number) =>
  broken('weightUnits', `Capacity weight must be 0 to ${grouped(max)} units with at most two decimals.`, {
    max,
  });
export const weightPercent = (max: number) =>
  broken('weightPercent', `Capacity weight must be 0 to ${grouped(max)} percent with at most two decimals.`, {
    max,
  });
export const channelsWhenOnline = () =>
  broken('channelsWhenOnline', 'Only an online status may name channels.');
export const offlineIsBuiltIn = () =>
  broken('offlineIsBuiltIn', 'Kind must be online or busy: Offline is built in.');
/** A list of statuses to choose from. */
export const offlineStatus = () => broken('offlineStatus', 'There must be an offline status.');

// References to other records

export const defaultOrUploaded = (what: string) =>
  broken('defaultOrUploaded', `${what} must be Default or an uploaded sound.`, { what });
export const reasonsOffered = (what: string) =>
  broken('reasonsOffered', `${what} must name decline reasons that are not retired.`, { what });
export const statusExists = (what: string) =>
  broken('statusExists', `${what} must name a presence status.`, { what });
export const statusesExist = (what: string) =>
  broken('statusesExist', `${what} must name presence statuses.`, { what });
export const profileExists = (what: string) =>
  broken('profileExists', `${what} must name a profile.`, { what });
export const profilesExist = (what: string) =>
  broken('profilesExist', `${what} must name profiles.`, { what });
export const queueExists = (what: string) => broken('queueExists', `${what} must name a queue.`, { what });
export const queuesExist = (what: string) => broken('queuesExist', `${what} must name queues.`, { what });
export const flowsExist = (what: string) => broken('flowsExist', `${what} must name flows.`, { what });
export const usersExist = (what: string) => broken('usersExist', `${what} must name users.`, { what });
export const channelsExist = (what: string) =>
  broken('channelsExist', `${what} must name service channels.`, { what });
export const routingConfigurationExists = (what: string) =>
  broken('routingConfigurationExists', `${what} must name a routing configuration.`, { what });

// Assignments

export const userActive = (name: string) => broken('userActive', `${name} is not active.`, { name });
export const userPermitted = (name: string) =>
  broken('userPermitted', `${name} does not have the Omni-Channel permission.`, { name });
export const noSuchUser = () => broken('noSuchUser', 'There is no such user.');
export const noSuchProfile = () => broken('noSuchProfile', 'There is no such profile.');

// Uploads

/** A file that is no custom sound: why (`SoundFileFault`), and the sentence of the sound check. */
export const soundFile = (fault: string, detail: string) => broken('soundFile', detail, { fault });

// Work items

export const highlightList = () => broken('highlightList', 'Highlights must be a list.');
export const maxHighlights = (max: number) =>
  broken('maxHighlights', `There must be at most ${max} highlights.`, { max });
export const idempotencyKeyCharacters = () =>
  broken(
    'idempotencyKeyCharacters',
    'The Idempotency-Key header must have 1 to 200 visible ASCII characters.',
  );
export const channelNamed = () =>
  broken('channelNamed', 'Channel must name a service channel by its Developer Name.');
export const queueNamed = () => broken('queueNamed', 'Queue must name a queue by its Developer Name.');
export const repActive = () => broken('repActive', 'Required rep must name an active rep.');
export const repInQueue = () => broken('repInQueue', 'Required rep must be a member of the queue.');

// Queries

export const noSuchParameter = () => broken('noSuchParameter', 'There is no such parameter.');
export const cursor = () => broken('cursor', 'Cursor must be the next of an earlier page.');
export const isoInstant = (what: string) =>
  broken('isoInstant', `${what} must be an instant such as 2030-01-01T10:00:00Z.`, { what });
export const fromBeforeTo = () => broken('fromBeforeTo', 'From must be before To.');
export const maxDays = (max: number) =>
  broken('maxDays', `From must be at most ${max} days before To.`, { max });
export const resourceName = () => broken('resourceName', 'Resource must be the name of one.');
export const trueOrAbsent = () => broken('trueOrAbsent', 'This is true or left out.');
export const subjectObject = () => broken('subjectObject', 'This must be an object with a subject.');
