import { css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { setupIcon } from '../shared/icon.ts';
import { problemLine } from '../shared/problem-line.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { setupStyles } from '../shared/setup.styles.ts';
import { tableStyles } from '../shared/table.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The user asks for older changes. */
class MoreHistoryEvent extends Event {
  constructor() {
    super('omni-more-history', { bubbles: true });
  }
}

/** The user asks again for changes that could not be loaded, or undoes again. */
class RetryHistoryEvent extends Event {
  constructor() {
    super('omni-retry-history', { bubbles: true });
  }
}

/** The user undoes a change of assignments. */
class UndoChangeEvent extends Event {
  constructor(readonly change: string) {
    super('omni-undo-change', { bubbles: true });
  }
}

/** Which changes are shown; empty: all. */
export interface HistoryFilter {
  readonly search: string;
  /** The kind of record. */
  readonly resource: string;
  readonly action: string;
}

/** The user limits what is shown. */
class FilterHistoryEvent extends Event {
  constructor(readonly filter: HistoryFilter) {
    super('omni-filter-history', { bubbles: true });
  }
}

/** A change, as text. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly changes: readonly { readonly label: string; readonly from: string; readonly to: string }[];
  /** The change of assignments that can be undone; `null`: none. */
  readonly undo: string | null;
  /** Whether it was undone. */
  readonly isUndone: boolean;
}

/**
 * Who changed what and when, latest first, of one record or of all: a modal dialog, which Escape closes.
 *
 * @fires omni-filter-history - The user limits what is shown.
 * @fires omni-more-history - The user asks for older changes.
 * @fires omni-retry-history - The user tries again what failed.
 * @fires omni-undo-change - The user undoes a change of assignments.
 * @fires close - It was closed.
 *
 * @csspart dialog - The native dialog element.
 */
@customElement('omni-audit-history')
export class OmniAuditHistory extends SetupElement {
  static override styles = [
    setupStyles,
    tableStyles,
    css`
      dialog {
        inline-size: min(calc(46 * var(--omni-rem)), 100vw);
        max-inline-size: none;
        block-size: 100dvh;
        max-block-size: none;
        margin: 0;
        margin-inline-start: auto;
        padding: 0;
        border: 0;
        border-inline-start: 1px solid var(--omni-border);
        background: var(--omni-surface);
        color: var(--omni-text);
      }
      dialog::backdrop {
        background: oklch(0.15 0.02 225 / 0.4);
      }
      header {
        position: sticky;
        inset-block-start: 0;
        display: flex;
        gap: var(--omni-space-3);
        align-items: center;
        justify-content: space-between;
        padding: var(--omni-space-3) var(--omni-space-5);
        border-block-end: 1px solid var(--omni-border);
        background: var(--omni-surface);
      }
      h2 {
        font: var(--omni-text-lg);
        font-weight: var(--omni-weight-bold);
        overflow-wrap: anywhere;
      }
      .content {
        container-type: inline-size;
        padding: var(--omni-space-4) var(--omni-space-5);
      }
      li {
        margin-block-end: var(--omni-space-6);
      }
      .filters {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--omni-space-2);
        margin-block-end: var(--omni-space-5);
      }
      .filters select {
        block-size: calc(2 * var(--omni-rem));
      }
      @container (max-width: 36.57em) {
        .filters {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      /* The columns of all entries stand below one another. */
      @container (min-width: 36.58em) {
        table {
          table-layout: fixed;
        }
        th:first-child {
          inline-size: 30%;
        }
      }
      .entry {
        display: flex;
        gap: var(--omni-space-3);
        align-items: start;
        justify-content: space-between;
      }
      .entry .tag {
        max-inline-size: none;
      }
      h3 {
        font-weight: var(--omni-weight-medium);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() heading = '';
  /** `null`: it cannot be limited, being that of one record. */
  @property({ attribute: false }) filter: HistoryFilter | null = null;
  @property({ attribute: false }) entries: readonly HistoryEntry[] = [];
  @property({ type: Boolean }) loading = false;
  /** Whether there are older changes. */
  @property({ type: Boolean }) more = false;
  /** Why it cannot be shown; `null` if it can. */
  @property({ attribute: false }) problem: string | null = null;

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    if (this.isConnected) this.dialog.showModal();
  }

  protected override render() {
    const { words, entries } = this;
    return html`<dialog part="dialog" aria-labelledby="title" @close=${this.#closed}>
      <header>
        <h2 id="title"><bdi>${this.heading}</bdi></h2>
        <button type="button" class="button small" @click=${() => this.dialog.close()}>${words.close}</button>
      </header>
      <div class="content">
        ${this.filter === null ? nothing : this.#filters(this.filter)}
        <ol>
          ${entries.map((entry) => this.#entry(entry))}
        </ol>
        ${this.#state()}
        ${
          this.more && !this.loading && this.problem === null
            ? html`<button
                type="button"
                class="button small"
                @click=${() => this.dispatchEvent(new MoreHistoryEvent())}
              >
                ${words.more}
              </button>`
            : nothing
        }
      </div>
    </dialog>`;
  }

  #filters(filter: HistoryFilter) {
    const { words } = this;
    const narrow = (change: Partial<HistoryFilter>) =>
      this.dispatchEvent(new FilterHistoryEvent({ ...filter, ...change }));
    const select = (
      name: 'resource' | 'action',
      label: string,
      all: string,
      choices: Readonly<Record<string, string>>,
    ) =>
      html`<span class="boxed">
        <select
          aria-label=${label}
          @change=${({ target }: Event) => narrow({ [name]: (target as HTMLSelectElement).value })}
        >
          <option value="" .selected=${filter[name] === ''}>${all}</option>
          ${Object.entries(choices).map(
            ([id, text]) => html`<option value=${id} .selected=${filter[name] === id}>${text}</option>`,
          )}
        </select>
        ${setupIcon('down')}
      </span>`;
    const { label, findLabel, everyKind, everyAction, action, kind } = words.auditFilter;
    return html`<div class="filters" role="search" aria-label=${label}>
      <span class="boxed search">
        <input
          type="search"
          aria-label=${findLabel}
          placeholder=${findLabel}
          .value=${filter.search}
          @input=${({ target }: InputEvent) => narrow({ search: (target as HTMLInputElement).value })}
        />${setupIcon('search')}
      </span>
      ${select('resource', kind, everyKind, kinds(words.kinds))}
      ${select('action', action, everyAction, words.auditFilter.actions)}
    </div>`;
  }

  #state() {
    const { words, problem } = this;
    if (problem !== null)
      return problemLine(problem, words, () => this.dispatchEvent(new RetryHistoryEvent()));
    const state = this.loading ? words.loading : this.entries.length === 0 ? this.#nothing : nothing;
    return html`<p class="quiet" role="status">${state}</p>`;
  }

  get #nothing(): string {
    const { filter, words } = this;
    const isLimited = filter !== null && Object.values(filter).some((one) => one !== '');
    return isLimited ? words.nothingFound : words.noHistory;
  }

  #entry({ at, title, changes, undo, isUndone }: HistoryEntry) {
    const { words } = this;
    return html`<li>
      <div class="entry">
        <div>
          <h3><bdi>${title}</bdi></h3>
          <p class="hint">${at}</p>
        </div>
        ${isUndone ? html`<span class="tag">${words.isUndone}</span>` : undo === null ? nothing : this.#undo(undo, title)}
      </div>
      ${
        changes.length === 0
          ? nothing
          : html`<table>
              <thead>
                <tr>
                  ${[words.setting, words.from, words.to].map((head) => html`<th scope="col">${head}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${changes.map(
                  ({ label, from, to }) =>
                    html`<tr>
                      <th scope="row">${label}</th>
                      <td data-head=${words.from}><bdi>${from}</bdi></td>
                      <td data-head=${words.to}><bdi>${to}</bdi></td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </li>`;
  }

  #undo(change: string, title: string) {
    return html`<button
      type="button"
      class="button small"
      aria-label="${this.words.undo}: ${title}"
      @click=${() => this.dispatchEvent(new UndoChangeEvent(change))}
    >
      ${setupIcon('undo')}${this.words.undo}
    </button>`;
  }

  readonly #closed = (): void => void this.dispatchEvent(new Event('close'));
}

/** Work is not in the audit log. */
const kinds = ({ 'work-items': _, ...logged }: Readonly<Record<string, string>>) => logged;

declare global {
  interface HTMLElementTagNameMap {
    'omni-audit-history': OmniAuditHistory;
  }
  interface HTMLElementEventMap {
    'omni-more-history': MoreHistoryEvent;
    'omni-filter-history': FilterHistoryEvent;
    'omni-retry-history': RetryHistoryEvent;
    'omni-undo-change': UndoChangeEvent;
  }
}
