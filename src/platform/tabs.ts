/** Callbacks for the holder of a lock, or a page that waits for it. */
export interface LockListener {
  held(): void;
  /** Another page stole it. */
  lost?(): void;
  /** The browser grants no locks here. */
  failed?(): void;
}

/**
 * What the browser tabs of one storage partition (an origin within one top-level site) share: channels, and locks,
 * which end with the page that holds them, however it ends.
 */
export interface Tabs {
  /**
   * Joins a named channel: `receive` gets the messages of other pages, and the result sends messages, which must be
   * cloneable.
   */
  join(name: string, receive: (message: unknown) => void): { post(message: unknown): void; leave(): void };
  /**
   * Waits for a lock, or steals it from its holder. The returned function withdraws the request, or releases the
   * lock.
   */
  lock(name: string, listener: LockListener, how?: { readonly steal: boolean }): () => void;
  /** The names of the locks that are held now. */
  held(): Promise<ReadonlySet<string>>;
}

/** The browser's own; `null` if this page has none, for instance in an insecure context. */
export function browserTabs(): Tabs | null {
  // Missing in insecure contexts, despite the types.
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks || !('BroadcastChannel' in window)) return null;
  return {
    join(name, receive) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }: MessageEvent<unknown>) => receive(data);
      return { post: (message) => channel.postMessage(message), leave: () => channel.close() };
    },
    lock: (name, listener, { steal } = { steal: false }) => lock(locks, name, listener, steal),
    async held() {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name }) => name ?? []));
    },
  };
}

function lock(locks: LockManager, name: string, listener: LockListener, steal: boolean): () => void {
  const withdrawing = new AbortController();
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  let isHeld = false;
  const hold = () => {
    if (withdrawing.signal.aborted) return Promise.resolve(undefined);
    isHeld = true;
    listener.held();
    return released;
  };
  // Stealing cannot be aborted, and need not be: it never waits.
  const how = steal ? { steal } : { signal: withdrawing.signal };
  locks.request(name, how, hold).catch(() => {
    if (withdrawing.signal.aborted) return;
    if (isHeld) listener.lost?.();
    else listener.failed?.();
  });
  return () => {
    withdrawing.abort();
    release(undefined);
  };
}
