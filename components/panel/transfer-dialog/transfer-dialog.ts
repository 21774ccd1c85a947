import { consume, type ContextType } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { transferContext } from '../../../src/contexts.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { canConference, destinationKinds, type DestinationKind } from '../../../src/domain/work/transfer.ts';
import { FindDestinationsRequestEvent, TransferRequestEvent } from '../../../src/events/requests.ts';
import { piecesOf } from '../../shared/one-line.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { styles } from './transfer-dialog.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

type Offered = ContextType<typeof transferContext>['items'][number];

/**
 * Asks for a transfer destination: a search, the results by kind, and in messaging whether the rep stays in the
 * conversation. It is not modal: everything else stays usable, while Tab cycles within it and Escape cancels.
 *
 * @fires omni-find-destinations-request - The rep searches for a destination, or ends the search.
 * @fires omni-transfer-request - The rep confirmed a destination.
 * @fires close - It was confirmed or canceled. Its opener restores the focus.
 *
 * @csspart dialog - The native dialog element.
 * @csspart more - The button for more destinations.
 * @csspart again - The button that searches again.
 */
@customElement('omni-transfer-dialog')
export class OmniTransferDialog extends PanelElement {
  static override styles = styles;

  @property({ attribute: false }) work: AgentWork | undefined;

  @consume({ context: transferContext, subscribe: true })
  protected latest: ContextType<typeof transferContext> | undefined;

  /** The chosen destination, as long as it is among the results. */
  @state() private chosen: Offered | null = null;
  /** Whether the rep tried to confirm without a destination. */
  @state() private missing = false;
  @query('dialog') private dialog!: HTMLDialogElement | null;
  @query('[type=search]') private search!: HTMLInputElement | null;

  /** Opens the native dialog, which takes the focus: the rep has just requested it. */
  protected override firstUpdated(): void {
    if (!this.isConnected) return;
    this.dialog?.show();
    this.#find('');
  }

  // The focused result is gone: the rep continues in the search.
  protected override focusLeft(): void {
    this.search?.focus();
  }

  protected override render() {
    const { words, work } = this;
    if (!work) return null;
    return html`<dialog part="dialog" aria-labelledby="title" @keydown=${this.#keydown}>
      <form @submit=${this.#confirm}>
        <h2 id="title">${words.transfer}</h2>
        <p class="quiet pieces">${piecesOf([work.subject, work.customerName])}</p>
        <input
          type="search"
          autofocus
          autocomplete="off"
          maxlength="80"
          aria-label=${words.findDestination}
          placeholder=${words.findDestination}
          @input=${() => this.#find(this.search?.value ?? '')}
        />
        <p class="said quiet" role="status">${this.#said()}</p>
        <div class="found">
          ${map(destinationKinds, (kind) => this.#kind(kind))}
          ${this.found?.more ? this.#button('more', words.showMore, () => this.#find(null)) : nothing}
          ${
            this.found?.status === 'failed'
              ? this.#button('again', words.tryAgain, () => this.#find(this.search?.value ?? ''))
              : nothing
          }
        </div>
        ${
          canConference(work.channel.type)
            ? html`<label><input type="checkbox" name="conference" />${words.stayInConversation}</label>`
            : nothing
        }
        <footer>
          <p class=${this.missing ? 'missing' : 'quiet'} role="alert">
            ${this.missing ? words.chooseDestination : words.transferMeans}
          </p>
          <button class="button" type="button" @click=${this.#close}>${words.cancel}</button>
          <button class="button primary">${words.transfer}</button>
        </footer>
      </form>
    </dialog>`;
  }

  /** The results, if they are for this work. */
  private get found(): typeof this.latest {
    return this.latest?.agentWorkId === this.work?.id ? this.latest : undefined;
  }

  #button(part: string, label: string, act: () => void): TemplateResult {
    return html`<button class="button small" type="button" part=${part} @click=${act}>${label}</button>`;
  }

  #said(): string {
    const { found, words } = this;
    if (!found || found.status === 'asking') return words.searching;
    return found.status === 'failed' ? words.searchFailed : words.foundDestinations(found.items.length);
  }

  #kind(kind: DestinationKind) {
    const items = (this.found?.items ?? []).filter((one) => one.kind === kind);
    if (items.length === 0) return nothing;
    return html`<fieldset>
      <legend>${this.words.destinationKinds[kind]}</legend>
      ${map(items, (one) => this.#destination(one))}
    </fieldset>`;
  }

  #destination(one: Offered): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="destination"
        .checked=${this.#isChosen(one)}
        @change=${() => this.#choose(one)}
      /><span class="foreign">${one.name}</span
      ><span class="quiet online">${this.words.repsOnline(one.repsOnline)}</span>
    </label>`;
  }

  #choose(one: Offered): void {
    this.chosen = one;
    this.missing = false;
  }

  #isChosen({ kind, id }: Offered): boolean {
    return this.chosen?.kind === kind && this.chosen.id === id;
  }

  #find(search: string | null): void {
    if (this.work) this.dispatchEvent(new FindDestinationsRequestEvent(this.work.id, search));
  }

  readonly #confirm = (event: SubmitEvent): void => {
    event.preventDefault();
    // A choice that the results no longer include does not count.
    const chosen = this.found?.items.find((one) => this.#isChosen(one));
    this.missing = !chosen;
    if (!this.work || !chosen) return;
    const { kind, id, name } = chosen;
    const conference = new FormData(event.target as HTMLFormElement).has('conference');
    this.dispatchEvent(new TransferRequestEvent(this.work.id, { kind, id, name }, conference));
    this.#close();
  };

  readonly #close = (): void => {
    this.dispatchEvent(new FindDestinationsRequestEvent(null, null));
    this.dispatchEvent(new Event('close'));
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Not the host's own dialogs.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'ArrowDown' && event.target === this.search) {
      event.preventDefault();
      const radios = this.#radios();
      (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
    } else if (event.key === 'Tab' || event.code === 'Tab') {
      // WebKitGTK reports Shift+Tab under another name.
      this.#keepFocus(event);
    }
  };

  #radios(): HTMLInputElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLInputElement>('[type=radio]')];
  }

  // Between the search and Confirm the browser's own order is right.
  #keepFocus(event: KeyboardEvent): void {
    const last = this.renderRoot.querySelector<HTMLElement>('.primary');
    const [from, to] = event.shiftKey ? [this.search, last] : [last, this.search];
    if (event.target !== from) return;
    event.preventDefault();
    to?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-transfer-dialog': OmniTransferDialog;
  }
}
