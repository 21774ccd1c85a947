import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { SetupElement } from '../shared/setup-element.ts';
import { Marks } from './marks.ts';
import { styles } from './pick-list.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** A row of a list. */
export interface PickRow {
  readonly id: string;
  readonly name: string;
  /** Secondary text. */
  readonly detail?: string;
  /** A highlighted remark. */
  readonly tag?: string;
}

/** The user moves these rows to the other list. */
export class PickedEvent extends Event {
  constructor(readonly ids: readonly string[]) {
    super('omni-picked', { bubbles: true });
  }
}

/** The marked rows changed. */
export class MarkedEvent extends Event {
  constructor() {
    super('omni-marked', { bubbles: true });
  }
}

/** The user marked all rows, by Ctrl+A: if more can be loaded, those too. */
class MarkAllEvent extends Event {
  constructor() {
    super('omni-mark-all', { bubbles: true });
  }
}

/** The last row came into view. */
export class EndReachedEvent extends Event {
  constructor() {
    super('omni-end-reached', { bubbles: true });
  }
}

/** The number of rows rendered out of view, on each side. */
const OVERSCAN = 6;
/** In pixels, until a row has been rendered: at the default `--omni-rem`. */
const USUAL_ROW_HEIGHT = 36;

/**
 * A list of any length with multiple selection by marks. It is a single Tab stop: arrow keys, Home, End and Page keys
 * move, Shift extends the marks, Space marks, Ctrl+A marks all, Enter picks. Only the visible rows are rendered.
 *
 * @fires omni-picked - The user picked rows, by Enter or a double click.
 * @fires omni-marked - The marked rows changed.
 * @fires omni-mark-all - The user marked all rows.
 * @fires omni-end-reached - The end of the list came into view.
 *
 * @csspart list - The list.
 *
 * @cssproperty --omni-pick-list-size - Its height.
 */
@customElement('omni-pick-list')
export class OmniPickList extends SetupElement {
  static override styles = styles;

  @property() label = '';
  @property({ attribute: false }) rows: readonly PickRow[] = [];
  /** Whether the rows are numbered. */
  @property({ type: Boolean }) numbered = false;
  /** The text of an empty list. */
  @property() empty = '';

  @state() private active = 0;
  @query('[part=list]') private list!: HTMLElement;

  readonly #marks = new Marks();
  #hasLostMarks = false;
  #rowHeight = USUAL_ROW_HEIGHT;
  readonly #window = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    count: 0,
    getScrollElement: () => this.renderRoot.querySelector<HTMLElement>('[part=list]'),
    estimateSize: () => this.#rowHeight,
    overscan: OVERSCAN,
    initialRect: { width: 300, height: 216 },
  });

  /** The marked ids, in the order of the list. */
  get marked(): readonly string[] {
    return this.rows.filter(({ id }) => this.#marks.has(id)).map(({ id }) => id);
  }

  /** Marks only these rows, and scrolls the first into view. */
  mark(ids: readonly string[]): void {
    this.#marks.only(ids);
    const first = this.rows.findIndex(({ id }) => ids.includes(id));
    if (first >= 0) this.#goTo(first);
    this.#marksChanged();
  }

  override focus(options?: FocusOptions): void {
    this.list.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('rows')) return;
    const before = this.#marks.count;
    this.#marks.keep(this.rows);
    this.#hasLostMarks = this.#marks.count < before;
    this.active = Math.max(0, Math.min(this.active, this.rows.length - 1));
    const virtualizer = this.#window.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.rows.length });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const virtualizer = this.#window.getVirtualizer();
    this.#measureRow();
    const items = virtualizer.getVirtualItems();
    // Sizes are set here, not in the template: a strict CSP forbids style attributes.
    const [before, after] = this.renderRoot.querySelectorAll<HTMLElement>('.space');
    const end = items.at(-1)?.end ?? 0;
    if (before) before.style.blockSize = `${items[0]?.start ?? 0}px`;
    if (after) after.style.blockSize = `${Math.max(0, virtualizer.getTotalSize() - end)}px`;
    if (this.#hasLostMarks) this.dispatchEvent(new MarkedEvent());
    this.#hasLostMarks = false;
    const last = items.at(-1)?.index ?? -1;
    if (this.rows.length > 0 && last >= this.rows.length - 1 - OVERSCAN)
      this.dispatchEvent(new EndReachedEvent());
  }

  /** All rows have the same height; which, the host decides with `--omni-rem`. */
  #measureRow(): void {
    const row = this.renderRoot.querySelector('[role=option]');
    const height = row ? parseFloat(getComputedStyle(row).blockSize) : NaN;
    // It is not a number while the list is not displayed.
    if (Number.isNaN(height) || height === this.#rowHeight) return;
    this.#rowHeight = height;
    this.#window.getVirtualizer().measure();
  }

  protected override render() {
    const items = this.#window.getVirtualizer().getVirtualItems();
    const isDrawn = items.some(({ index }) => index === this.active);
    return html`<div
        part="list"
        role="listbox"
        tabindex="0"
        aria-label=${this.label}
        aria-multiselectable="true"
        aria-describedby=${this.rows.length === 0 ? 'empty' : nothing}
        aria-activedescendant=${isDrawn && this.rows.length > 0 ? `row-${this.active}` : nothing}
        @keydown=${this.#keydown}
        @click=${this.#click}
        @dblclick=${this.#pick}
      >
        ${
          this.rows.length === 0
            ? nothing
            : html`<div class="space" role="presentation"></div>
                ${items.map(({ index }) => this.#row(index))}
                <div class="space" role="presentation"></div>`
        }
      </div>
      ${this.rows.length === 0 ? html`<p class="empty hint" id="empty">${this.empty}</p>` : nothing}`;
  }

  #row(index: number) {
    const row = this.rows[index];
    if (!row) return nothing;
    return html`<div
      role="option"
      id="row-${index}"
      data-index=${index}
      class=${index === this.active ? 'active' : ''}
      aria-selected=${this.#marks.has(row.id)}
      aria-setsize=${this.rows.length}
      aria-posinset=${index + 1}
    >
      ${this.numbered ? html`<span class="number">${index + 1}</span>` : nothing}
      <bdi class="name one-line" title=${row.name}>${row.name}</bdi>
      ${row.detail === undefined ? nothing : html`<bdi class="hint one-line" title=${row.detail}>${row.detail}</bdi>`}
      ${row.tag === undefined ? nothing : html`<bdi class="tag caution" title=${row.tag}>${row.tag}</bdi>`}
    </div>`;
  }

  readonly #click = (event: MouseEvent): void => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    const index = Number(option?.dataset.index ?? -1);
    const row = this.rows[index];
    if (!row) return;
    if (event.shiftKey) this.#marks.extend(this.rows, index);
    else if (event.ctrlKey || event.metaKey) this.#marks.toggle(row.id, index);
    else this.#marks.only([row.id], index);
    this.#goTo(index);
    this.#marksChanged();
  };

  readonly #pick = (): void => {
    const { marked } = this;
    if (marked.length > 0) this.dispatchEvent(new PickedEvent(marked));
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    // With Alt, keys belong to the other list or the browser.
    if (event.altKey || this.rows.length === 0) return;
    const page = Math.max(1, Math.floor(this.list.clientHeight / this.#rowHeight) - 1);
    const last = this.rows.length - 1;
    const steps: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: last,
    };
    const step = steps[event.key];
    if (step !== undefined) this.#move(Math.max(0, Math.min(last, step)), event);
    else if (event.key === ' ') this.#toggleActive();
    else if (event.key === 'Enter') this.#pickActive();
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) this.#markAll();
    else return;
    event.preventDefault();
  };

  #move(to: number, { shiftKey, ctrlKey, metaKey }: KeyboardEvent): void {
    const row = this.rows[to];
    if (!row) return;
    if (shiftKey) this.#marks.extend(this.rows, to, this.active);
    else if (!ctrlKey && !metaKey) this.#marks.only([row.id], to);
    this.#goTo(to);
    this.#marksChanged();
  }

  /** Marks every row, without moving from the present one. */
  markAll(): void {
    this.#marks.only(this.rows.map(({ id }) => id));
    this.#marksChanged();
  }

  #markAll(): void {
    this.markAll();
    this.dispatchEvent(new MarkAllEvent());
  }

  #toggleActive(): void {
    const row = this.rows[this.active];
    if (row) this.#marks.toggle(row.id, this.active);
    this.#marksChanged();
  }

  #pickActive(): void {
    const row = this.rows[this.active];
    if (row && this.marked.length === 0) this.#marks.only([row.id], this.active);
    this.#pick();
  }

  #goTo(index: number): void {
    this.active = index;
    this.#window.getVirtualizer().scrollToIndex(index, { align: 'auto' });
  }

  #marksChanged(): void {
    this.requestUpdate();
    this.dispatchEvent(new MarkedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-pick-list': OmniPickList;
  }
  interface HTMLElementEventMap {
    'omni-picked': PickedEvent;
    'omni-marked': MarkedEvent;
    'omni-mark-all': MarkAllEvent;
    'omni-end-reached': EndReachedEvent;
  }
}
