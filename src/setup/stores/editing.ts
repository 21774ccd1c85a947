import { differences, sameValue, type Fields } from '../../domain/pointers.ts';
import type { AssignmentChange, ProfileRow, Stale, UserRow } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import type { Violation } from '../../domain/violations.ts';
import { Store } from '../../stores/store.ts';
import type { Resource } from '../client.ts';

/** The users and profiles assigned to a presence configuration. */
export interface People {
  readonly users: readonly UserRow[];
  readonly profiles: readonly ProfileRow[];
}

/** A record being edited. */
export interface Editing {
  readonly resource: Resource;
  /** `null` for a new one. */
  readonly id: Id | null;
  readonly isDefault: boolean;
  /** The fields on the server; `version` is their entity tag. */
  readonly original: Fields;
  readonly version: string | null;
  /** The edited fields, before those that do not apply are cleared. They may violate their rules. */
  readonly draft: Fields;
  /** Whether the user edited the Developer Name, so that it is no longer derived from the Name. */
  readonly ownDeveloperName: boolean;
  /** The pointers of the fields that the user left: their problems are shown. */
  readonly left: ReadonlySet<string>;
  /** The violations that the server reported; each is dropped when its field changes. */
  readonly refused: readonly Violation[];
  /** The assignments on the server and their version; `null` if there can be none, or they are not known yet. */
  readonly assigned: (People & { readonly version: string | null }) | null;
  /** The edited assignments. */
  readonly people: People;
  readonly isSaving: boolean;
  /** Why the last action failed; `null` if it did not. */
  readonly failure: string | null;
  /** The action that failed. */
  readonly failed: 'save' | 'undo' | 'delete';
  /** What another user changed meanwhile. */
  readonly stale: Stale | null;
  /** The moves of the last save; `null` if there is nothing to undo. */
  readonly moved: AssignmentChange | null;
  readonly isSaved: boolean;
  /** The moves of the last save were undone. */
  readonly isUndone: boolean;
}

export interface EditingState {
  readonly editing: Editing | null;
  readonly isLoading: boolean;
  readonly problem: string | null;
}

export const noPeople: People = { users: [], profiles: [] };

/** The open record. */
export class EditingStore extends Store<EditingState> {
  constructor() {
    super({ editing: null, isLoading: false, problem: null });
  }

  open(editing: Editing): void {
    this.replace({ editing, isLoading: false, problem: null });
  }

  close(state: Partial<EditingState> = {}): void {
    this.replace({ editing: null, isLoading: false, problem: null, ...state });
  }

  /** Changes the open record; returns `null` if there is none. */
  update(change: Partial<Editing>): Editing | null {
    const { editing } = this.state;
    if (!editing) return null;
    const next = { ...editing, ...change };
    this.replace({ ...this.state, editing: next });
    return next;
  }
}

/** How many fields and assignment lists differ from those on the server. */
export function changesIn({ original, draft, assigned, people }: Editing): number {
  return differences(original, draft).length + Number(peopleChanged(assigned ?? noPeople, people));
}

export function peopleChanged(assigned: People, people: People): boolean {
  const ids = (rows: readonly { readonly id: Id }[]) => rows.map(({ id }) => id).sort();
  const same = (one: readonly { readonly id: Id }[], other: readonly { readonly id: Id }[]) =>
    one === other || sameValue(ids(one), ids(other));
  return !same(assigned.users, people.users) || !same(assigned.profiles, people.profiles);
}
