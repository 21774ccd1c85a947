import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sameValue } from '../../../src/domain/pointers.ts';
import { MergeEvent } from '../shared/events.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { styles } from './stale-merge.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** A setting that another user changed meanwhile, as text. */
export interface MergeRow {
  readonly pointer: string;
  readonly label: string;
  readonly was: string;
  readonly theirs: string;
  readonly mine: string;
  /** Whether this user changed it too. */
  readonly isMine: boolean;
  /** Who changed it, and when; empty if unknown. */
  readonly by: string;
}

/**
 * What another user saved while this record was being edited, setting by setting. The user keeps their own value or
 * takes the other one; settings that they did not change are taken over unless they decide otherwise.
 *
 * @fires omni-merge - The user decided.
 *
 * @csspart table - The settings.
 */
@customElement('omni-stale-merge')
export class OmniStaleMerge extends SetupElement {
  static override styles = styles;

  // Equal rows are recreated whenever something else changes: that must not undo the user's choices.
  @property({ attribute: false, hasChanged: (next, last) => !sameValue(next, last) })
  rows: readonly MergeRow[] = [];

  @state() private mine: ReadonlySet<string> = new Set();

  /** The pointers at which the user's own value is chosen at present. */
  get chosen(): readonly string[] {
    return [...this.mine];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('rows'))
      this.mine = new Set(this.rows.filter(({ isMine }) => isMine).map(({ pointer }) => pointer));
  }

  /** It appears unasked in response to saving: it takes the focus, so that it is read out. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render() {
    const { words } = this;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${words.staleTitle}</h2>
      <p class="quiet">${words.staleLead}</p>
      <table part="table">
        <thead>
          <tr>
            ${[words.setting, words.was, words.theirs, words.mine].map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.rows.map((row) => this.#row(row))}
        </tbody>
      </table>
      <button
        type="button"
        class="button primary"
        @click=${() => this.dispatchEvent(new MergeEvent(this.chosen))}
      >
        ${words.useThese}
      </button>
    </section>`;
  }

  #row(row: MergeRow) {
    const { words } = this;
    return html`<tr>
      <th scope="row">
        ${row.label}${row.by === '' ? nothing : html`<span class="hint"><bdi>${row.by}</bdi></span>`}
      </th>
      <td data-head=${words.was}><bdi>${row.was}</bdi></td>
      <td data-head=${words.theirs}>${this.#side(row, false, row.theirs, words.takeTheirs)}</td>
      <td data-head=${words.mine}>${this.#side(row, true, row.mine, words.keepMine)}</td>
    </tr>`;
  }

  #side({ pointer, label }: MergeRow, isMine: boolean, value: string, does: string) {
    return html`<label>
      <input
        type="radio"
        name=${pointer}
        aria-label="${label}: ${does}: ${value}"
        .checked=${this.mine.has(pointer) === isMine}
        @change=${() => this.#choose(pointer, isMine)}
      /><bdi>${value}</bdi>
    </label>`;
  }

  #choose(pointer: string, isMine: boolean): void {
    const mine = new Set(this.mine);
    if (isMine) mine.add(pointer);
    else mine.delete(pointer);
    this.mine = mine;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-stale-merge': OmniStaleMerge;
  }
}
