import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import type { Milliseconds, Timers } from '../domain/time.ts';

/** The panel's IndexedDB database in this browser, and its schema version. */
export const ARCHIVE_NAME = 'omni-channel';
const ARCHIVE_VERSION = 3;
/** The longest that a caller waits for the database. */
const TIMEOUT: Milliseconds = 1000;

interface Stores extends DBSchema {
  /** One configuration per API address and rep. */
  configurations: { key: string; value: unknown };
  /** Sound files, by SHA-256. */
  sounds: { key: string; value: unknown };
  /** Chunks of flight records, by API address, rep, and the instant of the first entry. */
  flightRecords: { key: string; value: unknown };
  /** The rep's pending answers, by API address, rep, and command id. */
  answers: { key: string; value: unknown };
}
export type ArchiveDatabase = IDBPDatabase<Stores>;
type StoreName = StoreNames<Stores>;
const STORE_NAMES: readonly StoreName[] = ['configurations', 'sounds', 'flightRecords', 'answers'];

/**
 * An object store within a transaction. Its values are untrusted: an older release or another script may have written
 * them.
 */
interface ObjectStore {
  get(key: string): Promise<unknown>;
  put(value: unknown, key: string): Promise<unknown>;
  delete(which: string | IDBKeyRange): Promise<void>;
  getAll(which: IDBKeyRange): Promise<unknown[]>;
  getAllKeys(): Promise<string[]>;
}
export type ObjectStores = Readonly<Record<StoreName, ObjectStore>>;

/** The range of keys with this prefix. */
export const startingWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Opens the database; `lost` is called when the browser closes it, or a newer release needs to upgrade it. */
export type OpenArchive = (lost: () => void) => Promise<ArchiveDatabase>;

// Loaded on first use, so that it does not delay the first paint.
export const openArchive: OpenArchive = async (lost) => {
  const { openDB } = await import('idb');
  return openDB<Stores>(ARCHIVE_NAME, ARCHIVE_VERSION, {
    upgrade(database) {
      for (const name of STORE_NAMES)
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
    },
    blocking: lost,
    terminated: lost,
  });
};

/**
 * Persistent storage in IndexedDB. It may be forbidden, full, damaged, blocked by another browser tab, or hang. All
 * of that only costs speed: no call here ever fails, or takes longer than a second.
 */
export class Archive {
  readonly #timers: Timers;
  readonly #failed: (detail: string) => void;
  readonly #open: OpenArchive;
  #opening: Promise<ArchiveDatabase> | null = null;
  #isInUse = false;

  constructor(deps: {
    readonly timers: Timers;
    /** Reports why something could not be stored or read, for information only. */
    readonly failed: (detail: string) => void;
    readonly open?: OpenArchive;
  }) {
    this.#timers = deps.timers;
    this.#failed = deps.failed;
    this.#open = deps.open ?? openArchive;
  }

  start(): void {
    this.#isInUse = true;
  }

  /** Running transactions still complete; nothing is written after them. */
  close(): void {
    this.#isInUse = false;
    this.#forget(true);
  }

  /**
   * Reads within one transaction; `undefined` if that is impossible. `late` gets what came after a second, when the caller
   * no longer waited: on a busy machine it may still be of use.
   */
  read<Found>(
    work: (stores: ObjectStores) => Promise<Found>,
    late?: (found: Found) => void,
  ): Promise<Found | undefined> {
    return this.#use('readonly', work, late);
  }

  /** Reads and writes within one transaction: all or nothing. */
  write<Found>(work: (stores: ObjectStores) => Promise<Found>): Promise<Found | undefined> {
    return this.#use('readwrite', work);
  }

  async #use<Found>(
    mode: 'readonly' | 'readwrite',
    work: (stores: ObjectStores) => Promise<Found>,
    late?: (found: Found) => void,
  ): Promise<Found | undefined> {
    if (!this.#isInUse) return undefined;
    try {
      return await this.#withTimeout(this.#transact(mode, work), late);
    } catch (error) {
      this.#failed(error instanceof Error ? `${error.name}: ${error.message}` : 'The archive failed.');
      return undefined;
    }
  }

  async #transact<Found>(
    mode: 'readonly' | 'readwrite',
    work: (stores: ObjectStores) => Promise<Found>,
  ): Promise<Found> {
    const database = await this.#database();
    let transaction;
    try {
      transaction = database.transaction(STORE_NAMES, mode);
    } catch (error) {
      if (!this.#isInUse) throw error;
      // The connection was lost silently, as in Safari: https://bugs.webkit.org/show_bug.cgi?id=197050
      this.#forget(false);
      transaction = (await this.#database()).transaction(STORE_NAMES, mode);
    }
    const storeOf = (name: StoreName): ObjectStore => {
      const store = transaction.objectStore(name);
      return {
        get: (key) => store.get(key),
        put: (value, key) => store.put?.(value, key) ?? Promise.reject(new Error('Only for reading.')),
        delete: (which) => store.delete?.(which) ?? Promise.reject(new Error('Only for reading.')),
        getAll: (which) => store.getAll(which),
        getAllKeys: () => store.getAllKeys(),
      };
    };
    const done = transaction.done;
    // It is awaited below; until then a rejection must not count as unhandled.
    done.catch(() => undefined);
    try {
      const found = await work({
        configurations: storeOf('configurations'),
        sounds: storeOf('sounds'),
        flightRecords: storeOf('flightRecords'),
        answers: storeOf('answers'),
      });
      await done;
      return found;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // The transaction has already ended.
      }
      throw error;
    }
  }

  #database(): Promise<ArchiveDatabase> {
    if (this.#opening) return this.#opening;
    const opening = this.#open(() => {
      if (this.#opening === opening) this.#forget(true);
    });
    this.#opening = opening;
    opening.catch(() => {
      // The next call opens it again.
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }

  #forget(close: boolean): void {
    const opening = this.#opening;
    this.#opening = null;
    if (close) opening?.then((database) => database.close()).catch(() => undefined);
  }

  #withTimeout<Found>(work: Promise<Found>, late?: (found: Found) => void): Promise<Found> {
    return new Promise((resolve, reject) => {
      let isOver = false;
      const cancel = this.#timers.after(TIMEOUT, () => {
        isOver = true;
        reject(new Error('The archive gave no answer.'));
      });
      const found = (it: Found) => (isOver ? this.#isInUse && late?.(it) : resolve(it));
      work.then(found, reject).finally(cancel);
    });
  }
}
