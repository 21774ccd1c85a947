import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Choice } from '../shared/contexts.ts';
import {
  FindRecordsEvent,
  MoreRecordsEvent,
  OpenRecordEvent,
  RetryListEvent,
  type PageName,
} from '../shared/events.ts';
import { setupIcon } from '../shared/icon.ts';
import { problemLine } from '../shared/problem-line.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { styles } from './record-list.styles.ts';
import { detailOf, sorted, sorts, type Sort } from './rows.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * The records of a page of Setup, with a search, and a button for a new one. Presence configurations show how many
 * are assigned, and can be sorted; long lists are loaded page by page.
 *
 * @fires omni-open-record - The user chose a record, or wants a new one.
 * @fires omni-find-records - The user searches the list.
 * @fires omni-more-records - The user asks for more records.
 * @fires omni-retry-list - The user asks again for a list that could not be loaded.
 *
 * @csspart list - The list of records.
 */
@customElement('omni-record-list')
export class OmniRecordList extends SetupElement {
  static override styles = styles;

  @property() page: Exclude<PageName, 'import'> = 'presence-configurations';
  @property({ attribute: false }) rows: readonly Choice[] = [];
  /** The id of the open record; `null` for none or a new one. */
  @property({ attribute: false }) current: string | null = null;
  /** Whether the open record has unsaved changes. */
  @property({ type: Boolean }) unsaved = false;
  @property() search = '';
  @property({ type: Boolean }) loading = false;
  @property({ type: Boolean }) more = false;
  /** Why the list could not be loaded; `null` if it was. */
  @property({ attribute: false }) problem: string | null = null;

  @state() private sort: Sort = 'name';

  protected override render() {
    const { words, page } = this;
    const { find } = words.pages[page];
    return html`<div class="tools">
        <span class="boxed search">
          <input
            type="search"
            aria-label=${find}
            placeholder=${words.find}
            .value=${this.search}
            @input=${this.#find}
          />${setupIcon('search')}
        </span>
        ${page === 'explain' ? nothing : this.#newOne(words.pages[page].newOne)}
      </div>
      ${page === 'presence-configurations' && this.rows.length > 1 ? this.#sorting() : nothing}
      <ul part="list" aria-busy=${this.loading} @keydown=${this.#keydown}>
        ${sorted(this.rows, page === 'presence-configurations' ? this.sort : null).map((row) => this.#row(row))}
      </ul>
      ${this.#state()}
      ${
        this.more && !this.loading && this.problem === null
          ? html`<button
              type="button"
              class="button bare small"
              @click=${() => this.dispatchEvent(new MoreRecordsEvent())}
            >
              ${words.more}
            </button>`
          : nothing
      }`;
  }

  #newOne(label: string) {
    return html`<button
      type="button"
      class="button"
      aria-label=${label}
      @click=${() => this.dispatchEvent(new OpenRecordEvent(null))}
    >
      ${setupIcon('plus')}${this.words.newRecord}
    </button>`;
  }

  #sorting() {
    const { words } = this;
    return html`<label class="sort">
      <span>${words.sort}</span>
      <span class="boxed">
        <select @change=${({ target }: Event) => (this.sort = (target as HTMLSelectElement).value as Sort)}>
          ${sorts.map(
            (sort) =>
              html`<option value=${sort} .selected=${sort === this.sort}>${words.sortBy[sort]}</option>`,
          )}
        </select>
        ${setupIcon('down')}
      </span>
    </label>`;
  }

  #row(row: Choice) {
    const { words } = this;
    const isCurrent = row.id === this.current;
    const detail = detailOf(this.page, row, words);
    return html`<li>
      <button
        type="button"
        aria-current=${isCurrent ? 'page' : nothing}
        @click=${() => this.dispatchEvent(new OpenRecordEvent(row.id))}
      >
        <bdi class="name">${row.name}</bdi>
        ${isCurrent && this.unsaved ? html`<span class="tag caution">${words.unsaved}</span>` : nothing}
        ${detail === '' ? nothing : html`<span class="hint">${detail}</span>`}
      </button>
    </li>`;
  }

  #state() {
    const { words, problem } = this;
    if (problem !== null) return problemLine(problem, words, () => this.dispatchEvent(new RetryListEvent()));
    if (this.rows.length > 0) return nothing;
    return html`<p class="quiet none" role="status">
      ${this.loading ? words.loading : this.search === '' ? nothing : words.pages[this.page].none}
    </p>`;
  }

  readonly #find = ({ target }: InputEvent): void => {
    this.dispatchEvent(new FindRecordsEvent((target as HTMLInputElement).value));
  };

  /** Arrow keys move between records, as Tab does. */
  readonly #keydown = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('li button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const places: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const target = buttons[places[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-record-list': OmniRecordList;
  }
}
