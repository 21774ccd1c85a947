import type { Permission } from '../auth/permissions.ts';

/** The reps of a demo. */
export const demoReps = ['sofia', 'noah', 'amara'] as const;

/** The subjects for which a demo issues tokens, with their permissions. */
export const demoSubjects: ReadonlyMap<string, readonly Permission[]> = new Map<
  string,
  readonly Permission[]
>([
  ...demoReps.map((rep) => [rep, ['omni-channel']] as const),
  ['admin', ['customize-application']],
  ['work-source', ['work-source']],
]);
