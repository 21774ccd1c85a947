/** The types of metadata that are read, in the order of their dependencies. */
export const metadataTypes = [
  'ServiceChannel',
  'ServicePresenceStatus',
  'PresenceDeclineReason',
  'QueueRoutingConfig',
  'Queue',
  'Profile',
  'PresenceUserConfig',
] as const;
export type MetadataType = (typeof metadataTypes)[number];

/** Types that are only counted: nothing here corresponds to them. */
export type CountedType =
  | 'PermissionSet'
  | 'Skill'
  | 'StaticResource'
  | 'Settings'
  | 'WorkSkillRouting'
  | 'OmniSupervisorConfig';

/** By the suffix of a file, in lower case. */
const bySuffix: Readonly<Record<string, MetadataType | CountedType>> = {
  servicechannel: 'ServiceChannel',
  servicepresencestatus: 'ServicePresenceStatus',
  presencedeclinereason: 'PresenceDeclineReason',
  queueroutingconfig: 'QueueRoutingConfig',
  queue: 'Queue',
  profile: 'Profile',
  presenceuserconfig: 'PresenceUserConfig',
  permissionset: 'PermissionSet',
  skill: 'Skill',
  resource: 'StaticResource',
  settings: 'Settings',
  workskillrouting: 'WorkSkillRouting',
  omnisupervisorconfig: 'OmniSupervisorConfig',
};

/** What the name of a file says. */
export interface MetadataName {
  readonly type: MetadataType | CountedType;
  /** Decoded. */
  readonly fullName: string;
  /** Whether it has a %-sequence that stands for no character. */
  readonly isGarbled: boolean;
}

/** What a path says of its content, with the suffixes of projects and of retrieved packages; `null`: no metadata. */
export function metadataName(path: string): MetadataName | null {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/-meta\.xml$/i, '');
  const dot = file.lastIndexOf('.');
  const suffix = file.slice(dot + 1).toLowerCase();
  const type = dot > 0 && Object.hasOwn(bySuffix, suffix) ? bySuffix[suffix] : undefined;
  return type === undefined ? null : { type, ...decodedName(file.slice(0, dot)) };
}

/** A name as it is written in metadata: some characters are %-encoded. */
export function decodedName(encoded: string): Omit<MetadataName, 'type'> {
  try {
    const fullName = decodeURIComponent(encoded);
    // A control character is in no name.
    if (!/\p{Cc}/u.test(fullName)) return { fullName, isGarbled: false };
  } catch {
    // It is taken as it is written.
  }
  return { fullName: encoded, isGarbled: true };
}

/** Whether a file is one that systems and editors leave behind. */
export const isHidden = (path: string): boolean => /(^|\/)(\.|__MACOSX\/)/.test(path);
