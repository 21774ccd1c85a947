import { formats } from '../formats.ts';
import { originEn } from '../origin.en.ts';
import {
  fieldsEn,
  sectionsEn,
  valuesEn,
  type FieldName,
  type FieldWords,
  type SectionName,
  type SectionWords,
  type ValueName,
} from './fields.en.ts';
import { kindsEn, pagesEn } from './pages.en.ts';
import type { RuleWords } from './rules.ts';

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(', ');

/** The words of Setup in English; every other locale has the same keys. */
export const setupEn = {
  ...formats('en-GB'),
  direction: 'ltr' as 'ltr' | 'rtl',
  setup: 'Setup',
  page: 'Pages of Setup',
  pages: pagesEn,
  sections: sectionsEn as Record<SectionName, SectionWords>,
  fields: fieldsEn as Record<FieldName, FieldWords>,
  values: valuesEn as Record<ValueName, string>,

  /** What the audit log says of a sound, which has no form. */
  soundFields: { format: { label: 'Format' }, lengthSeconds: { label: 'Length in seconds' } },

  // The list
  find: 'Find',
  newRecord: 'New',
  sort: 'Sort',
  sortBy: { name: 'Name', members: 'Most members', changed: 'Last changed' },
  everybody: 'Everybody who is not assigned elsewhere',
  members: (users: number, profiles: number) =>
    users + profiles === 0
      ? 'Nobody assigned'
      : joined(
          users > 0 ? count(users, 'user', 'users') : '',
          profiles > 0 ? count(profiles, 'profile', 'profiles') : '',
        ),
  notARep: 'Not a rep',
  retired: 'Retired',
  more: 'Show more',
  unsaved: 'Unsaved',
  loading: 'Loading…',
  overview: {
    lead: 'What you have, and what may need your attention.',
    counts: {
      presenceConfigurations: 'Presence configurations',
      reps: 'Reps',
      repsByDefault: 'Reps without their own configuration',
      queues: 'Queues',
      sounds: 'Custom sounds',
    },
    problems: 'May need your attention',
    noProblems: 'Nothing: every queue has reps, and every status can be chosen.',
    problem: {
      queueWithoutMembers: 'No rep is a member of these queues, so their work waits:',
      statusNotGranted: 'Nobody may choose these statuses, since no profile grants them:',
      channelWithoutStatus: 'No status is online for these channels, so nobody gets their work:',
      soundNotUsed: 'These sounds are never used:',
    },
  },
  chooseOne: 'Choose a record, or create a new one.',
  back: 'Back to the list',

  lastChanged: (at: string) => `Last changed ${at}`,

  // The form
  optional: 'optional',
  on: 'On',
  off: 'Off',
  blank: 'Blank',
  none: 'None',
  statusOnDeclineBlank: 'Offline, for calls only',
  statusOnPushTimeoutBlank: 'Offline, for calls only',
  onlineWarning:
    'External telephony has its own status for missed calls. For voice, choose Busy or Offline rather than an online status.',
  findSetting: 'Find a setting',
  choose: 'Choose',
  answering: {
    accept: { label: 'Reps accept', hint: 'Every request waits for an answer.' },
    decline: {
      label: 'Allow reps to decline',
      hint: 'Declined work is offered to the other reps of the queue.',
    },
    automatic: {
      label: 'Automatically accept work requests',
      hint: 'Work opens at once and cannot be declined.',
    },
  },
  noAlias: 'None: the rep’s own name',
  aliasText: 'The name that customers see',
  aliasFallback: {
    label: { nickname: 'For a rep without a nickname', alias: 'For a rep without an alias' },
    choices: { ownName: 'The rep’s own name', firstName: 'First Name', text: 'Free text' },
    without: {
      nickname: (reps: number) =>
        reps === 1
          ? '1 rep of this configuration has no nickname:'
          : `${reps} reps of this configuration have no nickname:`,
      alias: (reps: number) =>
        reps === 1
          ? '1 rep of this configuration has no alias:'
          : `${reps} reps of this configuration have no alias:`,
    },
    nobody: {
      nickname: 'Every rep of this configuration has a nickname.',
      alias: 'Every rep of this configuration has an alias.',
    },
  },
  moreReps: (more: number) => `${more} more`,
  orElse: (field: string, fallback: string) => `${field}, or else: ${fallback}`,
  noOverride: 'As in the presence configuration',
  allDestinations: 'Everywhere',
  transferTo: { messaging: 'Messaging transfers to', voice: 'Voice transfers to' },
  destinations: (profiles: number, queues: number, flows: number) =>
    joined(
      profiles > 0 ? count(profiles, 'profile', 'profiles') : '',
      queues > 0 ? count(queues, 'queue', 'queues') : '',
      flows > 0 ? count(flows, 'flow', 'flows') : '',
    ),
  nothingMeansAll: 'If you select nothing, reps can transfer to all of them.',
  weightKind: 'Capacity weight in',

  // Two lists
  available: 'Available',
  selected: 'Selected',
  selectedInOrder: 'Selected, in order',
  add: 'Add',
  remove: 'Remove',
  moveUp: 'Move up',
  moveDown: 'Move down',
  noneLeft: 'Nothing else to select',
  nothingFound: 'Nothing found',
  noneSelected: 'Nothing selected',
  findIn: (list: string) => `Find in ${list}`,
  ofMany: (shown: number, all: number) => `${shown} of ${all}`,
  loadingOf: (loaded: number, all: number) => `Loading ${loaded} of ${all}…`,
  marked: (rows: number) => `${rows} marked`,
  added: (name: string) => `${name} selected`,
  removed: (name: string) => `${name} no longer selected`,
  movedTo: (name: string, place: number, of: number) => `${name}: place ${place} of ${of}`,

  // Moves
  savingMoves: (people: number) =>
    people === 1 ? 'Saving moves 1 assignment here' : `Saving moves ${people} assignments here`,
  movesFrom: (name: string, from: string) => `${name}, from ${from}`,
  leaveThere: 'Leave there',
  leaveNamed: (name: string) => `Leave there: ${name}`,
  moved: (name: string, from: string, to: string) => `${name}: from ${from} to ${to}`,
  movedCount: (moved: number) => (moved === 1 ? '1 assignment changed' : `${moved} assignments changed`),
  nowhere: 'no assignment',
  undo: 'Undo',
  andMore: (more: number) => `and ${more} more`,

  // Saving
  unsavedChanges: (changes: number) => count(changes, 'unsaved change', 'unsaved changes'),
  problems: (problems: number, first: string) => `${count(problems, 'problem', 'problems')}: ${first}`,
  discard: 'Discard',
  save: 'Save',
  saveAndMove: (moves: number) => `Save and move ${moves}`,
  saving: 'Saving…',
  saved: 'Saved',
  undoDone: 'Undone',
  failed: { save: 'Not saved.', undo: 'Not undone.', delete: 'Not deleted.' },
  deleteRecord: 'Delete',
  deleteAsk: (name: string) => `Delete ${name}?`,
  deleteWhat: 'This cannot be undone.',
  deleteNot: (name: string) => `${name} cannot be deleted`,
  stillUsed: 'It is still used by:',
  soundNot: 'It is selected here: choose another sound first.',
  undoAsk: 'Undo this change of assignments?',
  undoWhat: 'Everyone it moved goes back to where they were.',
  kinds: kindsEn,
  cancel: 'Cancel',
  leaveAsk: 'Leave without saving?',
  leaveWhat: (changes: number) => `${count(changes, 'change', 'changes')} would be lost.`,
  stay: 'Stay',
  leave: 'Leave',

  // Somebody else was faster
  staleTitle: 'Somebody else saved this meanwhile',
  staleLead: 'Choose a value for each setting, then save.',
  changedBy: (by: string, at: string) => `${by}, ${at}`,
  was: 'Was',
  theirs: 'Theirs',
  mine: 'Mine',
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  useThese: 'Use these',

  // History
  history: 'History',
  historyOf: (name: string) => `History of ${name}`,
  auditLog: 'Audit log',
  actions: {
    created: 'created',
    changed: 'changed',
    deleted: 'deleted',
    assigned: 'assigned',
    undone: 'undone',
  },
  entry: (by: string, action: string, record: string) => `${by} ${action} ${record}`,
  from: 'From',
  to: 'To',
  setting: 'Setting',
  close: 'Close',
  assignments: {
    assigned: (by: string, people: number) => `${by} changed ${count(people, 'assignment', 'assignments')}`,
    undone: (by: string, people: number) =>
      `${by} undid the change of ${count(people, 'assignment', 'assignments')}`,
  },
  isUndone: 'Undone',
  auditFilter: {
    label: 'Limit the audit log',
    findLabel: 'Find a name',
    kind: 'Kind of record',
    everyKind: 'Every kind',
    action: 'Action',
    everyAction: 'Every action',
    actions: {
      created: 'Created',
      changed: 'Changed',
      deleted: 'Deleted',
      assigned: 'Assigned',
      undone: 'Undone',
    },
  },
  noHistory: 'Nothing has been changed yet.',

  // Sounds
  defaultSound: 'Default',
  play: (name: string) => `Play ${name}`,
  stop: (name: string) => `Stop ${name}`,
  change: 'Change',
  done: 'Done',
  upload: 'Upload a sound',
  uploadHint: 'AAC, FLAC, MP3, Ogg, Opus or WAV. At most 30 s and 2 MB; WAV and FLAC 12 MB.',
  checking: 'Checking the file…',
  uploading: 'Uploading…',
  length: (seconds: number) => `${seconds.toFixed(1)} s`,
  removeSound: (name: string) => `Delete ${name}`,
  usedBy: 'Used by',
  soundGone: 'A sound that is not in the list',

  // Why the settings of a rep are as they are
  origin: originEn,
  explain: {
    chooseOne: 'Choose a rep to see which settings they have, and why.',
    lead: (profile: string) => `Profile: ${profile}`,
    path: 'Which configuration',
    pathLead: 'The first of these applies.',
    way: {
      user: 'Assigned to the user',
      profile: (profile: string) => `Assigned to the profile ${profile}`,
      default: 'Default, for everybody not assigned elsewhere',
    },
    holds: 'Applies',
    notReached: 'Overruled',
    all: 'All channels',
    allLead: 'Settings that channels cannot override.',
    channelLead: 'What the channel sets takes precedence over the presence configuration.',
    value: 'Value',
    source: 'Source',
    alsoForVoice: 'Offline after a call, otherwise unchanged',
    everywhere: 'Everywhere',
    ownName: 'The rep’s own name',
    asksNone: 'Reps decline without a reason',
    statuses: 'Statuses to choose from',
    notARep: (reason: string) => `This user is not a rep: ${reason}.`,
    inactive: 'the user is not active',
    withoutPermission: 'the user does not have the Omni-Channel permission',
    wouldHold: 'As a rep, the user would have the first of these.',
    profileOf: (profile: string) => `from the profile ${profile}`,
  },

  // Trouble
  /** What violated rules say in this language; `null`: in English, as they come. */
  rules: null as RuleWords | null,
  noAnswer: 'The server did not answer.',
  previewFailed: 'The preview could not be loaded.',
  retry: 'Try again',
  forbidden: 'Setup needs the permission to customize the application.',
};

/** The words of Setup in one language. */
export type SetupStrings = typeof setupEn;
