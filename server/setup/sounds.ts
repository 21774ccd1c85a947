import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { recordDifference } from '../../src/domain/setup/record-difference.ts';
import { soundFile } from '../../src/domain/rules.ts';
import type { SoundDecoder } from '../../src/domain/alerts/sound-file.ts';
import { checkSound } from '../../src/sound-check/check-sound.ts';
import type { Database, Queries } from '../database/database.ts';
import { hashOf, insertSound } from '../database/records/sounds.ts';
import { presenceConfigurations, serviceChannels, sounds } from '../database/schema/configuration.ts';
import type { NewEntry } from './audit-log.ts';
import type { SetupEditing } from './editing.ts';
import type {
  PlaceOfSound,
  SoundAddition,
  SoundLibrary,
  SoundQuery,
  SoundRemoval,
  SoundUse,
  SoundView,
} from './setup.ts';

export interface StoredSoundsOptions {
  readonly database: Database;
  readonly editing: SetupEditing;
  /** Proves that a file can be played. */
  readonly decode: SoundDecoder;
}

/** The order of names, the same in every database. */
const nameKey = sql<string>`lower(${sounds.name}) collate "C"`;

const columns = {
  sha256: sounds.sha256,
  name: sounds.name,
  format: sounds.format,
  lengthSeconds: sounds.lengthSeconds,
  size: sql<number>`length(${sounds.bytes})`,
  createdAt: sounds.createdAt,
  key: nameKey,
};

/** The custom sounds in the database. */
export class StoredSounds implements SoundLibrary {
  readonly #options: StoredSoundsOptions;

  constructor(options: StoredSoundsOptions) {
    this.#options = options;
  }

  async add(holder: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<SoundAddition> {
    const { decode, editing } = this.#options;
    const sha256 = hashOf(bytes);
    // A stored sound has been checked before.
    const known = await this.find(sha256);
    if (known) return { kind: 'known', sound: known };
    const verdict = await checkSound(bytes, decode);
    if (!verdict.ok) return { kind: 'refused', broken: soundFile(verdict.fault, verdict.sentence) };
    const { format, seconds } = verdict;
    const lengthSeconds = Math.round(seconds * 1000) / 1000;
    return editing.edit(holder, async ({ tx, at, note }): Promise<SoundAddition> => {
      const [same] = await tx.select({ name: sounds.name }).from(sounds).where(eq(sounds.sha256, sha256));
      await insertSound(tx, { name, bytes, format, lengthSeconds }, at);
      const sound = await findIn(tx, sha256);
      if (!sound) throw new Error(`The sound ${sha256} was not stored.`);
      if (!same) note(entry('created', sound));
      return { kind: same ? 'known' : 'added', sound };
    });
  }

  async list({
    search,
    limit,
    after,
  }: SoundQuery): Promise<{ items: SoundView[]; next: PlaceOfSound | null }> {
    const { queries } = this.#options.database;
    const rows = await queries
      .select(columns)
      .from(sounds)
      .where(
        and(
          search === '' ? undefined : sql`position(lower(${search}) in lower(${sounds.name})) > 0`,
          after
            ? sql`(${nameKey}, ${sounds.sha256}) > (${after.name} collate "C", ${after.sha256})`
            : undefined,
        ),
      )
      .orderBy(asc(nameKey), asc(sounds.sha256))
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: await withUse(queries, shown),
      next: last ? { name: last.key, sha256: last.sha256 } : null,
    };
  }

  find(sha256: string): Promise<SoundView | null> {
    return findIn(this.#options.database.queries, sha256);
  }

  remove(holder: string, sha256: string): Promise<SoundRemoval> {
    return this.#options.editing.edit(holder, async ({ tx, note }): Promise<SoundRemoval> => {
      // The lock waits for transactions that refer to the sound, and blocks new ones.
      const [sound] = await tx
        .select({
          sha256: sounds.sha256,
          name: sounds.name,
          format: sounds.format,
          lengthSeconds: sounds.lengthSeconds,
        })
        .from(sounds)
        .where(eq(sounds.sha256, sha256))
        .for('update');
      if (!sound) return { kind: 'unknown' };
      const usedBy = (await useOf(tx, [sha256])).get(sha256) ?? unused;
      if (usedBy.presenceConfigurations.length + usedBy.serviceChannels.length > 0)
        return { kind: 'inUse', usedBy };
      await tx.delete(sounds).where(eq(sounds.sha256, sha256));
      note(entry('deleted', sound));
      return { kind: 'removed' };
    });
  }
}

/** The audit log entry for a sound that was added or deleted. */
function entry(
  action: 'created' | 'deleted',
  { sha256, name, format, lengthSeconds }: Pick<SoundView, 'sha256' | 'name' | 'format' | 'lengthSeconds'>,
): NewEntry {
  const fields = { name, format, lengthSeconds };
  const [before, after] = action === 'created' ? [null, fields] : [fields, null];
  const record = { id: sha256, name };
  return { action, resource: 'sounds', record, version: null, changes: recordDifference(before, after) };
}

const unused: SoundUse = { presenceConfigurations: [], serviceChannels: [] };

async function findIn(queries: Queries, sha256: string): Promise<SoundView | null> {
  const rows = await queries.select(columns).from(sounds).where(eq(sounds.sha256, sha256));
  const [sound] = await withUse(queries, rows);
  return sound ?? null;
}

type Row = Omit<SoundView, 'address' | 'usedBy'> & { readonly key: string };

async function withUse(queries: Queries, rows: readonly Row[]): Promise<SoundView[]> {
  const uses = await useOf(
    queries,
    rows.map(({ sha256 }) => sha256),
  );
  return rows.map(({ key: _, ...sound }) => ({
    ...sound,
    address: `/v1/sounds/${sound.sha256}`,
    usedBy: uses.get(sound.sha256) ?? unused,
  }));
}

/** Where these sounds are used; unused sounds are left out. */
async function useOf(queries: Queries, sha256s: string[]): Promise<Map<string, SoundUse>> {
  if (sha256s.length === 0) return new Map();
  const { notificationSound, id, name } = presenceConfigurations;
  const configurations = await queries
    .select({ sha256: notificationSound, id, name })
    .from(presenceConfigurations)
    .where(inArray(notificationSound, sha256s))
    .orderBy(asc(name), asc(id));
  const channels = await queries
    .select({ sha256: serviceChannels.sound, id: serviceChannels.id, name: serviceChannels.name })
    .from(serviceChannels)
    .where(inArray(serviceChannels.sound, sha256s))
    .orderBy(asc(serviceChannels.name), asc(serviceChannels.id));
  const of = (users: typeof configurations, sha256: string) =>
    users.filter((user) => user.sha256 === sha256).map((user) => ({ id: user.id, name: user.name }));
  return new Map(
    sha256s.map((sha256) => [
      sha256,
      { presenceConfigurations: of(configurations, sha256), serviceChannels: of(channels, sha256) },
    ]),
  );
}
