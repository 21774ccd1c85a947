import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { SetupElement } from '../shared/setup-element.ts';
import { setupStyles } from '../shared/setup.styles.ts';

/** The user answered. */
class AnswerEvent extends Event {
  constructor(readonly isConfirmed: boolean) {
    super('omni-answer', { bubbles: true });
  }
}

/**
 * Asks for confirmation before something is lost. The initial focus is on the safe answer, which is also what Escape
 * gives.
 *
 * @fires omni-answer - The user answered.
 *
 * @csspart dialog - The native dialog element.
 */
@customElement('omni-confirm-dialog')
export class OmniConfirmDialog extends SetupElement {
  static override styles = [
    setupStyles,
    css`
      dialog {
        inline-size: min(26rem, calc(100vw - 2rem));
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
  /** The label of the confirming button. */
  @property() confirm = '';
  /** The label of the safe button, which changes nothing. */
  @property() cancel = '';

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
      <footer>
        <button type="button" class="button" autofocus @click=${() => this.dialog.close()}>
          ${this.cancel}
        </button>
        <button type="button" class="button danger" @click=${this.#confirm}>${this.confirm}</button>
      </footer>
    </dialog>`;
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
