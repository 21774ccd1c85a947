/** The permissions of tokens: for a rep's console, for Setup, and for creating work. */
const permissions = ['omni-channel', 'customize-application', 'work-source'] as const;
export type Permission = (typeof permissions)[number];

/** Whether a claim is a permission of this product; tokens may carry others. */
export function isPermission(claim: unknown): claim is Permission {
  return permissions.some((known) => known === claim);
}
