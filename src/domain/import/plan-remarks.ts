import type { RemarkParams } from './file-remarks.ts';

/** What a plan says of a record or of the whole import: by code, in English. `params` are those of the remark. */
export const planRemarks = {
  // Names
  nameGarbled: ({ name }) => `${name} has a % that stands for no character; it is taken as it is written.`,
  fullNameInside: ({ inside, name }) => `The file calls itself ${inside}; its file name counts, ${name}.`,
  twiceTheSame: ({ file }) => `${file} says the same; it is one record.`,
  twiceDifferent: ({ file }) => `${file} has the same name and says something else: choose one of them.`,
  severalHere: ({ label }) => `Several records here are called ${label}: choose the one that this is.`,
  isDefault: () =>
    'This is the Default Presence Configuration: it changes the one here, which keeps its Developer Name.',

  // Values
  notBoolean: ({ element, value }) => `${element} must be true, false, 1 or 0, not “${value}”.`,
  notWhole: ({ element, value }) => `${element} must be a whole number, not “${value}”.`,
  notNumber: ({ element, value }) => `${element} must be a number, not “${value}”.`,
  assumed: ({ elements }) => `Not in the file, so that Salesforce's default applies: ${elements}.`,
  inactive: ({ element }) => `${element} is not active in the source either: what it depends on is off.`,
  noPushTimeout: ({ element }) =>
    `${element} has no effect: no routing configuration has a push time-out, neither in these files nor here.`,
  reasonOrder: () =>
    'Reps see the decline reasons in the order of the file; the order in Salesforce may have been another one.',
  aliasUnknown: ({ value }) => `The agent alias “${value}” merges something that cannot be merged here.`,
  channelIsCase: ({ object }) =>
    `Work of ${object} is routed like cases here: it has no conversation, and so no wrap-up.`,
  channelTypeGuessed: ({ type }) =>
    `The file does not say what its work is; by its name the channel is for ${type}.`,
  channelTypeMissing: () => 'The file does not say what the work of this channel is: choose its type.',
  bothWeights: () => 'The file has a weight and a percentage: choose one of them.',
  noWeight: () => 'The file has neither a weight nor a percentage: choose a capacity weight.',
  modelExternal: () => 'External routing cannot be expressed here: choose a routing model, or leave it out.',
  modelUnknown: ({ value }) => `${value} is not a routing model: choose one.`,
  capacityTypeUnknown: ({ value }) => `${value} is not a capacity type: choose one.`,
  capacityTypeSpelling: ({ value }) => `${value} is read as NOT_INTERRUPTIBLE.`,

  // References
  missing: ({ element, name }) => `${element}: ${name} is neither in these files nor here.`,
  namedTwice: ({ element, name }) => `${element} names ${name} twice; it counts once.`,
  statusWithoutChannels: () =>
    'None of its channels is in these files or here. Without channels it would be a busy status: choose.',
  queueNotOmni: () => 'This is not an Omni-Channel queue: it has no routing configuration.',
  userUnknown: ({ name }) => `The user ${name} is not known here: a list of username and id says who it is.`,
  profileUnknown: ({ name }) =>
    `The profile ${name} is not here: create it, choose another one, or leave it out.`,
  assignedTwice: ({ name, other }) => `${name} is assigned to ${other} in these files too; that one counts.`,

  // What has no place here
  notMapped: ({ element }) => `${element} has no place here. It is kept for an export, and has no effect.`,
  unknown: ({ element }) => `${element} is not known here. It is kept for an export, and has no effect.`,
  skillsNotMapped: ({ element }) => `${element}: work is routed without regard to skills here.`,
  statusCapacity: () =>
    'Status-based capacity has no place here: work takes capacity while it is open, whatever its status.',
  secondaryPriority: () =>
    'Secondary routing priority has no place here: work is routed by priority, then by age.',
  groupsNotMapped: ({ names }) =>
    `Members by group or role are not known here, so that the queue may be short of members: ${names}.`,
  overflow: ({ element }) => `${element} has no place here: work waits in its queue until a rep is free.`,
  profileWithoutGrants: () => 'This profile grants no presence status.',
  permissionSetGrants: ({ names }) =>
    `Statuses are granted by profiles here; this permission set grants ${names}.`,
  typeNotMapped: ({ type, count }) => `${type}: ${count} without a counterpart here.`,
  omniOff: () => 'Omni-Channel is switched off in the org that these files are from.',
  soundsNotInFiles: () =>
    'The files have no sounds, sound lengths or transfer destinations: Salesforce does not give them away that way. They stay as they are here; set them in the presence configurations.',
} satisfies Record<string, (params: RemarkParams) => string>;
export type PlanRemarkCode = keyof typeof planRemarks;
