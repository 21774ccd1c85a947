/** The worker file, on this workspace's own origin. */
const { href: address } = new URL('../assets/watchdog.js', import.meta.url);

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): { toJSON(): string } };
}

/**
 * Where this workspace serves the panel's watchdog. Its content security policy requires every script URL to come
 * from a Trusted Types policy of the page, and this policy allows only the watchdog's.
 */
export function watchdogAddress(): string | { toJSON(): string } {
  // Missing in some browsers of the last two years.
  const { trustedTypes } = window as unknown as { trustedTypes?: Policies };
  if (!trustedTypes) return address;
  return trustedTypes.createPolicy('workspace', { createScriptURL: () => address }).createScriptURL('');
}
