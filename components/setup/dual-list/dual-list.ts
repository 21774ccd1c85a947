import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  EndReachedEvent,
  type MarkedEvent,
  type OmniPickList,
  type PickedEvent,
  type PickRow,
} from '../pick-list/pick-list.ts';
import { setupIcon } from '../shared/icon.ts';
import { problemLine } from '../shared/problem-line.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { styles } from './dual-list.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The selection changed. */
export class SelectionChangeEvent extends Event {
  constructor(readonly ids: readonly string[]) {
    super('omni-selection-change', { bubbles: true });
  }
}

/** The user searches the available rows. */
export class FindAvailableEvent extends Event {
  constructor(readonly search: string) {
    super('omni-find-available', { bubbles: true });
  }
}

/** The user asks for the available rows again, which could not be loaded. */
class RetryAvailableEvent extends Event {
  constructor() {
    super('omni-retry-available', { bubbles: true });
  }
}

/** A list of up to this many rows needs no search. */
const MAX_WITHOUT_SEARCH = 6;

/**
 * Two lists: available and selected rows. Buttons, Enter and double clicks move rows between them; in an ordered list
 * Alt with an arrow key reorders them. The lists can have any length, and the available rows can be loaded page by
 * page; Ctrl+A then means all of them, and loads the rest first.
 *
 * @fires omni-selection-change - The selection or its order changed.
 * @fires omni-find-available - With `remote`: the user searches.
 * @fires omni-end-reached - More of the available rows are needed.
 * @fires omni-retry-available - The user asks again for rows that could not be loaded.
 *
 * @csspart available - The list of available rows.
 * @csspart selected - The list of selected rows.
 */
@customElement('omni-dual-list')
export class OmniDualList extends SetupElement {
  static override styles = styles;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...SetupElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** What is selected here, as a label. */
  @property() label = '';
  /** All rows that can be selected, including the selected ones. */
  @property({ attribute: false }) available: readonly PickRow[] = [];
  @property({ attribute: false }) selected: readonly PickRow[] = [];
  /** The total number, if `available` is only part of it. */
  @property({ type: Number }) total: number | null = null;
  /** Whether more available rows can be loaded. */
  @property({ type: Boolean }) more = false;
  /** Why available rows could not be loaded; `null` if they were. */
  @property({ attribute: false }) problem: string | null = null;
  /** Whether the order matters. */
  @property({ type: Boolean }) ordered = false;
  /** Whether the search is done by the host of the element. */
  @property({ type: Boolean }) remote = false;
  @property({ type: Boolean }) invalid = false;

  @state() private findAvailable = '';
  @state() private findSelected = '';
  @state() private announcement = '';
  @state() private markedCount = 0;
  /** What happens to all available rows once they are loaded; `null`: nothing. */
  @state() private awaited: 'mark' | 'add' | null = null;
  @query('[part=available]') private availableList!: OmniPickList;
  @query('[part=selected]') private selectedList!: OmniPickList;

  #left: readonly PickRow[] = [];
  #shown: readonly PickRow[] = [];
  #isMarkingAll = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const search: readonly string[] = ['findAvailable', 'available', 'selected', 'remote'];
    const keys = [...changed.keys()] as string[];
    if (keys.some((key) => search.includes(key))) {
      const taken = new Set(this.selected.map(({ id }) => id));
      const found = this.remote ? this.available : matching(this.available, this.findAvailable);
      this.#left = found.filter(({ id }) => !taken.has(id));
    }
    if (keys.includes('findSelected') || keys.includes('selected'))
      this.#shown = matching(this.selected, this.findSelected);
    if (this.problem !== null) this.awaited = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.awaited !== null) queueMicrotask(() => this.#goOnWithAll());
    // Of an empty list no end comes into view: all loaded rows are selected already.
    if (this.more && this.problem === null && (this.awaited !== null || this.#left.length === 0))
      this.dispatchEvent(new EndReachedEvent());
  }

  protected override render() {
    const { words, label } = this;
    const isLong = this.remote || this.available.length > MAX_WITHOUT_SEARCH;
    return html`<div class="lists" role="group" aria-label=${label}>
        <div class="side">
          <p class="head">
            <span class="label">${words.available}</span><span class="hint">${this.#availableCount()}</span>
          </p>
          ${isLong ? this.#search(words.available, this.findAvailable, this.#findAvailable) : nothing}
          <omni-pick-list
            part="available"
            label="${label}: ${words.available}"
            .rows=${this.#left}
            empty=${this.more ? words.loading : this.findAvailable === '' ? words.noneLeft : words.nothingFound}
            @omni-picked=${({ ids }: PickedEvent) => this.#pick(ids)}
            @omni-marked=${this.#marked}
            @omni-mark-all=${this.#markAll}
            @omni-end-reached=${() => this.dispatchEvent(new EndReachedEvent())}
          ></omni-pick-list>
          ${this.problem === null ? nothing : problemLine(this.problem, words, this.#retry)}
        </div>
        <div class="middle">
          <button
            type="button"
            class="button icon-only"
            aria-label="${words.add}: ${label}"
            title=${words.add}
            @click=${() => this.#pick(this.availableList.marked)}
          >
            ${setupIcon('right')}
          </button>
          <button
            type="button"
            class="button icon-only"
            aria-label="${words.remove}: ${label}"
            title=${words.remove}
            @click=${() => this.#remove(this.selectedList.marked)}
          >
            ${setupIcon('left')}
          </button>
        </div>
        <div class="side">
          <p class="head">
            <span class="label">${this.ordered ? words.selectedInOrder : words.selected}</span>
            ${this.ordered ? this.#orderButtons() : html`<span class="hint">${this.selected.length || nothing}</span>`}
          </p>
          ${
            isLong || this.selected.length > MAX_WITHOUT_SEARCH
              ? this.#search(words.selected, this.findSelected, (text) => (this.findSelected = text))
              : nothing
          }
          <omni-pick-list
            part="selected"
            label="${label}: ${this.ordered ? words.selectedInOrder : words.selected}"
            .rows=${this.#shown}
            ?numbered=${this.ordered && this.findSelected === ''}
            empty=${this.findSelected === '' ? words.noneSelected : words.nothingFound}
            @omni-picked=${({ ids }: PickedEvent) => this.#remove(ids)}
            @keydown=${this.#order}
          ></omni-pick-list>
        </div>
      </div>
      <p class="spoken" role="status">${this.announcement}</p>`;
  }

  #availableCount() {
    const { words, total } = this;
    if (this.awaited !== null && total !== null) return words.loadingOf(this.available.length, total);
    if (this.markedCount > 1) return words.marked(this.markedCount);
    return this.more && total !== null
      ? words.ofMany(this.available.length, total)
      : this.#left.length || nothing;
  }

  #search(list: string, text: string, find: (text: string) => void) {
    const label = `${this.label}: ${this.words.findIn(list)}`;
    return html`<span class="boxed search">
      <input
        type="search"
        aria-label=${label}
        placeholder=${this.words.find}
        .value=${text}
        @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
      />${setupIcon('search')}
    </span>`;
  }

  #orderButtons() {
    const button = (by: -1 | 1, icon: 'arrow-up' | 'arrow-down', label: string) =>
      html`<button
        type="button"
        class="button bare icon-only small"
        aria-label="${label}: ${this.label}"
        title="${label} (Alt ${by < 0 ? '↑' : '↓'})"
        @click=${() => this.#moveBy(by)}
      >
        ${setupIcon(icon)}
      </button>`;
    return html`<span class="order">
      ${button(-1, 'arrow-up', this.words.moveUp)}${button(1, 'arrow-down', this.words.moveDown)}
    </span>`;
  }

  readonly #findAvailable = (search: string): void => {
    this.findAvailable = search;
    this.awaited = null;
    if (this.remote) this.dispatchEvent(new FindAvailableEvent(search));
  };

  readonly #retry = (): void => void this.dispatchEvent(new RetryAvailableEvent());

  /** Whoever marks something else no longer means all. */
  readonly #marked = ({ target }: MarkedEvent): void => {
    this.markedCount = (target as OmniPickList).marked.length;
    if (!this.#isMarkingAll) this.awaited = null;
  };

  readonly #markAll = (): void => {
    this.awaited = 'mark';
    if (this.more && this.total !== null)
      this.announcement = this.words.loadingOf(this.available.length, this.total);
  };

  /** Marks what is loaded so far, and ends once that is all. */
  #goOnWithAll(): void {
    const { awaited } = this;
    if (awaited === null) return;
    this.#isMarkingAll = true;
    this.availableList.markAll();
    this.#isMarkingAll = false;
    if (this.more) return;
    this.awaited = null;
    this.announcement = this.words.marked(this.#left.length);
    if (awaited === 'add') this.#add(this.#left.map(({ id }) => id));
  }

  /** Adds rows; while all are being loaded, all of them once they are there. */
  #pick(ids: readonly string[]): void {
    if (this.awaited === null) this.#add(ids);
    else this.awaited = 'add';
  }

  #add(ids: readonly string[]): void {
    const coming = new Set(ids);
    const rows = this.available.filter(({ id }) => coming.has(id));
    if (rows.length > 0) this.#changeSelection([...this.selected, ...rows], this.words.added(namesOf(rows)));
  }

  #remove(ids: readonly string[]): void {
    const going = new Set(ids);
    const rows = this.selected.filter(({ id }) => going.has(id));
    const stay = this.selected.filter(({ id }) => !going.has(id));
    if (rows.length > 0) this.#changeSelection(stay, this.words.removed(namesOf(rows)));
  }

  readonly #order = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!this.ordered || !event.altKey || by === undefined) return;
    event.preventDefault();
    this.#moveBy(by);
  };

  /** Moves the marked rows by one place; nothing moves if the first or last of them is at the end. */
  #moveBy(by: number): void {
    const ids = this.selectedList.marked;
    const places = ids.map((id) => this.selected.findIndex((row) => row.id === id));
    const target = places.map((place) => place + by);
    if (ids.length === 0 || target.some((place) => place < 0 || place >= this.selected.length)) return;
    const rows = [...this.selected];
    for (const place of by < 0 ? places : places.reverse()) {
      const [row] = rows.splice(place, 1);
      if (row) rows.splice(place + by, 0, row);
    }
    const [first] = ids;
    const place = rows.findIndex(({ id }) => id === first);
    this.#changeSelection(rows, this.words.movedTo(rows[place]?.name ?? '', place + 1, rows.length));
    void this.updateComplete.then(() => this.selectedList.mark(ids));
  }

  #changeSelection(rows: readonly PickRow[], announcement: string): void {
    this.announcement = announcement;
    this.dispatchEvent(new SelectionChangeEvent(rows.map(({ id }) => id)));
  }
}

function namesOf(rows: readonly PickRow[]): string {
  const few = rows.slice(0, 3).map(({ name }) => name);
  return rows.length > few.length ? `${few.join(', ')} … (${rows.length})` : few.join(', ');
}

function matching(rows: readonly PickRow[], text: string): readonly PickRow[] {
  const wanted = text.trim().toLowerCase();
  return wanted === '' ? rows : rows.filter(({ name }) => name.toLowerCase().includes(wanted));
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-dual-list': OmniDualList;
  }
  interface HTMLElementEventMap {
    'omni-selection-change': SelectionChangeEvent;
    'omni-find-available': FindAvailableEvent;
    'omni-retry-available': RetryAvailableEvent;
  }
}
