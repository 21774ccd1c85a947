import type { KindName } from '../../../assets/locales/setup/pages.en.ts';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { UsedBy } from '../../../src/domain/setup/setup-api.ts';
import { valueAt } from '../../../src/domain/pointers.ts';
import type { Editing, Setup } from '../../../src/setup/setup.ts';
import type { UsedByRow } from '../confirm-dialog/confirm-dialog.ts';
import { recordName } from '../shared/describe.ts';
import type { RecordActionEvent } from '../shared/events.ts';
import type { Questions } from './questions.ts';
import { mineOf } from './views.ts';

interface Surroundings {
  readonly setup: Setup;
  readonly questions: Questions;
  readonly words: () => SetupStrings;
  /** Moves the focus to the first field with a problem. */
  readonly showProblem: () => void;
  /** The pointers at which the user keeps their own values; `null` if nobody else saved meanwhile. */
  readonly chosen: () => readonly string[] | null;
}

/** What the user does with the open record and with sounds, asked for confirmation where something would be lost. */
export class RecordActions {
  readonly #deps: Surroundings;

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  act({ action }: RecordActionEvent): void {
    const { handlers } = this.#deps.setup;
    const { editing } = this;
    if (!editing) return;
    const { resource, id } = editing;
    switch (action) {
      case 'save':
        return void this.#save();
      case 'showProblem':
        return this.#deps.showProblem();
      case 'discard':
        return void (id === null
          ? handlers.go({ page: resource, record: null })
          : handlers.open(resource, id));
      case 'undo':
        return void handlers.undo();
      case 'history':
        return void (id === null || handlers.openAudit({ resource, id }));
      case 'delete':
        return void this.#delete(editing);
    }
  }

  /** Goes on from the version that somebody else saved, with the user's choices. */
  merge(mine: readonly string[]): void {
    if (this.editing) this.#deps.setup.handlers.merge(mineOf(this.editing, mine));
  }

  async undoChange(change: string): Promise<void> {
    const words = this.#deps.words();
    const isConfirmed = await this.#deps.questions.ask({
      heading: words.undoAsk,
      detail: words.undoWhat,
      confirm: words.undo,
      cancel: words.cancel,
    });
    if (isConfirmed) await this.#deps.setup.handlers.undoChange(change);
  }

  async removeSound(sha256: string): Promise<void> {
    const { setup } = this.#deps;
    const words = this.#deps.words();
    const sound = setup.stores.sounds.state.sounds.find((one) => one.sha256 === sha256);
    if (!sound) return;
    const { presenceConfigurations, serviceChannels } = sound.usedBy;
    const usedBy = [
      ...presenceConfigurations.map((row) => ({ ...row, kind: 'presence-configurations' })),
      ...serviceChannels.map((row) => ({ ...row, kind: 'service-channels' })),
    ];
    const { draft } = this.editing ?? {};
    const isChosen = [valueAt(draft, '/notificationSound'), valueAt(draft, '/sound')].includes(sha256);
    if (usedBy.length > 0) await this.#explain(sound.name, words.stillUsed, usedBy);
    else if (isChosen) await this.#explain(sound.name, words.soundNot, []);
    else if (await this.#confirm(sound.name)) await setup.handlers.removeSound(sha256);
  }

  get editing(): Editing | null {
    return this.#deps.setup.stores.editing.state.editing;
  }

  /** If somebody else saved first, the choices between their values and the user's are part of what is saved. */
  async #save(): Promise<void> {
    const { setup, chosen, showProblem } = this.#deps;
    const mine = chosen();
    if (mine !== null) this.merge(mine);
    if (!(await setup.handlers.save())) showProblem();
  }

  /** Says what is in the way before the user confirms; the server decides again. */
  async #delete({ original }: Editing): Promise<void> {
    const { handlers } = this.#deps.setup;
    const words = this.#deps.words();
    const name = recordName(original);
    const uses = await handlers.uses();
    if (!uses) return;
    const { obstacle, usedBy } = uses;
    if (obstacle !== null) await this.#explain(name, usedBy.length > 0 ? words.stillUsed : obstacle, usedBy);
    else if (await this.#confirm(name)) await handlers.remove();
  }

  #confirm(name: string): Promise<boolean> {
    const words = this.#deps.words();
    return this.#deps.questions.ask({
      heading: words.deleteAsk(name),
      detail: words.deleteWhat,
      confirm: words.deleteRecord,
      cancel: words.cancel,
    });
  }

  /** Why something cannot be deleted. */
  #explain(name: string, detail: string, usedBy: UsedBy): Promise<boolean> {
    const words = this.#deps.words();
    return this.#deps.questions.ask({
      heading: words.deleteNot(name),
      detail,
      confirm: '',
      cancel: words.close,
      usedBy: usedBy.map((row) => usedByRow(row, words)),
    });
  }
}

function usedByRow({ kind, id, name }: UsedBy[number], words: SetupStrings): UsedByRow {
  const isKnown = (one: string): one is KindName => Object.hasOwn(words.kinds, one);
  const page = Object.hasOwn(words.pages, kind) ? (kind as UsedByRow['page']) : null;
  return { kind: isKnown(kind) ? words.kinds[kind] : kind, id, name, page };
}
