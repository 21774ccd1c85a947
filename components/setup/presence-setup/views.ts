import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { differences, valueAt } from '../../../src/domain/pointers.ts';
import {
  changesIn,
  currentOf,
  fieldApplies,
  isWithin,
  repsOf,
  violationsOf,
  type Choices,
  type DirectoryState,
  type Editing,
  type NamelessState,
  type Setup,
  type SoundsState,
} from '../../../src/setup/setup.ts';
import { configurationFields } from '../configuration-editor/sections.ts';
import { recordFields } from '../record-editor/record-fields.ts';
import { emptyForm, type FormState } from '../shared/contexts.ts';
import { describePointer, describeValue } from '../shared/describe.ts';
import { fieldFor, type Field } from '../shared/fields.ts';
import type { SavingView } from '../shared/saving-view.ts';
import type { MergeRow } from '../stale-merge/stale-merge.ts';

/* The elements' views of the stores. */

/** The context of the fields of whatever is open. */
export function formIn(stores: Setup['stores']): FormState {
  const [choices, sounds] = [stores.choices.state, stores.sounds.state];
  const { editing } = stores.editing.state;
  if (editing) {
    const [directory, nameless] = [stores.directory.state, stores.nameless.state];
    return formOf(editing, { choices, sounds, directory, nameless });
  }
  if (!stores.explanation.state.explained) return emptyForm;
  return { ...emptyForm, choices: choicesOf(choices, sounds) };
}

/** Problems are shown once their field was left, or saving was attempted. */
function formOf(
  editing: Editing,
  {
    choices,
    sounds,
    directory,
    nameless,
  }: { choices: Choices; sounds: SoundsState; directory: DirectoryState; nameless: NamelessState },
): FormState {
  return {
    draft: editing.draft,
    problems: violationsOf(editing, choices).filter(({ pointer }) =>
      [...editing.left].some((left) => isWithin(pointer, left)),
    ),
    applies: (pointer) => fieldApplies(editing, pointer, choices),
    choices: { ...choicesOf(choices, sounds), users: [...directory.known.values()] },
    sounds,
    directory,
    nameless: { ...nameless, reps: nameless.reps && repsOf(editing, nameless.reps, choices) },
  };
}

/** The records that fields refer to, including sounds. */
function choicesOf(choices: Choices, { sounds }: SoundsState): FormState['choices'] {
  return { ...choices, sounds: sounds.map(({ sha256, name }) => ({ id: sha256, name })) };
}

export function savingOf(editing: Editing, { problems }: FormState, words: SetupStrings): SavingView {
  const { isSaving, isSaved, isUndone, failure, failed, moved } = editing;
  return {
    changes: changesIn(editing),
    problems: problems.map(({ pointer }) => describePointer(pointer, words)),
    isSaving,
    isSaved,
    isUndone,
    failure,
    failed,
    moved,
  };
}

/** The settings that another user changed meanwhile; empty if there are none. */
export function mergeRowsOf(editing: Editing, form: FormState, words: SetupStrings): MergeRow[] {
  const { stale, original, draft, resource } = editing;
  if (!stale) return [];
  const current = currentOf(resource, stale);
  const own = new Set(differences(original, draft));
  return differences(original, current).map((pointer) => {
    const change = stale.changes.find((one) =>
      isWithin(pointer, one.pointer.replace(/^\/configuration/, '')),
    );
    const field = fieldFor(fieldsOf(resource), pointer);
    const say = (value: unknown) => describeValue(value, field, words, form.choices);
    return {
      pointer,
      label: describePointer(pointer, words),
      was: say(valueAt(original, pointer)),
      theirs: say(valueAt(current, pointer)),
      mine: say(valueAt(draft, pointer)),
      isMine: own.has(pointer),
      by: change ? words.changedBy(change.by.name, words.dayTime(change.at)) : '',
    };
  });
}

/**
 * The pointers for which a merged record keeps the user's own values: those they chose, and those that no one else
 * changed.
 */
export function mineOf({ stale, original, draft, resource }: Editing, chosen: readonly string[]): string[] {
  const theirs = new Set(stale ? differences(original, currentOf(resource, stale)) : []);
  return [...chosen, ...differences(original, draft).filter((pointer) => !theirs.has(pointer))];
}

/** The fields of a resource. */
export function fieldsOf(resource: string): readonly Field[] {
  return resource in recordFields ? recordFields[resource as keyof typeof recordFields] : configurationFields;
}
