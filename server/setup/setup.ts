import type { SoundFormat } from '../../src/domain/effective-configuration.ts';
import type { Instant, Seconds } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';

/** A record that uses another one. */
export interface Named {
  readonly id: Id;
  readonly name: string;
}

/** Where a sound is used: it cannot be deleted while it is. */
export interface SoundUse {
  readonly presenceConfigurations: readonly Named[];
  readonly serviceChannels: readonly Named[];
}

/** A custom sound as administrators see it. */
export interface SoundView {
  readonly sha256: string;
  readonly name: string;
  readonly format: SoundFormat;
  readonly lengthSeconds: Seconds;
  /** The size of the file, bytes. */
  readonly size: number;
  /** Where the file is, below the API address. */
  readonly address: string;
  readonly createdAt: Instant;
  readonly usedBy: SoundUse;
}

/** What adding a sound came to. */
export type SoundAddition =
  | { readonly kind: 'added' | 'known'; readonly sound: SoundView }
  /** Why the file cannot be a sound, in one sentence. */
  | { readonly kind: 'refused'; readonly detail: string };

/** What deleting a sound came to. */
export type SoundRemoval =
  { readonly kind: 'removed' | 'unknown' } | { readonly kind: 'inUse'; readonly usedBy: SoundUse };

/** A place in the list of sounds, which is in the order of their names. */
export interface PlaceOfSound {
  readonly name: string;
  readonly sha256: string;
}

export interface SoundQuery {
  /** Part of a name, whatever its case; empty: every sound. */
  readonly search: string;
  readonly limit: number;
  /** Only what comes after this place; `null`: from the beginning. */
  readonly after: PlaceOfSound | null;
}

/** The custom sounds. */
export interface SoundLibrary {
  /**
   * Checks a file and stores it, once by its hash: what is known keeps its name.
   * @throws {TooBusyError} (by the promise) while too many are being checked.
   */
  add(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<SoundAddition>;
  list(query: SoundQuery): Promise<{ items: SoundView[]; next: PlaceOfSound | null }>;
  find(sha256: string): Promise<SoundView | null>;
  remove(sha256: string): Promise<SoundRemoval>;
}

/** What administrators edit. HTTP routes are thin callers of it. */
export interface Setup {
  readonly sounds: SoundLibrary;
}
