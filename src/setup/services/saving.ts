import { differences, withValue, valueAt, type Fields } from '../../domain/pointers.ts';
import { currentOf, type SetupClient } from '../client.ts';
import { SetupProblem } from '../problem.ts';
import type { ChoicesStore } from '../stores/choices.ts';
import { nobody, peopleChanged, type Editing, type EditingStore } from '../stores/editing.ts';
import { savedFields, violationsOf } from './changing.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'create' | 'change' | 'assign' | 'assigned' | 'undo' | 'remove'>;
  readonly editing: EditingStore;
  readonly choices: ChoicesStore;
  /** A record was saved, deleted or moved: lists may differ now. */
  readonly changed: () => void;
}

/** Saves the record that is open: its fields, then who is assigned. */
export class Saving {
  readonly #deps: Surroundings;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  /** Gives whether it was saved; where not, the store says why. */
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
    editing.update({ isSaving: true, failure: null, isSaved: false, moved: null });
    try {
      const saved = await this.#saveFields(open);
      if (saved) await this.#savePeople(saved);
      editing.update({ isSaving: false, isSaved: saved !== null });
      return saved !== null;
    } catch (error) {
      this.#refuse(error);
      return false;
    } finally {
      changed();
    }
  }

  /** Puts back what the last saving moved. */
  async undo(): Promise<void> {
    const { client, editing, changed } = this.#deps;
    const open = editing.state.editing;
    if (!open?.moved || open.id === null) return;
    editing.update({ isSaving: true, failure: null });
    try {
      await client.undo(open.moved.id);
      await this.#readPeople(open.id);
      editing.update({ isSaving: false, isSaved: false, moved: null });
    } catch (error) {
      this.#refuse(error);
    } finally {
      changed();
    }
  }

  /** Deletes the record; gives whether it is gone. */
  async remove(): Promise<boolean> {
    const { client, editing, changed } = this.#deps;
    const open = editing.state.editing;
    if (!open?.id) return false;
    editing.update({ isSaving: true, failure: null });
    try {
      await client.remove(open.resource, open.id, open.version);
      editing.close();
      changed();
      return true;
    } catch (error) {
      this.#refuse(error);
      return false;
    }
  }

  /** Goes on from what somebody else saved, with the person's own values at these pointers. */
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

  /** `null`: somebody else was faster. */
  async #saveFields(open: Editing): Promise<Editing | null> {
    const { client, editing, choices } = this.#deps;
    const fields = savedFields(open.resource, open.draft, choices.state);
    const isNew = open.id === null;
    if (!isNew && differences(open.original, fields).length === 0)
      return editing.update({ draft: open.original });
    try {
      const found =
        open.id === null
          ? await client.create(open.resource, fields)
          : await client.change(open.resource, open.id, fields, open.version);
      const assigned = open.assigned ?? (isNew ? { ...nobody, version: null } : null);
      return editing.update({
        ...{ id: found.id, version: found.version, original: found.fields, draft: found.fields },
        ...{ ownDeveloperName: true, assigned, left: new Set<string>(), refused: [] },
      });
    } catch (error) {
      if (!(error instanceof SetupProblem) || !error.stale) throw error;
      editing.update({ stale: error.stale, failure: null });
      return null;
    }
  }

  async #savePeople({ id, assigned, people }: Editing): Promise<void> {
    const { client, editing } = this.#deps;
    if (id === null || !assigned || !peopleChanged(assigned, people)) return;
    const [userIds, profileIds] = [people.users, people.profiles].map((rows) => rows.map((row) => row.id));
    const assignments = { userIds: userIds ?? [], profileIds: profileIds ?? [] };
    // Of a record made just now the version is not known yet.
    const version = assigned.version ?? (await client.assigned(id)).version;
    const change = await client.assign(id, assignments, version).catch(async (error: unknown) => {
      // Somebody else moved people: the next try is about those who are assigned now.
      if (error instanceof SetupProblem && error.status === 412)
        editing.update({ assigned: await client.assigned(id) });
      throw error;
    });
    await this.#readPeople(id);
    editing.update({ moved: change.moved.length > 0 ? change : null });
  }

  async #readPeople(id: string): Promise<void> {
    const assigned = await this.#deps.client.assigned(id);
    this.#deps.editing.update({ assigned, people: assigned });
  }

  #refuse(error: unknown): void {
    const { editing } = this.#deps;
    const open = editing.state.editing;
    if (!open) return;
    const refused = error instanceof SetupProblem ? error.violations : [];
    const left = new Set([...open.left, ...refused.map(({ pointer }) => pointer)]);
    const failure = error instanceof Error ? error.message : String(error);
    editing.update({ isSaving: false, refused, left, failure });
  }
}
