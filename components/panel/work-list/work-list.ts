import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { map } from 'lit/directives/map.js';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { hasConversation } from '../../../src/domain/configuration/service-channel.ts';
import { secondsSince } from '../../../src/domain/time.ts';
import { isTransferable } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import { CloseRequestEvent, ShowRecordRequestEvent } from '../../../src/events/requests.ts';
import { joinWithDots } from '../../shared/join-with-dots.ts';
import { icon } from '../../shared/icon.ts';
import { listStyles } from '../../shared/list.styles.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { Places } from '../../shared/places.ts';
import '../transfer-dialog/transfer-dialog.ts';

/**
 * The rep's accepted work that is not in wrap-up, latest first, each with the time since it was accepted. A click
 * brings the record to the front; the buttons transfer the work, if its kind allows that, and end its conversation,
 * or close work that has none. A refusal by the server is shown below it.
 *
 * The transfer dialog is above all rows: new work must not move it while the rep types.
 *
 * @fires omni-show-record-request - The rep brings the record to the front.
 * @fires omni-close-request - The rep closes the work, which ends its conversation.
 * @fires omni-find-destinations-request - The rep searches for a transfer destination.
 * @fires omni-transfer-request - The rep transfers the work.
 */
@customElement('omni-work-list')
export class OmniWorkList extends PanelElement {
  static override styles = listStyles;

  /** The work that the transfer dialog is open for. */
  @state() private transferring: Id | null = null;

  readonly #works = new WorksController(this);
  // All rows change on whole seconds of the clock, not each at its own moment.
  readonly #clock = new ClockController(this, (now) =>
    this.#works.accepted.length > 0 ? nextSecond(0, now) : null,
  );
  readonly #places = new Places();

  protected override render() {
    const works = this.#works.accepted;
    this.#places.arrange(
      works.map(({ id }) => id),
      this.#clock.now,
    );
    if (works.length === 0) return html`<p class="none quiet">${this.words.noWork}</p>`;
    return html`${this.#dialog(works.find(({ id }) => id === this.transferring))}
      <ul>
        ${map(works, (work) => this.#row(work))}
      </ul>`;
  }

  #dialog(work: AgentWork | undefined) {
    if (!work) return nothing;
    const dialog = html`<omni-transfer-dialog
      .work=${work}
      @close=${this.#closeDialog}
    ></omni-transfer-dialog>`;
    return keyed(work.id, dialog);
  }

  readonly #closeDialog = (): void => {
    const row = this.renderRoot.querySelector(`[data-work="${this.transferring}"]`);
    this.transferring = null;
    row?.querySelector<HTMLElement>('[part=transfer]')?.focus();
  };

  #row(work: AgentWork): TemplateResult {
    const { words } = this;
    const left = work.customerLeftAt === null ? null : words.customerLeft;
    return html`<li data-work=${work.id}>
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
        <span class="quiet one-line">${joinWithDots([work.customerName, left])}</span>
        <span class="time"
          >${words.duration(secondsSince(work.openedAt ?? work.offeredAt, this.#clock.now))}</span
        >
      </button>
      ${isTransferable(work.channel.type) ? this.#transfer(work) : nothing}${this.#close(work)}
      ${this.#note('quiet', this.#conference(work))}${this.#note('refusal', this.#works.state?.refusals.get(work.id))}
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
    const others = conference.with.length > 0 ? words.inConferenceWith(words.list(conference.with)) : null;
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
      @click=${() => !answer && (this.transferring = this.transferring === work.id ? null : work.id)}
    >
      ${icon('transfer')}
    </button>`;
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
