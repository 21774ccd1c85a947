import { differences, sameValue, type Fields } from '../../domain/pointers.ts';
import type { AssignmentChange, ProfileRow, Stale, UserRow } from '../../domain/setup/setup-api.ts';
import type { Id } from '../../domain/values.ts';
import type { Violation } from '../../domain/violations.ts';
import { Store } from '../../stores/store.ts';
import type { Resource } from '../client.ts';

/** Who belongs to a presence configuration. */
export interface People {
  readonly users: readonly UserRow[];
  readonly profiles: readonly ProfileRow[];
}

/** A record under edit. */
export interface Editing {
  readonly resource: Resource;
  /** `null`: a new one. */
  readonly id: Id | null;
  readonly isDefault: boolean;
  /** As the server has it, and its entity tag. */
  readonly original: Fields;
  readonly version: string | null;
  /** As it would be saved, save for what does not apply. A field may hold what breaks its rule. */
  readonly draft: Fields;
  /** Whether the Developer Name is the person's own, so that Name no longer derives it. */
  readonly ownDeveloperName: boolean;
  /** The pointers of the fields that were left: their problems are shown. */
  readonly left: ReadonlySet<string>;
  /** What the server refused; a sentence goes when its field changes. */
  readonly refused: readonly Violation[];
  /** Who is assigned, as the server has it, and the version of that; `null`: nobody can be, or it is not known yet. */
  readonly assigned: (People & { readonly version: string | null }) | null;
  /** Who would be assigned. */
  readonly people: People;
  readonly isSaving: boolean;
  /** Why it was not saved; `null`: no reason. */
  readonly failure: string | null;
  /** What somebody else changed meanwhile. */
  readonly stale: Stale | null;
  /** What the last saving moved; `null`: nothing that could be undone. */
  readonly moved: AssignmentChange | null;
  readonly isSaved: boolean;
}

export interface EditingState {
  readonly editing: Editing | null;
  readonly isLoading: boolean;
  readonly problem: string | null;
}

export const nobody: People = { users: [], profiles: [] };

/** The record that is open. */
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

  /** Changes what is open; `null` where nothing is. */
  update(change: Partial<Editing>): Editing | null {
    const { editing } = this.state;
    if (!editing) return null;
    const next = { ...editing, ...change };
    this.replace({ ...this.state, editing: next });
    return next;
  }
}

/** How many fields and lists of people differ from what the server has. */
export function changesIn({ original, draft, assigned, people }: Editing): number {
  return differences(original, draft).length + Number(peopleChanged(assigned ?? nobody, people));
}

export function peopleChanged(assigned: People, people: People): boolean {
  const ids = (rows: readonly { readonly id: Id }[]) => rows.map(({ id }) => id).sort();
  const same = (one: readonly { readonly id: Id }[], other: readonly { readonly id: Id }[]) =>
    one === other || sameValue(ids(one), ids(other));
  return !same(assigned.users, people.users) || !same(assigned.profiles, people.profiles);
}
