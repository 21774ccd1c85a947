import { isHidden, metadataName } from '../../domain/import/metadata-type.ts';
import type { Choice, Choices } from '../../domain/import/import-plan.ts';
import type { ChosenFile } from '../../platform/dropped-files.ts';
import type { SetupClient } from '../client.ts';
import { SetupProblem } from '../problem.ts';
import { nothingImported, type ImportingState, type ImportingStore } from '../stores/importing.ts';

interface Surroundings {
  readonly client: Pick<
    SetupClient,
    'planImport' | 'replanImport' | 'applyImport' | 'undoImport' | 'exported'
  >;
  readonly importing: ImportingStore;
  /** Records were written or put back. */
  readonly changed: () => void;
}

/** Stands for the sentence that there is nothing to import. */
const NO_METADATA = 'noMetadata';

/** Plans an import, applies it and undoes it; and exports. One step at a time. */
export class Importing {
  readonly #deps: Surroundings;
  #abort = new AbortController();

  constructor(deps: Surroundings) {
    this.#deps = deps;
  }

  /** Plans the import of these files; of those that an import does not read, none is sent. */
  async read(chosen: Promise<readonly ChosenFile[]>): Promise<void> {
    const signal = this.#begin({ ...nothingImported, doing: 'reading' });
    await this.#step(signal, async () => {
      const files = (await chosen).filter(({ path }) => isRead(path));
      if (!files.some(({ path }) => isMetadata(path))) throw new Error(NO_METADATA);
      this.#deps.importing.update({ files: files.length });
      const plan = await this.#deps.client.planImport(files, signal);
      return { plan };
    });
  }

  /** Chooses a fix, or none, for a remark. */
  choose(remark: string, choice: Choice | null): Promise<void> {
    const { fixes, leftOut } = this.#deps.importing.state.choices;
    const { [remark]: _, ...others } = fixes;
    return this.#replan({ fixes: choice ? { ...others, [remark]: choice } : others, leftOut });
  }

  /** Leaves a record out, or takes it back. */
  leaveOut(key: string, isOut: boolean): Promise<void> {
    const { fixes, leftOut } = this.#deps.importing.state.choices;
    const others = leftOut.filter((one) => one !== key);
    return this.#replan({ fixes, leftOut: isOut ? [...others, key] : others });
  }

  /** Plans again for Setup as it is now. */
  planAgain(): Promise<void> {
    return this.#replan(this.#deps.importing.state.choices);
  }

  async apply(): Promise<void> {
    const { client, importing, changed } = this.#deps;
    const { plan, choices, doing } = importing.state;
    if (!plan || doing !== null) return;
    const signal = this.#begin({ doing: 'applying', problem: null });
    await this.#step(signal, async () => {
      const result = await client.applyImport(plan.id, choices);
      changed();
      return { result };
    });
  }

  async undo(): Promise<void> {
    const { client, importing, changed } = this.#deps;
    const { result, doing } = importing.state;
    if (!result || doing !== null) return;
    const signal = this.#begin({ doing: 'undoing', problem: null });
    await this.#step(signal, async () => {
      const { undone } = await client.undoImport(result.changeId);
      changed();
      return { undone };
    });
  }

  /** The zip of an export; `null` if it failed, which is shown. */
  async exported(format: 'sfdx' | 'metadata'): Promise<Blob | null> {
    const signal = this.#begin({ doing: 'exporting', problem: null });
    let zip: Blob | null = null;
    await this.#step(signal, async () => {
      zip = await this.#deps.client.exported(format);
      return {};
    });
    return zip;
  }

  /** Ends what is going on, and forgets the plan. */
  startOver(): void {
    this.#begin(nothingImported);
  }

  async #replan(choices: Choices): Promise<void> {
    const { client, importing } = this.#deps;
    const { plan } = importing.state;
    if (!plan) return;
    const signal = this.#begin({ choices, doing: 'planning', problem: null });
    await this.#step(signal, async () => ({
      plan: await client.replanImport(plan.id, choices),
      isStale: false,
    }));
  }

  /** A new step ends the one before. */
  #begin(state: Partial<ImportingState>): AbortSignal {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#deps.importing.update(state);
    return this.#abort.signal;
  }

  async #step(signal: AbortSignal, act: () => Promise<Partial<ImportingState>>): Promise<void> {
    const { importing } = this.#deps;
    try {
      const done = await act();
      if (!signal.aborted) importing.update({ ...done, doing: null });
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof Error ? error.message : String(error);
      const isStale =
        error instanceof SetupProblem && error.status === 409 && importing.state.doing === 'applying';
      importing.update({ doing: null, problem, isStale });
    }
  }
}

const isMetadata = (path: string): boolean => metadataName(path) !== null || /\.zip$/i.test(path);
const isRead = (path: string): boolean =>
  isMetadata(path) ? !isHidden(path) : /(^|\/)(package\.xml|sfdx-project\.json)$|\.(csv|json)$/i.test(path);
