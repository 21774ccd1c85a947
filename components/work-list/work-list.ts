import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { ClockController, nextSecond } from '../../src/controllers/clock.ts';
import { WorksController } from '../../src/controllers/works.ts';
import type { AgentWork } from '../../src/domain/agent-work.ts';
import { hasConversation } from '../../src/domain/service-channel.ts';
import { secondsSince } from '../../src/domain/time.ts';
import { FinishRequestEvent, ShowRecordRequestEvent } from '../../src/events/requests.ts';
import { apart } from '../shared/apart.ts';
import { icon } from '../shared/icon.ts';
import { listStyles } from '../shared/list.styles.ts';
import { PanelElement } from '../shared/panel-element.ts';
import { Places } from '../shared/places.ts';

/**
 * The rep's accepted work that is not in wrap-up, the latest first, each with the time since it was accepted. A click brings the record
 * forward; the button beside it ends the conversation, or closes work that has none.
 *
 * @fires omni-show-record-request - The rep wants the record brought forward.
 * @fires omni-finish-request - The rep is done with it.
 */
@customElement('omni-work-list')
export class OmniWorkList extends PanelElement {
  static override styles = listStyles;

  readonly #works = new WorksController(this);
  // One rhythm for all rows: whole seconds of the clock, not of each row.
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
    return html`<ul>
      ${map(works, (work) => this.#row(work))}
    </ul>`;
  }

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
        <span class="quiet one-line">${apart([work.customerName, left])}</span>
        <span class="time"
          >${words.duration(secondsSince(work.openedAt ?? work.offeredAt, this.#clock.now))}</span
        >
      </button>
      ${this.#finish(work)}
    </li>`;
  }

  #finish(work: AgentWork): TemplateResult {
    const { words } = this;
    const busy = this.#works.answerTo(work.id) !== undefined;
    const talks = hasConversation(work.channel.type);
    const label = busy ? words.checkingStatus : talks ? words.end : words.close;
    const name = busy ? label : talks ? words.endConversation : words.close;
    return html`<button
      class="button small"
      part="finish"
      aria-disabled=${busy}
      aria-label=${words.about(name, work.subject)}
      title=${name}
      @click=${() => !busy && this.#isMeant(work) && this.dispatchEvent(new FinishRequestEvent(work.id))}
    >
      ${label}
    </button>`;
  }

  #isMeant({ id }: AgentWork): boolean {
    return this.#places.isMeant(id, this.#clock.now);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-work-list': OmniWorkList;
  }
}
