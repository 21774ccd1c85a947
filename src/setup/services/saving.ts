import { differences, withValue, valueAt, type Fields } from '../../domain/pointers.ts';
import type { RecordUses } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import { currentOf, type Resource, type SetupClient } from '../client.ts';
import { SetupProblem } from '../problem.ts';
import type { ChoicesStore } from '../stores/choices.ts';
import { noPeople, peopleChanged, type Editing, type EditingStore } from '../stores/editing.ts';
import { savedFields, violationsOf } from './changing.ts';

interface Surroundings {
  readonly client: Pick<
    SetupClient,
    'create' | 'change' | 'assign' | 'assigned' | 'undo' | 'uses' | 'remove'
  >;
  readonly editing: EditingStore;
  readonly choices: ChoicesStore;
  /** Another user saved first: fetches the names of the records that they chose. */
  readonly learn: (resource: Resource, id: Id) => Promise<void>;
  /** A record was saved, deleted or reassigned: lists may have changed. */
  readonly changed: () => void;
}

/** Saves the open record: first its fields, then its assignments. */
export class Saving {
  readonly #deps: Surroundings;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  /** Returns whether it was saved; if not, the store says why. */
  async save(): Promise<boolean> {
    const { editing, choices, changed } = this.#deps;
    const open = editing.state.editing;
    if (!open || open.isSaving) return false;
    const violations = violationsOf(open, choices.state);
    const left = new Set([...open.left, ...violations.map(({ pointer }) => pointer)]);
    if (violations.length > 0) {
      editing.update({ left });
      return false;
    }
    editing.update({
      isSaving: true,
      failure: null,
      failed: 'save',
      isSaved: false,
      isUndone: false,
      moved: null,
    });
    let known = open;
    try {
      const saved = await this.#saveFields(open);
      known = saved ?? open;
      if (saved) await this.#savePeople(saved);
      this.#update(known, { isSaving: false, isSaved: saved !== null });
      return saved !== null;
    } catch (error) {
      this.#refuse(known, error);
      return false;
    } finally {
      changed();
    }
  }

  /** Reverts the moves of the last save. */
  async undo(): Promise<void> {
    const { client, editing, changed } = this.#deps;
    const open = editing.state.editing;
    if (!open?.moved || open.id === null) return;
    editing.update({ isSaving: true, failure: null, failed: 'undo' });
    try {
      await client.undo(open.moved.id);
      await this.#readPeople(open, open.id);
      this.#update(open, { isSaving: false, isSaved: false, isUndone: true, moved: null });
    } catch (error) {
      this.#refuse(open, error);
    } finally {
      changed();
    }
  }

  /** An earlier change of assignments was undone: the open record's lists may have changed. */
  async undone(): Promise<void> {
    const { editing, changed } = this.#deps;
    const open = editing.state.editing;
    changed();
    if (open?.assigned && open.id !== null) {
      await this.#readPeople(open, open.id);
      this.#update(open, { moved: null });
    }
  }

  /** Where the record is used, and whether it can be deleted; `null` if that is not known: the store says why. */
  async uses(): Promise<RecordUses | null> {
    const { client, editing } = this.#deps;
    const open = editing.state.editing;
    if (!open?.id) return null;
    editing.update({ failure: null, failed: 'delete' });
    try {
      const uses = await client.uses(open.resource, open.id);
      return this.#isOpen(open) ? uses : null;
    } catch (error) {
      this.#refuse(open, error);
      return null;
    }
  }

  /** Deletes the record; returns whether it is gone. */
  async remove(): Promise<boolean> {
    const { client, editing, changed } = this.#deps;
    const open = editing.state.editing;
    if (!open?.id) return false;
    editing.update({ isSaving: true, failure: null, failed: 'delete' });
    try {
      await client.remove(open.resource, open.id, open.version);
      if (this.#isOpen(open)) editing.close();
      changed();
      return true;
    } catch (error) {
      this.#refuse(open, error);
      return false;
    }
  }

  /** Continues from the other user's version, keeping this user's values at these pointers. */
  merge(mine: readonly string[]): void {
    const { editing } = this.#deps;
    const open = editing.state.editing;
    if (!open?.stale) return;
    const current = currentOf(open.resource, open.stale);
    const draft = mine.reduce<Fields>(
      (merged, pointer) => withValue(merged, pointer, valueAt(open.draft, pointer)),
      current,
    );
    editing.update({ original: current, draft, version: open.stale.version, stale: null, failure: null });
  }

  /** `null` if another user saved first, or this user has gone on to another record. */
  async #saveFields(open: Editing): Promise<Editing | null> {
    const { client, choices } = this.#deps;
    const fields = savedFields(open.draft, choices.state);
    const isNew = open.id === null;
    if (!isNew && differences(open.original, fields).length === 0)
      return this.#update(open, this.#since(open, { draft: open.original }));
    try {
      const found =
        open.id === null
          ? await client.create(open.resource, fields)
          : await client.change(open.resource, open.id, fields, open.version);
      const assigned = open.assigned ?? (isNew ? { ...noPeople, version: null } : null);
      return this.#update(open, {
        id: found.id,
        version: found.version,
        original: found.fields,
        ...this.#since(open, { draft: found.fields }),
        ownDeveloperName: true,
        assigned,
        left: new Set<string>(),
        refused: [],
      });
    } catch (error) {
      if (!(error instanceof SetupProblem) || !error.stale) throw error;
      if (open.id !== null) await this.#deps.learn(open.resource, open.id);
      this.#update(open, { stale: error.stale, failure: null });
      return null;
    }
  }

  async #savePeople(open: Editing): Promise<void> {
    const { client } = this.#deps;
    const { id, assigned, people } = open;
    if (id === null || !assigned || !peopleChanged(assigned, people)) return;
    const [userIds, profileIds] = [people.users, people.profiles].map((rows) => rows.map((row) => row.id));
    const assignments = { userIds: userIds ?? [], profileIds: profileIds ?? [] };
    // The version of a newly created record is not known yet.
    const version = assigned.version ?? (await client.assigned(id)).version;
    const change = await client.assign(id, assignments, version).catch(async (error: unknown) => {
      // Another user changed the assignments: the next attempt is based on the present ones.
      if (error instanceof SetupProblem && error.status === 412)
        this.#update(open, { assigned: await client.assigned(id) });
      throw error;
    });
    await this.#readPeople(open, id);
    this.#update(open, { moved: change.moved.length > 0 ? change : null });
  }

  async #readPeople(open: Editing, id: string): Promise<void> {
    const assigned = await this.#deps.client.assigned(id);
    this.#update(open, { assigned, ...this.#since(open, { people: assigned }) });
  }

  /** Whether the same record is still open as when the request was sent. */
  #isOpen({ original }: Editing): boolean {
    return this.#deps.editing.state.editing?.original === original;
  }

  #update(open: Editing, change: Partial<Editing>): Editing | null {
    return this.#isOpen(open) ? this.#deps.editing.update(change) : null;
  }

  /** The server's values, unless the user changed them while the request was under way. */
  #since(open: Editing, answered: Partial<Pick<Editing, 'draft' | 'people'>>): typeof answered {
    const now = this.#deps.editing.state.editing;
    const { draft, people } = answered;
    return {
      ...(draft && now?.draft === open.draft && { draft }),
      ...(people && now?.people === open.people && { people }),
    };
  }

  #refuse(open: Editing, error: unknown): void {
    if (!this.#isOpen(open)) return;
    const { editing } = this.#deps;
    const refused = error instanceof SetupProblem ? error.violations : [];
    const left = new Set([...open.left, ...refused.map(({ pointer }) => pointer)]);
    const failure = error instanceof Error ? error.message : String(error);
    editing.update({ isSaving: false, refused, left, failure });
  }
}
