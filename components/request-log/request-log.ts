import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { map } from 'lit/directives/map.js';
import { WorksController } from '../../src/controllers/works.ts';
import type { AgentWork } from '../../src/domain/agent-work.ts';
import { apart } from '../shared/apart.ts';
import { icon } from '../shared/icon.ts';
import { listStyles } from '../shared/list.styles.ts';
import { PanelElement } from '../shared/panel-element.ts';
import { outcomeOf } from './outcome.ts';

/** The rep's recent requests, the latest first: when, what became of each, and why. */
@customElement('omni-request-log')
export class OmniRequestLog extends PanelElement {
  static override styles = listStyles;

  readonly #works = new WorksController(this);

  protected override render() {
    const works = this.#works.recent;
    if (works.length === 0) return html`<p class="none quiet">${this.words.noRequests}</p>`;
    return html`<ul>
      ${map(works, (work) => this.#row(work))}
    </ul>`;
  }

  #row(work: AgentWork): TemplateResult {
    const outcome = outcomeOf(work, this.words);
    const reasons = apart(outcome.reasons);
    return html`<li>
      <div class="row">
        <span class="channel"
          >${icon(work.channel.type)}<span class="spoken">${work.channel.name}</span></span
        >
        <b class="one-line foreign" title=${work.subject}>${work.subject}</b>
        <span class="time">${this.words.time(work.settledAt ?? work.openedAt ?? work.offeredAt)}</span>
        <span class="quiet">
          <span class="outcome ${outcome.tone}">${icon(outcome.icon)}${outcome.word}</span
          >${reasons && ` · ${reasons}`}
        </span>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-request-log': OmniRequestLog;
  }
}
