import * as v from 'valibot';
import { fieldThatMayBeBlank } from '../../domain/configuration/agent-alias.ts';
import { userRowSchema, type UserRow } from '../../domain/setup/setup-api.ts';
import type { SetupClient } from '../client.ts';
import type { Choices } from '../stores/choices.ts';
import type { Editing, EditingStore } from '../stores/editing.ts';
import { noField, type NamelessStore } from '../stores/nameless.ts';

interface Surroundings {
  readonly client: Pick<SetupClient, 'all'>;
  readonly editing: EditingStore;
  readonly nameless: NamelessStore;
}

const filters = {
  nickname: { eligible: 'true', withoutNickname: 'true' },
  alias: { eligible: 'true', withoutAlias: 'true' },
} as const;

/**
 * Finds the reps whose nickname or alias is blank, as soon as the open configuration's alias merges it: customers see
 * something else instead of it.
 */
export class FindingNameless {
  readonly #deps: Surroundings;
  /** The opened record, for which the reps were found. */
  #opened: object | null = null;

  constructor(deps: Surroundings) {
    this.#deps = deps;
    deps.editing.subscribe(() => void this.#follow());
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    const { field, problem } = this.#deps.nameless.state;
    if (field !== null && problem !== null) await this.#load(field);
  }

  async #follow(): Promise<void> {
    const { editing, nameless } = this.#deps;
    const open = editing.state.editing;
    const field = open === null ? null : fieldThatMayBeBlank(open.draft.agentAlias);
    const opened = open?.original ?? null;
    if (field === nameless.state.field && (field === null || opened === this.#opened)) return;
    this.#opened = opened;
    if (field === null) nameless.update(noField);
    else await this.#load(field);
  }

  async #load(field: 'nickname' | 'alias'): Promise<void> {
    const { client, nameless } = this.#deps;
    const asking = { field, reps: null, problem: null };
    nameless.update(asking);
    try {
      const reps = v.parse(v.array(userRowSchema), await client.all('users', filters[field]));
      // Another field may have been chosen meanwhile.
      if (nameless.state === asking) nameless.update({ field, reps, problem: null });
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (nameless.state === asking) nameless.update({ field, reps: null, problem });
    }
  }
}

/** Those of these reps to whom the open configuration would apply if it were saved. */
export function repsOf(editing: Editing, reps: readonly UserRow[], choices: Choices): UserRow[] {
  const { id, isDefault, people } = editing;
  const users = new Set(people.users.map((user) => user.id));
  const profiles = new Set(people.profiles.map((profile) => profile.id));
  // The default applies to whoever has neither an assignment of their own nor one of their profile.
  const unassigned = new Set(
    (choices.profiles ?? []).filter(({ assignedTo }) => assignedTo === null).map((profile) => profile.id),
  );
  return reps.filter((rep) => {
    if (users.has(rep.id)) return true;
    if (rep.assignedTo !== null && rep.assignedTo.id !== id) return false;
    return profiles.has(rep.profile.id) || (isDefault && unassigned.has(rep.profile.id));
  });
}
