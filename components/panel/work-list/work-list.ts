import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { hasConversation } from '../../../src/domain/configuration/service-channel.ts';
import { secondsLeft, secondsSince } from '../../../src/domain/time.ts';
import { isTransferable } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import {
  AcceptRequestEvent,
  CloseRequestEvent,
  ShowRecordRequestEvent,
} from '../../../src/events/requests.ts';
import { isolated, joinWithDots } from '../../shared/join-with-dots.ts';
import { piecesOf } from '../../shared/one-line.ts';
import { icon } from '../../shared/icon.ts';
import { listStyles } from '../../shared/list.styles.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { Places } from '../../shared/places.ts';
import { RevealRequestEvent } from '../../shared/focus.ts';
import { URGENT_SECONDS } from '../work-request/request-view.ts';
import { OmniTransferDialog } from '../transfer-dialog/transfer-dialog.ts';
import { customElement } from '../../shared/custom-element.ts';
import { flagNote, flagStyles } from './flag-note.ts';

/**
 * The requests that wait for the rep's answer, earliest deadline first, so that none is out of reach; a click shows
 * the toast, where a request can be declined too. Below them the rep's accepted work that is not in wrap-up, latest
 * first, each with the time since it was accepted and, if its flag is up, what was said with it. A click brings the record to the front; the buttons transfer the
 * work, if its kind allows that, and end its conversation, or close work that has none. A refusal by the server is
 * shown below it.
 *
 * The transfer dialog is in the row of its work, and keeps what the rep has typed when other work comes and goes.
 *
 * @fires omni-accept-request - The rep accepts a request.
 * @fires omni-show-record-request - The rep brings the record to the front.
 * @fires omni-close-request - The rep closes the work, which ends its conversation.
 * @fires omni-find-destinations-request - The rep searches for a transfer destination.
 * @fires omni-transfer-request - The rep transfers the work.
 *
 * @slot no-work - What is shown instead of the sentence that there is no work.
 *
 * @csspart row - One request or work.
 * @csspart reveal - What shows the toast of a request.
 * @csspart accept - The button that accepts a request.
 * @csspart show - What brings the record of a work to the front.
 * @csspart transfer - The button that opens the transfer dialog.
 * @csspart close - The button that ends the conversation, or closes the work.
 * @csspart dialog - The transfer dialog.
 * @csspart more - The button in it for more destinations.
 * @csspart again - The button in it that searches again.
 */
@customElement('omni-work-list')
export class OmniWorkList extends PanelElement {
  static override styles = [...listStyles, flagStyles];

  /** The work that the transfer dialog is open for. */
  @state() private transferring: Id | null = null;

  readonly #works = new WorksController(this);
  // All rows change on whole seconds of the clock, not each at its own moment.
  readonly #clock = new ClockController(this, (now) =>
    this.#works.accepted.length + this.#works.waiting.length > 0 ? nextSecond(0, now) : null,
  );
  readonly #places = new Places();
  #form: OmniTransferDialog | null = null;

  // The dialog moves along with its row, and an element that is moved loses the focus.
  protected override update(changed: PropertyValues<this>): void {
    const focused = this.#form?.shadowRoot?.activeElement;
    super.update(changed);
    if (focused instanceof HTMLElement && this.#form?.isConnected && !this.#form.shadowRoot?.activeElement)
      focused.focus();
  }

  protected override render() {
    const { accepted, waiting } = this.#works;
    const { words } = this;
    this.#places.arrange(
      [...waiting, ...accepted].map(({ id }) => id),
      this.#clock.now,
    );
    if (accepted.length + waiting.length === 0)
      return html`<slot name="no-work"><p class="none quiet">${words.noWork}</p></slot>`;
    return html`${
      waiting.length === 0
        ? nothing
        : html`<p class="head" id="waiting">${words.waitingForAnswer}</p>
            <ul aria-labelledby="waiting">
              ${map(waiting, (work) => this.#request(work))}
            </ul>`
    }
    ${
      accepted.length === 0
        ? nothing
        : html`<ul>
            ${map(accepted, (work) => this.#row(work))}
          </ul>`
    }`;
  }

  #request(work: AgentWork): TemplateResult {
    const { words } = this;
    const { deadline, automatic } = work.stamp;
    const left = deadline === null ? null : secondsLeft(deadline, this.#clock.now);
    const answer = this.#works.answerTo(work.id);
    const isSettling = automatic || answer !== undefined;
    const label = automatic ? words.accepting : answer ? words.checkingStatus : words.accept;
    return html`<li part="row" data-work=${work.id}>
      <button
        class="row"
        part="reveal"
        title=${words.showRequest}
        @click=${() => this.dispatchEvent(new RevealRequestEvent(work.id))}
      >
        <span class="channel"
          >${icon(work.channel.type)}<span class="spoken">${work.channel.name}</span></span
        >
        <b class="one-line foreign">${work.subject}</b>
        <span class="quiet one-line foreign">${work.customerName}</span>
        ${left === null ? nothing : html`<span class="time ${left <= URGENT_SECONDS ? 'bad' : ''}">${words.duration(left)}</span>`}
      </button>
      <button
        class="button small"
        part="accept"
        aria-disabled=${isSettling}
        aria-label=${words.about(label, work.subject)}
        @click=${() =>
          !isSettling && this.#isMeant(work) && this.dispatchEvent(new AcceptRequestEvent(work.id))}
      >
        ${label}
      </button>
    </li>`;
  }

  // An element and no template: lit reuses rows by their position, and would give what was typed to the next work.
  #dialog(work: AgentWork): OmniTransferDialog | typeof nothing {
    if (this.transferring !== work.id) return nothing;
    if (this.#form?.work?.id !== work.id) {
      this.#form = new OmniTransferDialog();
      this.#form.addEventListener('close', this.#closeDialog);
      this.#form.setAttribute('exportparts', 'dialog, more, again');
    }
    this.#form.work = work;
    return this.#form;
  }

  readonly #closeDialog = (): void => {
    const row = this.renderRoot.querySelector(`[data-work="${this.transferring}"]`);
    this.transferring = null;
    this.#form = null;
    row?.querySelector<HTMLElement>('[part=transfer]')?.focus();
  };

  #row(work: AgentWork): TemplateResult {
    const { words } = this;
    const left = work.customerLeftAt === null ? null : words.customerLeft;
    return html`<li part="row" data-work=${work.id}>
      <button
        class="row"
        part="show"
        title=${work.subject}
        @click=${() => this.dispatchEvent(new ShowRecordRequestEvent(work.id))}
      >
        <span class="channel"
          >${icon(work.channel.type)}<span class="spoken">${work.channel.name}</span></span
        >
        <b class="one-line foreign">${work.subject}</b>
        <span class="quiet pieces keeps-first">${piecesOf([left, work.customerName])}</span>
        <span class="time"
          >${words.duration(secondsSince(work.openedAt ?? work.offeredAt, this.#clock.now))}</span
        >
      </button>
      ${isTransferable(work.channel.type) ? this.#transfer(work) : nothing}${this.#close(work)}${flagNote(work, words)}
      ${this.#note('quiet', this.#conference(work))}${this.#note('refusal', this.#works.state?.refusals.get(work.id))}${this.#dialog(work)}
    </li>`;
  }

  #note(kind: 'quiet' | 'refusal', said: string | null | undefined) {
    return said
      ? html`<p class="note ${kind}" role=${kind === 'refusal' ? 'alert' : nothing}>${said}</p>`
      : nothing;
  }

  #conference({ conference }: AgentWork): string | null {
    if (!conference) return null;
    const { words } = this;
    const others =
      conference.with.length > 0 ? words.inConferenceWith(words.list(conference.with.map(isolated))) : null;
    return joinWithDots([others, conference.invited && words.asksToJoin(conference.invited.name)]);
  }

  #transfer(work: AgentWork): TemplateResult {
    const { words } = this;
    const answer = this.#works.answerTo(work.id);
    const name = answer?.kind === 'transfer' ? words.checkingStatus : words.transfer;
    return html`<button
      class="button small bare"
      part="transfer"
      aria-disabled=${answer !== undefined}
      aria-expanded=${this.transferring === work.id}
      aria-label=${words.about(name, work.subject)}
      title=${name}
      @click=${() => !answer && this.#toggle(work.id)}
    >
      ${icon('transfer')}
    </button>`;
  }

  #toggle(id: Id): void {
    this.#form = null;
    this.transferring = this.transferring === id ? null : id;
  }

  #close(work: AgentWork): TemplateResult {
    const { words } = this;
    const busy = this.#works.answerTo(work.id) !== undefined;
    const talks = hasConversation(work.channel.type);
    const label = busy ? words.checkingStatus : talks ? words.end : words.close;
    const name = busy ? label : talks ? words.endConversation : words.close;
    return html`<button
      class="button small"
      part="close"
      aria-disabled=${busy}
      aria-label=${words.about(name, work.subject)}
      title=${name}
      @click=${() => !busy && this.#isMeant(work) && this.dispatchEvent(new CloseRequestEvent(work.id))}
    >
      ${label}
    </button>`;
  }

  #isMeant({ id }: AgentWork): boolean {
    return this.#places.isIntended(id, this.#clock.now);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-work-list': OmniWorkList;
  }
}
