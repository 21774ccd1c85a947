const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
 * The random id by which a rep's panels name themselves to the server, the same after a reload: one for all browser tabs
 * (`isShared`), or one for each where they know nothing of each other. `known`: the one that is in use already.
 */
export function sessionIdOf(name: string, { isShared, known }: SessionUse): string {
  try {
    const storage = isShared ? localStorage : sessionStorage;
    const kept = storage.getItem(name);
    if (kept !== null && UUID.test(kept)) return kept;
    const made = known ?? newId();
    storage.setItem(name, made);
    return made;
  } catch {
    // Storage is forbidden here: after a reload this is another session, which only costs the server's grace.
    return known ?? newId();
  }
}

interface SessionUse {
  readonly isShared: boolean;
  readonly known: string | null;
}
