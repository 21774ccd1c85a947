/** A file of this workspace's own origin. */
const { href: address } = new URL('../assets/watchdog.js', import.meta.url);

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): { toJSON(): string } };
}

/**
 * Where this workspace serves the panel's watchdog. Its content security policy wants every address of a script to come
 * from a policy of the page, and the only one that this policy lets through is the watchdog's.
 */
export function watchdogAddress(): string | { toJSON(): string } {
  // Not in every browser of the last two years.
  const { trustedTypes } = window as unknown as { trustedTypes?: Policies };
  if (!trustedTypes) return address;
  return trustedTypes.createPolicy('workspace', { createScriptURL: () => address }).createScriptURL('');
}
