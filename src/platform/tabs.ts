/** What a lock's holder, or who waits for it, is told. */
export interface LockListener {
  held(): void;
  /** Somebody stole it. */
  lost?(): void;
  /** The browser gives none here. */
  failed?(): void;
}

/**
 * What the browser tabs of one storage partition (an origin, within one top-level site) have in common: channels, and
 * locks, which end with the page that holds them, however it ends.
 */
export interface Tabs {
  /** Listens to what is said under a name by others, and says something there: anything that can be cloned. */
  join(name: string, heard: (said: unknown) => void): { say(what: unknown): void; leave(): void };
  /** Waits for a lock, or steals it from its holder. The returned function withdraws, or gives it up. */
  lock(name: string, listener: LockListener, how?: { readonly steal: boolean }): () => void;
  /** The names of the locks that are held now. */
  held(): Promise<ReadonlySet<string>>;
}

/** The browser's own; `null`: this page has none, as where it is not secure. */
export function browserTabs(): Tabs | null {
  // Absent in a page that is not secure, whatever the types say.
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks || !('BroadcastChannel' in window)) return null;
  return {
    join(name, heard) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }: MessageEvent<unknown>) => heard(data);
      return { say: (what) => channel.postMessage(what), leave: () => channel.close() };
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
  // Stealing cannot be withdrawn, and need not be: it waits for nobody.
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
