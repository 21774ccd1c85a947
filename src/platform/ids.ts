const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A new random UUID. */
export function newId(): string {
  // By hand: `crypto.randomUUID` is missing in insecure contexts, for instance on a local network.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The random id by which a rep's panels identify themselves to the server; it survives a reload. All browser tabs
 * share one (`isShared`), or each has its own if tabs cannot coordinate. `known`: the id already in use.
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
    // Storage is forbidden: a reload starts a new session, at the cost of a grace period on the server.
    return known ?? newId();
  }
}

interface SessionUse {
  readonly isShared: boolean;
  readonly known: string | null;
}
