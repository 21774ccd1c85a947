/** What a token may allow: a rep's console, Setup, and creating work. */
const permissions = ['omni-channel', 'customize-application', 'work-source'] as const;
export type Permission = (typeof permissions)[number];

/** Whether a claim names a permission of this product; tokens may carry others. */
export function isPermission(claim: unknown): claim is Permission {
  return permissions.some((known) => known === claim);
}
