import { createHash, randomUUID } from 'node:crypto';
import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { ImportResult, ImportUndone } from '../../../src/domain/import/import-api.ts';
import type { Choices, ImportPlan } from '../../../src/domain/import/import-plan.ts';
import { exportSetup } from '../../../src/domain/import/exporting/export-setup.ts';
import type { SetupHere } from '../../../src/domain/import/here.ts';
import { makePlan, type MadePlan, type ReadFiles } from '../../../src/domain/import/planning/make-plan.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Queries } from '../../database/database.ts';
import { importPlans, usernames } from '../../database/schema/imports.ts';
import { users } from '../../database/schema/people.ts';
import { auditEntries } from '../../database/schema/setup.ts';
import { exportedFiles, zipOf, type ExportFormat } from '../../metadata/export-zip.ts';
import { givenFiles } from '../../metadata/given-files.ts';
import { readUpload } from '../../metadata/read-upload.ts';
import type { UploadedFile } from '../../metadata/read-zip.ts';
import { usernamesIn } from '../../metadata/usernames.ts';
import { ProblemError } from '../../problem.ts';
import type { SetupEditing } from '../editing.ts';
import { enumerated, unknown } from '../refusals.ts';
import { applyPlan, type ImportedRecords } from './apply-plan.ts';
import { readSetup } from './read-setup.ts';
import { undoImport } from './undo-import.ts';

/** How long a plan is kept, and how many of one administrator. */
const PLAN_AGE = 24 * 60 * 60 * 1000;
const MAX_PLANS = 5;

export interface ImportsOptions {
  readonly database: Database;
  readonly editing: SetupEditing;
  readonly stored: ImportedRecords;
  readonly now: () => Instant;
}

/** Imports of metadata: planned, applied as they were planned, and undone. A plan belongs to its maker. */
export class Imports {
  readonly #options: ImportsOptions;

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  /** Reads an upload, and plans its import. Nothing of Setup is written. */
  async plan(holder: string, uploads: readonly UploadedFile[]): Promise<ImportPlan> {
    const { database, now } = this.#options;
    const upload = await readUpload(uploads);
    const read = givenFiles(upload);
    const named = usernamesIn(upload.companions);
    const id = randomUUID();
    const { queries } = database;
    const known = await userIds(queries, Object.values(named));
    const own = Object.fromEntries(Object.entries(named).filter(([, userId]) => known.has(userId)));
    const here = await readSetup(queries, own);
    await queries
      .insert(importPlans)
      .values({ id, at: now(), byId: holder, revision: here.revision, read, usernames: own });
    await this.#forget(queries, holder);
    return planned(id, read, here, { fixes: {}, leftOut: [] }).plan;
  }

  /** The same plan with other choices, for Setup as it is now. */
  async replan(holder: string, id: Id, choices: Choices): Promise<ImportPlan> {
    const { queries } = this.#options.database;
    const { read, usernames: own } = await this.#kept(queries, holder, id);
    const here = await readSetup(queries, own);
    await queries
      .update(importPlans)
      .set({ revision: here.revision, at: this.#options.now() })
      .where(eq(importPlans.id, id));
    return planned(id, read, here, choices).plan;
  }

  /**
   * Applies a plan with these choices in one transaction. Rejects with a problem if Setup has changed since the plan was
   * made (409, with the plan for Setup as it is now), or if it still needs choices (422).
   */
  apply(holder: string, id: Id, choices: Choices): Promise<ImportResult> {
    return this.#options.editing.edit(holder, async (edit) => {
      const { tx } = edit;
      const { read, usernames: own, revision, at } = await this.#kept(tx, holder, id);
      const here = await readSetup(tx, own);
      const made = planned(id, read, here, choices);
      if (here.revision !== revision) throw await staleProblem(tx, made.plan, at);
      const open = made.plan.records.filter(({ state }) => state === 'needsChoice').map(({ name }) => name);
      if (open.length > 0)
        throw new ProblemError({
          status: 422,
          detail: `Choices are needed for ${enumerated(open, open.length)}.`,
          members: { plan: made.plan },
        });
      const changeId = randomUUID();
      const { records, moves } = await applyPlan(edit, this.#options.stored, made, changeId);
      for (const [username, userId] of Object.entries(own))
        await tx
          .insert(usernames)
          .values({ username, userId })
          .onConflictDoUpdate({ target: usernames.username, set: { userId } });
      await tx.delete(importPlans).where(eq(importPlans.id, id));
      return { changeId, applied: records, moved: [...moves] };
    });
  }

  /** Puts back everything that an import wrote, or nothing. */
  undo(holder: string, changeId: Id): Promise<ImportUndone> {
    return this.#options.editing.edit(holder, async (edit) => {
      const { records } = await undoImport(edit, this.#options.stored, changeId);
      return { changeId, undone: records };
    });
  }

  async exported(format: ExportFormat): Promise<Uint8Array<ArrayBuffer>> {
    const here = await readSetup(this.#options.database.queries);
    return zipOf(exportedFiles(exportSetup(here), format));
  }

  async #kept(queries: Queries, holder: string, id: Id): Promise<typeof importPlans.$inferSelect> {
    const fresh = gt(importPlans.at, this.#options.now() - PLAN_AGE);
    const [kept] = await queries
      .select()
      .from(importPlans)
      .where(and(eq(importPlans.id, id), eq(importPlans.byId, holder), fresh));
    if (!kept) throw unknown('plan');
    return kept;
  }

  async #forget(queries: Queries, holder: string): Promise<void> {
    await queries.delete(importPlans).where(lt(importPlans.at, this.#options.now() - PLAN_AGE));
    const own = await queries
      .select({ id: importPlans.id })
      .from(importPlans)
      .where(eq(importPlans.byId, holder))
      .orderBy(desc(importPlans.at), desc(importPlans.id));
    const old = own.slice(MAX_PLANS).map(({ id }) => id);
    if (old.length > 0) await queries.delete(importPlans).where(inArray(importPlans.id, old));
  }
}

/** The ids of new records follow from the plan, so that they are the same each time it is made. */
function planned(id: Id, read: ReadFiles, here: SetupHere, choices: Choices): MadePlan {
  const newId = (key: string) => createHash('sha256').update(`${id} ${key}`).digest('hex').slice(0, 32);
  return makePlan(read, here, choices, { id, newId });
}

async function userIds(queries: Queries, ids: readonly Id[]): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  const rows = await queries.select({ id: users.id }).from(users);
  return new Set(rows.map((row) => row.id));
}

async function staleProblem(tx: Queries, plan: ImportPlan, since: Instant): Promise<ProblemError> {
  const changes = await tx
    .select({ name: auditEntries.recordName, by: auditEntries.byName })
    .from(auditEntries)
    .where(gt(auditEntries.at, since))
    .orderBy(desc(auditEntries.number))
    .limit(100);
  const names = [...new Set(changes.map(({ name, by }) => `${name} (${by})`))];
  return new ProblemError({
    status: 409,
    detail: `Setup has changed since the plan was made${names.length === 0 ? '' : `: ${enumerated(names, names.length)}`}. Look at the plan again.`,
    members: { plan },
  });
}
