/** A new random UUID. */
export function newId(): string {
  // By hand: crypto.randomUUID is absent where the page is not secure, as on somebody's own network.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The random id by which this browser tab names itself to the server, the same after a reload. One a rep: several reps
 * may work in one browser.
 */
export function sessionIdOf(apiAddress: string, repId: string): string {
  const key = `omni-channel-session ${apiAddress} ${repId}`;
  try {
    const known = sessionStorage.getItem(key);
    if (known !== null) return known;
    const made = newId();
    sessionStorage.setItem(key, made);
    return made;
  } catch {
    // Storage is forbidden here: after a reload this is another session, which only costs the server's grace.
    return newId();
  }
}
