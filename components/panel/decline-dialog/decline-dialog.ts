import { html } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { IconName } from '../../../assets/icons/icons.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { DeclineRequestEvent, DismissRequestEvent } from '../../../src/events/requests.ts';
import '../countdown-dial/countdown-dial.ts';
import { piecesOf } from '../../shared/one-line.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { styles } from './decline-dialog.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * Asks for a decline reason. It is not modal: other requests stay usable, while Tab cycles within it and Escape
 * cancels. If the request ends meanwhile it shows why, and can only be dismissed.
 *
 * @fires omni-decline-request - The rep confirmed with a reason.
 * @fires omni-dismiss-request - The rep dismissed the outcome of a request that ended.
 * @fires close - It was confirmed, canceled or dismissed. Its opener restores the focus.
 *
 * @csspart dialog - The native dialog element.
 */
@customElement('omni-decline-dialog')
export class OmniDeclineDialog extends PanelElement {
  static override styles = styles;

  @property({ attribute: false }) work: AgentWork | undefined;
  /** How the request ended meanwhile; `null` while it is still waiting. */
  @property({ attribute: false }) ended: { readonly icon: IconName; readonly title: string } | null = null;

  /** Whether the rep tried to confirm without a reason. */
  @state() private missing = false;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  /** Opens the native dialog, which takes the focus: the rep has just requested it. */
  protected override firstUpdated(): void {
    if (this.isConnected) this.dialog?.show();
  }

  // The only button within the dialog gets the focus.
  protected override focusLeft(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  #focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  protected override render() {
    return html`<dialog part="dialog" aria-labelledby="title" @keydown=${this.#keydown}>
      ${this.ended ? this.#sayWhy(this.ended) : this.#ask()}
    </dialog>`;
  }

  #ask() {
    const { words, work } = this;
    if (!work) return null;
    return html`<form @submit=${this.#confirm}>
      <header>
        <h2 id="title">${words.whyDecline}</h2>
        ${
          work.stamp.deadline === null
            ? null
            : html`<omni-countdown-dial
                small
                .start=${work.offeredAt}
                .end=${work.stamp.deadline}
              ></omni-countdown-dial>`
        }
        <p class="quiet pieces">${piecesOf([work.subject, work.customerName])}</p>
      </header>
      <fieldset>
        <legend class="spoken">${words.declineReason}</legend>
        ${work.stamp.declineReasons.map(
          ({ id, label }, index) =>
            html`<label>
              <input
                type="radio"
                name="reason"
                .value=${id}
                ?autofocus=${index === 0}
                @change=${() => (this.missing = false)}
              />${label}
            </label>`,
        )}
      </fieldset>
      <footer>
        <p class=${this.missing ? 'missing' : 'quiet'} role="alert">
          ${this.missing ? words.chooseReason : words.goesToAnother}
        </p>
        <button class="button" type="button" @click=${this.#close}>${words.cancel}</button>
        <button class="button primary">${words.confirm}</button>
      </footer>
    </form>`;
  }

  #sayWhy(ended: NonNullable<typeof this.ended>) {
    return html`<div class="ended">
      ${icon(ended.icon)}
      <h2 id="title" role="alert">${ended.title}</h2>
      <p>${this.words.endedMeanwhile}</p>
      <button class="button" type="button" @click=${this.#dismiss}>${this.words.dismiss}</button>
    </div>`;
  }

  readonly #confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    this.missing = typeof reason !== 'string';
    if (!this.work || typeof reason !== 'string') return;
    this.dispatchEvent(new DeclineRequestEvent(this.work.id, reason));
    this.#close();
  };

  readonly #dismiss = (): void => {
    if (this.work) this.dispatchEvent(new DismissRequestEvent(this.work.id));
    this.#close();
  };

  readonly #close = (): void => void this.dispatchEvent(new Event('close'));

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Not the host's own dialogs.
      event.preventDefault();
      event.stopPropagation();
      if (this.ended) this.#dismiss();
      else this.#close();
    } else if (event.key === 'Tab' || event.code === 'Tab') {
      // WebKitGTK reports Shift+Tab under another name.
      this.#keepFocus(event);
    }
  };

  #keepFocus(event: KeyboardEvent): void {
    const radios = [...this.renderRoot.querySelectorAll('input')];
    const radio = radios.find(({ checked }) => checked) ?? radios[0];
    const stops: HTMLElement[] = [...(radio ? [radio] : []), ...this.renderRoot.querySelectorAll('button')];
    const focused = this.#focused();
    const at = focused instanceof HTMLInputElement ? 0 : stops.indexOf(focused as HTMLElement);
    // At each step, not only the last: on a Mac, Safari's own Tab skips buttons.
    event.preventDefault();
    stops.at((at + (event.shiftKey ? -1 : 1)) % stops.length)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-decline-dialog': OmniDeclineDialog;
  }
}
