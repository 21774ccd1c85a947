import {
  cachedEntry,
  isOfNewerRelease,
  readCached,
  readOutline,
  type CachedConfiguration,
  type CachedOutline,
} from '../../domain/configuration/cached-configuration.ts';
import type { Id } from '../../domain/values.ts';
import { addressBelow } from '../../platform/network/address.ts';
import type { Archive, ObjectStores } from '../../platform/archive.ts';

/** Reps who share this browser; beyond this the least recently seen are forgotten. */
const MAX_REPS = 20;

/** This browser's cache of the effective configuration and its sounds, for one API address and rep. */
export class ConfigurationCache {
  readonly #archive: Pick<Archive, 'read' | 'write'>;
  readonly #apiAddress: () => string;
  readonly #repId: () => Id;

  constructor(deps: {
    readonly archive: Pick<Archive, 'read' | 'write'>;
    readonly apiAddress: () => string;
    readonly repId: () => Id;
  }) {
    this.#archive = deps.archive;
    this.#apiAddress = deps.apiAddress;
    this.#repId = deps.repId;
  }

  /**
   * The cached configuration of this rep. Deletes damaged entries; leaves those of a newer release alone. `late` gets it if
   * the database took too long to be waited for.
   */
  async read(late?: (cached: CachedConfiguration) => void): Promise<CachedConfiguration | null> {
    const key = this.#key;
    const repId = this.#repId();
    const usable = async (found: unknown): Promise<CachedConfiguration | null> =>
      this.#usable(found, { key, repId });
    const found = await this.#archive.read(
      ({ configurations }) => configurations.get(key),
      (it) => void usable(it).then((cached) => cached && late?.(cached)),
    );
    return usable(found);
  }

  async #usable(
    found: unknown,
    { key, repId }: { readonly key: string; readonly repId: Id },
  ): Promise<CachedConfiguration | null> {
    if (found === undefined || isOfNewerRelease(found)) return null;
    const cached = readCached(found);
    if (cached?.effective.rep.id === repId) return cached;
    await this.#archive.write(({ configurations }) => configurations.delete(key));
    return null;
  }

  /**
   * Caches the server's response unless a newer one is cached, and deletes sounds that nothing refers to any more.
   */
  async keep(cached: CachedConfiguration): Promise<void> {
    const key = this.#key;
    await this.#archive.write(async (stores) => {
      const known = await stores.configurations.get(key);
      if (isOfNewerRelease(known) || (readCached(known)?.asOf ?? 0) > cached.asOf) return;
      await stores.configurations.put(cachedEntry(cached), key);
      await tidy(stores);
    });
  }

  async sound(sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const found = await this.#archive.read(({ sounds }) => sounds.get(sha256));
    if (found instanceof Uint8Array && found.length > 0) return found as Uint8Array<ArrayBuffer>;
    if (found !== undefined) await this.dropSound(sha256);
    return null;
  }

  async keepSound(sha256: string, file: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#archive.write(({ sounds }) => sounds.put(file, sha256));
  }

  async dropSound(sha256: string): Promise<void> {
    await this.#archive.write(({ sounds }) => sounds.delete(sha256));
  }

  /** Deletes this rep's entry, and the sounds that only their configuration referred to. */
  async forget(): Promise<void> {
    const key = this.#key;
    await this.#archive.write(async (stores) => {
      await stores.configurations.delete(key);
      await tidy(stores);
    });
  }

  get #key(): string {
    return `${addressBelow(this.#apiAddress(), '').href} ${this.#repId()}`;
  }
}

/** Deletes the least recently seen reps, and the sounds that no configuration refers to any more. */
async function tidy({ configurations, sounds }: ObjectStores): Promise<void> {
  const kept: (CachedOutline & { readonly key: string })[] = [];
  for (const key of await configurations.getAllKeys()) {
    const outline = readOutline(await configurations.get(key));
    if (outline) kept.push({ key, ...outline });
  }
  kept.sort((one, other) => other.asOf - one.asOf);
  for (const { key } of kept.splice(MAX_REPS)) await configurations.delete(key);
  const named = new Set(kept.flatMap(({ effective }) => effective.sounds.map(({ sha256 }) => sha256)));
  for (const sha256 of await sounds.getAllKeys()) if (!named.has(sha256)) await sounds.delete(sha256);
}
