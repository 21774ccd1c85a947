import { consume, type ContextType } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { map } from 'lit/directives/map.js';
import { receiptsContext } from '../../../src/contexts.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { explainAlert } from '../../../src/domain/alerts/explain-alert.ts';
import { DownloadFlightRecordRequestEvent, TakeRequestEvent } from '../../../src/events/requests.ts';
import { joinWithDots } from '../../shared/join-with-dots.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { outcomeOf } from './outcome.ts';
import { styles } from './request-log.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * The rep's recent requests, latest first: the time, the outcome and its reason. Declined or missed work that is
 * still waiting can be taken; a missed request shows how this panel alerted the rep. Below them is the flight record
 * of the last hour, for support.
 *
 * @fires omni-take-request - The rep takes work that is still waiting.
 * @fires omni-download-flight-record-request - The rep downloads the flight record.
 *
 * @csspart row - One request.
 * @csspart take - The button that takes work that is still waiting.
 * @csspart download - The button that downloads the flight record.
 */
@customElement('omni-request-log')
export class OmniRequestLog extends PanelElement {
  static override styles = styles;

  @consume({ context: receiptsContext, subscribe: true })
  protected receipts: ContextType<typeof receiptsContext> | undefined;

  readonly #works = new WorksController(this);

  protected override render() {
    const works = this.#works.recent;
    const { words } = this;
    return html`${
        works.length === 0
          ? html`<p class="none quiet">${words.noRequests}</p>`
          : html`<ul>
              ${map(works, (work) => this.#row(work))}
            </ul>`
      }
      <div class="foot">
        <span>${words.recordKept}</span>
        <button
          class="button small"
          part="download"
          @click=${() => this.dispatchEvent(new DownloadFlightRecordRequestEvent())}
        >
          ${words.downloadRecord}
        </button>
      </div>`;
  }

  #row(work: AgentWork): TemplateResult {
    const outcome = outcomeOf(work, this.words);
    const reasons = joinWithDots(outcome.reasons);
    const refusal = work.takeable && this.#works.state?.refusals.get(work.id);
    return html`<li part="row" data-work=${work.id}>
      <div class="row">
        <span class="channel"
          >${icon(work.channel.type)}<span class="spoken">${work.channel.name}</span></span
        >
        <b class="one-line foreign" title=${work.subject}>${work.subject}</b>
        <span class="time">${this.words.time(work.settledAt ?? work.openedAt ?? work.offeredAt)}</span>
        <span class="quiet">
          <span class="outcome ${outcome.tone}">${icon(outcome.icon)}${outcome.word}</span
          >${reasons && ` · ${reasons}`}
          ${refusal ? html`<span class="refusal" role="alert">${refusal}</span>` : nothing}
        </span>
        ${work.status === 'declinedOnPushTimeout' ? this.#alert(work) : nothing}
      </div>
      ${work.takeable ? this.#take(work) : nothing}
    </li>`;
  }

  // A page loaded later has no receipts: then only the server can explain it.
  #alert(work: AgentWork) {
    const seen = this.receipts?.get(work.id);
    if (!seen) return nothing;
    const { words } = this;
    return html`<details class="quiet">
      <summary>${words.whatHappened}<span class="spoken">: ${work.subject}</span></summary>
      <p>${explainAlert(work, seen, words.alert)}</p>
    </details>`;
  }

  #take({ id, subject }: AgentWork): TemplateResult {
    const { words } = this;
    const busy = this.#works.answerTo(id) !== undefined;
    const label = busy ? words.checkingStatus : words.takeIt;
    return html`<button
      class="button small"
      part="take"
      aria-disabled=${busy}
      aria-label=${words.about(label, subject)}
      @click=${() => !busy && this.dispatchEvent(new TakeRequestEvent(id))}
    >
      ${label}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-request-log': OmniRequestLog;
  }
}
