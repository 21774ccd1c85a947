import { eq } from 'drizzle-orm';
import type { NamedRecord } from '../../src/domain/setup/setup-api.ts';
import type { Instant } from '../../src/domain/time.ts';
import { nameOf } from '../../src/domain/setup/user.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Database, Queries } from '../database/database.ts';
import { raiseRevision } from '../database/records/checked.ts';
import { configurationRevision } from '../database/schema/configuration.ts';
import { users } from '../database/schema/people.ts';
import { writeEntries, type NewEntry } from './audit-log.ts';

export interface EditingOptions {
  readonly database: Database;
  readonly now: () => Instant;
  /** Called once a change is committed. */
  readonly changed: () => void;
}

/** One transaction of an administrator. */
export interface Edit {
  readonly tx: Queries;
  readonly by: NamedRecord;
  readonly at: Instant;
  /** Adds a change to the audit log. */
  readonly note: (...entries: readonly NewEntry[]) => void;
}

/**
 * Serializes Setup's transactions across all processes: each sees the result of the one before, so that a rule that
 * held when checked still holds at the commit, and no two can deadlock.
 */
export class SetupEditing {
  readonly #options: EditingOptions;

  constructor(options: EditingOptions) {
    this.#options = options;
  }

  /**
   * Runs `work` for the holder of a token. Its notes are written in the same transaction; without notes nothing counts
   * as changed.
   */
  async edit<T>(holder: string, work: (edit: Edit) => Promise<T>): Promise<T> {
    const { database, now, changed } = this.#options;
    const { result, isChange } = await database.transaction(async (tx) => {
      await tx.select().from(configurationRevision).for('update');
      const [by, at] = [await holderOf(tx, holder), now()];
      const entries: NewEntry[] = [];
      const outcome = await work({ tx, by, at, note: (...more) => void entries.push(...more) });
      await writeEntries(tx, by, at, entries);
      if (entries.length > 0) await raiseRevision(tx);
      return { result: outcome, isChange: entries.length > 0 };
    });
    if (isChange) changed();
    return result;
  }
}

/** The holder of the token: a user with their name, or else the subject itself. */
async function holderOf(tx: Queries, subject: Id): Promise<NamedRecord> {
  const [user] = await tx
    .select({ firstName: users.firstName, lastName: users.lastName })
    .from(users)
    .where(eq(users.id, subject));
  return { id: subject, name: user ? nameOf(user) : subject };
}
