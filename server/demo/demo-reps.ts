import type { Permission } from '../auth/permissions.ts';

/** The reps of a demo. */
export const demoReps = ['sofia', 'noah', 'amara'] as const;

/** For whom a demo gives out tokens, and what each may do. */
export const demoSubjects: ReadonlyMap<string, readonly Permission[]> = new Map<
  string,
  readonly Permission[]
>([
  ...demoReps.map((rep) => [rep, ['omni-channel']] as const),
  ['admin', ['customize-application']],
  ['work-source', ['work-source']],
]);
