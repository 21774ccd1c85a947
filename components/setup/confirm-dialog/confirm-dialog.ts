import { css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { OpenRecordEvent, type PageName } from '../shared/events.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { setupStyles } from '../shared/setup.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The user answered. */
class AnswerEvent extends Event {
  constructor(readonly isConfirmed: boolean) {
    super('omni-answer', { bubbles: true });
  }
}

/** A record that uses what was to be deleted. */
export interface UsedByRow {
  /** The kind of record, as a word. */
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  /** The page of Setup that has it; `null` if none does. */
  readonly page: PageName | null;
}

/**
 * Asks for confirmation before something is lost. The initial focus is on the safe answer, which is also what Escape
 * gives. Without a confirming button it only says why something cannot be done, and lists the records in the way.
 *
 * @fires omni-answer - The user answered.
 * @fires omni-open-record - The user opens one of the records in the way.
 *
 * @csspart dialog - The native dialog element.
 */
@customElement('omni-confirm-dialog')
export class OmniConfirmDialog extends SetupElement {
  static override styles = [
    setupStyles,
    css`
      dialog {
        inline-size: min(calc(26 * var(--omni-rem)), calc(100vw - calc(2 * var(--omni-rem))));
        padding: var(--omni-space-5);
        border: 1px solid var(--omni-border-strong);
        border-radius: var(--omni-radius-lg);
        background: var(--omni-surface-raised);
        box-shadow: var(--omni-shadow-3);
        color: var(--omni-text);
      }
      dialog::backdrop {
        background: oklch(0.15 0.02 225 / 0.4);
      }
      h2 {
        font: var(--omni-text-lg);
        font-weight: var(--omni-weight-bold);
        overflow-wrap: anywhere;
      }
      p {
        margin-block: var(--omni-space-1) var(--omni-space-5);
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: var(--omni-space-2);
        justify-content: end;
      }
      ul {
        display: grid;
        gap: var(--omni-space-2);
        max-block-size: calc(18 * var(--omni-rem));
        margin-block: calc(-1 * var(--omni-space-2)) var(--omni-space-5);
        overflow: auto;
      }
      li {
        display: grid;
        justify-items: start;
        overflow-wrap: anywhere;
      }
      .danger {
        border-color: var(--omni-critical-fill);
        background: var(--omni-critical-fill);
        color: var(--omni-critical-on);
        font-weight: var(--omni-weight-bold);
      }
    `,
  ];

  @property() heading = '';
  @property() detail = '';
  /** The label of the confirming button; empty: there is none. */
  @property() confirm = '';
  /** The label of the safe button, which changes nothing. */
  @property() cancel = '';

  /** The records in the way. */
  @property({ attribute: false }) usedBy: readonly UsedByRow[] = [];

  @query('dialog') private dialog!: HTMLDialogElement;
  #isConfirmed = false;

  protected override firstUpdated(): void {
    if (this.isConnected) this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog
      part="dialog"
      role="alertdialog"
      aria-labelledby="title"
      aria-describedby="detail"
      @close=${() => this.dispatchEvent(new AnswerEvent(this.#isConfirmed))}
    >
      <h2 id="title"><bdi>${this.heading}</bdi></h2>
      <p id="detail" class="quiet">${this.detail}</p>
      ${
        this.usedBy.length === 0
          ? nothing
          : html`<ul tabindex=${this.usedBy.length > 7 ? 0 : nothing} aria-labelledby="detail">
              ${this.usedBy.map((row) => this.#row(row))}
            </ul>`
      }
      <footer>
        <button type="button" class="button" autofocus @click=${() => this.dialog.close()}>
          ${this.cancel}
        </button>
        ${
          this.confirm === ''
            ? nothing
            : html`<button type="button" class="button danger" @click=${this.#confirm}>
                ${this.confirm}
              </button>`
        }
      </footer>
    </dialog>`;
  }

  #row({ kind, name, id, page }: UsedByRow) {
    return html`<li>
      <span class="hint">${kind}</span>
      ${
        page === null
          ? html`<bdi>${name}</bdi>`
          : html`<button type="button" class="link" @click=${() => this.#open(id, page)}>
              <bdi>${name}</bdi>
            </button>`
      }
    </li>`;
  }

  #open(id: string, page: PageName): void {
    this.dispatchEvent(new OpenRecordEvent(id, page));
    this.dialog.close();
  }

  readonly #confirm = (): void => {
    this.#isConfirmed = true;
    this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-confirm-dialog': OmniConfirmDialog;
  }
  interface HTMLElementEventMap {
    'omni-answer': AnswerEvent;
  }
}
