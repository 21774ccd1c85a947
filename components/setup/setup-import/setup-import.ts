import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { importEn, type ImportWords, type PlanTab } from '../../../assets/locales/setup/import.en.ts';
import type { ImportResult } from '../../../src/domain/import/import-api.ts';
import type { ImportPlan } from '../../../src/domain/import/import-plan.ts';
import { customElement } from '../../shared/custom-element.ts';
import { setupIcon } from '../shared/icon.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { download } from '../shared/download.ts';
import { planAsCsv } from './plan-as-csv.ts';
import { ImportActionEvent, type ImportAction } from './import-event.ts';
import { PlanTexts } from './plan-words.ts';
import { plannedRecord, remarkLine } from './planned-record.ts';
import { styles } from './setup-import.styles.ts';

/** What the page shows. */
export interface ImportView {
  readonly doing: 'reading' | 'planning' | 'applying' | 'undoing' | 'exporting' | null;
  readonly files: number;
  readonly plan: ImportPlan | null;
  readonly result: ImportResult | null;
  readonly undone: number | null;
  readonly problem: string | null;
  readonly isStale: boolean;
}

const tabs: readonly PlanTab[] = [
  'needsChoice',
  'new',
  'changed',
  'same',
  'notMapped',
  'leftOut',
  'onlyHere',
];

/**
 * Imports Salesforce metadata: the files are dropped or chosen, the plan is looked at and completed, and only then
 * applied; an import can be undone. And exports Setup as such files.
 *
 * @fires omni-import-action - The user asks for a step.
 *
 * @csspart drop - Where files are dropped.
 */
@customElement('omni-setup-import')
export class OmniSetupImport extends SetupElement {
  static override styles = styles;

  @property({ attribute: false }) view: ImportView | null = null;
  /** The texts of the page. */
  @property({ attribute: false }) own: ImportWords = importEn;

  @state() private tab: PlanTab | null = null;
  @state() private isOver = false;
  @state() private entering: ReadonlySet<string> = new Set();
  @query('#folder') private folder!: HTMLInputElement;
  @query('#files') private files!: HTMLInputElement;

  protected override render() {
    const { view, words, own } = this;
    if (!view) return nothing;
    return html`<div>
        <h1>${words.pages.import.title}</h1>
        <p class="quiet">${own.lead}</p>
      </div>
      <div role="status" class="spoken">${view.doing === 'reading' ? own.reading(view.files) : nothing}</div>
      ${this.#problem(view)}
      ${
        view.result
          ? this.#done(view, view.result)
          : view.plan
            ? this.#plan(view, view.plan)
            : html`${this.#choose(view)}${this.#export(view)}`
      }`;
  }

  #act(action: ImportAction): void {
    this.dispatchEvent(new ImportActionEvent(action));
  }

  #problem({ problem, isStale }: ImportView) {
    if (problem === null) return nothing;
    const { own } = this;
    return html`<p class="line problem" role="alert">
      ${setupIcon('alert')}<span>${problem === 'noMetadata' ? own.noMetadata : problem}</span>
      ${
        isStale
          ? html`<button type="button" class="button small" @click=${() => this.#act({ do: 'planAgain' })}>
              ${own.planAgain}
            </button>`
          : nothing
      }
    </p>`;
  }

  #choose({ doing, files }: ImportView) {
    const { own } = this;
    const pick = ({ target }: Event) => {
      const input = target as HTMLInputElement;
      const chosen = [...(input.files ?? [])];
      input.value = '';
      if (chosen.length > 0) this.#act({ do: 'files', files: chosen });
    };
    const over = (event: DragEvent) => {
      event.preventDefault();
      this.isOver = true;
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      this.isOver = false;
      if (event.dataTransfer) this.#act({ do: 'drop', dropped: event.dataTransfer });
    };
    return html`<section aria-labelledby="import">
      <h2 id="import">${own.importTitle}</h2>
      <div
        part="drop"
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${over}
        @dragleave=${() => (this.isOver = false)}
        @drop=${drop}
      >
        ${setupIcon('upload')}
        ${
          doing === 'reading'
            ? html`<p>${own.reading(files)}</p>
                <button type="button" class="button" @click=${() => this.#act({ do: 'startOver' })}>
                  ${own.cancel}
                </button>`
            : html`<p>${own.drop}</p>
                <p class="hint">${own.dropMore}</p>
                <div class="buttons">
                  <button type="button" class="button" @click=${() => this.folder.click()}>
                    ${own.folder}
                  </button>
                  <button type="button" class="button" @click=${() => this.files.click()}>
                    ${own.files}
                  </button>
                </div>`
        }
        <input type="file" id="folder" hidden .webkitdirectory=${true} tabindex="-1" @change=${pick} />
        <input type="file" id="files" hidden multiple tabindex="-1" @change=${pick} />
      </div>
      <p class="quiet">${own.nothingYet}</p>
    </section>`;
  }

  #export({ doing }: ImportView) {
    const { own } = this;
    return html`<section aria-labelledby="export">
      <h2 id="export">${own.exportTitle}</h2>
      <p class="quiet">${own.exportLead}</p>
      <div class="buttons">
        ${(['sfdx', 'metadata'] as const).map(
          (format) =>
            html`<button
              type="button"
              class="button"
              aria-disabled=${doing === 'exporting'}
              @click=${() => doing === null && this.#act({ do: 'export', format })}
            >
              ${own.exportAs[format]}
            </button>`,
        )}
      </div>
    </section>`;
  }

  #plan(view: ImportView, plan: ImportPlan) {
    const { own, words } = this;
    const texts = new PlanTexts(plan, words, own);
    const tab = this.tab ?? tabs.find((one) => countIn(plan, one) > 0) ?? 'new';
    const ignored = Object.values(plan.files.ignored).reduce((sum, many) => sum + many, 0);
    const { needsChoice } = plan.counts;
    const isBusy = view.doing !== null;
    return html`<section aria-labelledby="plan">
        <h2 id="plan">${own.planTitle}</h2>
        <p class="quiet">
          ${own.readFrom(plan.files.read, ignored, plan.files.refused)}
          ${plan.counts.parts > 0 ? own.parts(plan.counts.parts) : nothing} ${own.nothingYet}
        </p>
        <div class="buttons">${this.#reports(plan)}</div>
        ${this.#moves(plan)} ${this.#general(plan, texts)}
        <div role="tablist" aria-label=${own.tabs} @keydown=${this.#turn}>
          ${tabs
            .filter((one) => one === tab || countIn(plan, one) > 0)
            .map(
              (one) =>
                html`<button
                  type="button"
                  role="tab"
                  id="tab-${one}"
                  aria-controls="records"
                  aria-selected=${one === tab}
                  tabindex=${one === tab ? 0 : -1}
                  @click=${() => (this.tab = one)}
                >
                  ${own.states[one]} ${words.number(countIn(plan, one))}
                </button>`,
            )}
        </div>
        <div role="tabpanel" id="records" aria-labelledby="tab-${tab}" tabindex="-1" aria-busy=${isBusy}>
          ${this.#records(plan, tab, texts)}
        </div>
      </section>
      <div class="bar">
        <button
          type="button"
          class="button primary"
          aria-disabled=${isBusy || needsChoice > 0}
          @click=${() => !isBusy && needsChoice === 0 && this.#act({ do: 'apply' })}
        >
          ${view.doing === 'applying' ? own.applying : own.apply}
        </button>
        <button type="button" class="button" @click=${() => this.#act({ do: 'startOver' })}>
          ${own.startOver}
        </button>
        <span class="quiet" role="status">${needsChoice > 0 ? own.choicesOpen(needsChoice) : nothing}</span>
      </div>`;
  }

  #records(plan: ImportPlan, tab: PlanTab, texts: PlanTexts) {
    const { own, words, entering } = this;
    if (countIn(plan, tab) === 0)
      return html`<p class="quiet">${tab === 'needsChoice' ? own.none.needsChoice : own.none.other}</p>`;
    if (tab === 'onlyHere')
      return html`<p class="quiet">${own.onlyHereLead}</p>
        <ul class="moves">
          ${plan.onlyHere.map(
            ({ resource, name }) =>
              html`<li>
                <bdi>${name}</bdi>
                <span class="quiet">${words.kinds[resource as keyof typeof words.kinds]}</span>
              </li>`,
          )}
        </ul>`;
    const enter = (remark: string) => (this.entering = new Set([...entering, remark]));
    return repeat(
      plan.records.filter((record) => record.state === tab),
      ({ key }) => key,
      (record) => plannedRecord(record, { texts, words, own, entering, enter }),
    );
  }

  #moves({ moves }: ImportPlan) {
    const { own } = this;
    if (moves.length === 0) return nothing;
    return html`<details class="record">
      <summary><b>${own.moves}</b> <span class="quiet">${this.words.number(moves.length)}</span></summary>
      <div class="inside">
        <p class="quiet">${own.movesLead}</p>
        <ul class="moves">
          ${moves.map(
            ({ name, from, to }) =>
              html`<li>
                <b><bdi>${name}</bdi></b
                >: <bdi>${from?.name ?? own.noOwn}</bdi> →
                <bdi>${to.name}</bdi>
              </li>`,
          )}
        </ul>
      </div>
    </details>`;
  }

  #general({ remarks }: ImportPlan, texts: PlanTexts) {
    const { own, words } = this;
    if (remarks.length === 0) return nothing;
    return html`<details class="record" ?open=${remarks.some(({ kind }) => kind === 'missing')}>
      <summary><b>${own.general}</b> <span class="quiet">${words.number(remarks.length)}</span></summary>
      <div class="inside">${remarks.map((remark) => remarkLine(remark, null, { texts, own }))}</div>
    </details>`;
  }

  #done({ doing, undone, plan }: ImportView, { applied, moved }: ImportResult) {
    const { own } = this;
    return html`<section>
      <p class="line" role="status">
        ${setupIcon('check')}<span
          >${undone === null ? own.done(applied, moved.length) : own.undone(undone)}</span
        >
      </p>
      <div class="buttons">
        ${
          undone === null
            ? html`<button
                type="button"
                class="button"
                aria-disabled=${doing !== null}
                @click=${() => doing === null && this.#act({ do: 'undo' })}
              >
                ${setupIcon('undo')}${own.undo}
              </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => this.#act({ do: 'startOver' })}>
          ${own.another}
        </button>
        ${plan ? this.#reports(plan) : nothing}
      </div>
    </section>`;
  }

  #reports(plan: ImportPlan) {
    const { own } = this;
    const give = (format: 'json' | 'csv') =>
      format === 'json'
        ? download(new Blob([JSON.stringify(plan, null, 2)], { type: 'application/json' }), 'import.json')
        : download(new Blob([`\uFEFF${planAsCsv(plan)}`], { type: 'text/csv' }), 'import.csv');
    return (['json', 'csv'] as const).map(
      (format) =>
        html`<button type="button" class="button bare small" @click=${() => give(format)}>
          ${own.report} (${own.reportAs[format]})
        </button>`,
    );
  }

  /** Arrow keys turn to the next tab, in the direction of the text. */
  readonly #turn = (event: KeyboardEvent): void => {
    const shown = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = shown.indexOf(event.target as HTMLElement);
    const forward = this.words.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.words.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined || at === -1) return;
    event.preventDefault();
    const next = shown.at(to % shown.length);
    next?.click();
    next?.focus();
  };
}

function countIn({ counts }: ImportPlan, tab: PlanTab): number {
  return counts[tab];
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-setup-import': OmniSetupImport;
  }
}
