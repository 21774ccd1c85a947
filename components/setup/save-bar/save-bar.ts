import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Move } from '../../../src/domain/setup/setup-api.ts';
import { NO_ANSWER } from '../../../src/domain/setup/no-answer.ts';
import { RecordActionEvent } from '../shared/events.ts';
import { setupIcon } from '../shared/icon.ts';
import { problemSentence } from '../shared/problem-line.ts';
import { savedView, type SavingView } from '../shared/saving-view.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { styles } from './save-bar.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The number of moves that are listed; the rest are counted. */
const MAX_LISTED = 20;

/**
 * The bar at the bottom of a form: the number of unsaved changes, the problems, the buttons, and after saving the
 * result, with a button that undoes the moves.
 *
 * @fires omni-record-action - The user saves, discards or undoes, or asks to see the problems.
 *
 * @csspart bar - The bar.
 */
@customElement('omni-save-bar')
export class OmniSaveBar extends SetupElement {
  static override styles = styles;

  @property({ attribute: false }) saving: SavingView = savedView;
  /** How many would move here from other configurations. */
  @property({ type: Number }) moves = 0;

  protected override render() {
    const { changes, isSaving, isSaved, isUndone, failure, moved } = this.saving;
    const isIdle = changes === 0 && !isSaving && !isSaved && !isUndone && failure === null && !moved;
    return html`<div
      part="bar"
      role="region"
      aria-label=${this.words.unsavedChanges(changes)}
      ?hidden=${isIdle}
    >
      <div class="said" role="status">${isIdle ? nothing : this.#result()}</div>
      ${moved ? this.#moved(moved.moved) : nothing}
      ${
        moved
          ? this.#button('undo', html`${setupIcon('undo')}${this.words.undo}`, 'small', isSaving)
          : nothing
      }
      <div class="buttons" ?hidden=${changes === 0 && !isSaving}>
        ${this.#button('discard', this.words.discard, 'bare', isSaving)}
        ${this.#button('save', isSaving ? this.words.saving : this.#saveWord, 'primary', isSaving)}
      </div>
    </div>`;
  }

  get #saveWord(): string {
    return this.moves > 0 ? this.words.saveAndMove(this.moves) : this.words.save;
  }

  #result() {
    const { words } = this;
    const { changes, problems, isSaving, isSaved, isUndone, failure, failed } = this.saving;
    const [first] = problems;
    // Part of it may be saved already: what is left to save is no news.
    if (isSaving) return html`<p>${words.saving}</p>`;
    return html`${
      failure === null
        ? nothing
        : html`<p class="line problem">
              ${setupIcon('alert')}<span>${words.failed[failed]} ${problemSentence(failure, words)}</span>
            </p>
            ${
              // Save and Undo are still there to be pressed again.
              failed === 'delete' && failure === NO_ANSWER
                ? this.#button('delete', words.retry, 'small', false)
                : nothing
            }`
    }
    ${
      changes > 0
        ? html`<p>
            <b>${words.unsavedChanges(changes)}</b>
            ${
              first === undefined
                ? nothing
                : html`·
                    <button type="button" class="problem link" @click=${() => this.#act('showProblem')}>
                      ${words.problems(problems.length, first)}
                    </button>`
            }
          </p>`
        : isSaved || isUndone
          ? html`<p class="line saved">
              ${setupIcon('check')}<span>${isSaved ? words.saved : words.undoDone}</span>
            </p>`
          : nothing
    }`;
  }

  #moved(moves: readonly Move[]) {
    const { words } = this;
    const place = (named: Move['from']) => named?.name ?? words.nowhere;
    return html`<details class="moved">
      <summary>${words.movedCount(moves.length)}</summary>
      <ul>
        ${moves
          .slice(0, MAX_LISTED)
          .map(({ name, from, to }) => html`<li>${words.moved(name, place(from), place(to))}</li>`)}
        ${moves.length > MAX_LISTED ? html`<li>${words.andMore(moves.length - MAX_LISTED)}</li>` : nothing}
      </ul>
    </details>`;
  }

  #button(action: RecordActionEvent['action'], label: unknown, look: string, busy: boolean) {
    return html`<button
      type="button"
      class="button ${look}"
      aria-disabled=${busy}
      @click=${() => !busy && this.#act(action)}
    >
      ${label}
    </button>`;
  }

  #act(action: RecordActionEvent['action']): void {
    this.dispatchEvent(new RecordActionEvent(action));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-save-bar': OmniSaveBar;
  }
}
