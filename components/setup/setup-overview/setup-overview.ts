import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Overview, OverviewProblem } from '../../../src/domain/setup/overview.ts';
import { OpenRecordEvent, type PageName } from '../shared/events.ts';
import { setupIcon } from '../shared/icon.ts';
import { problemLine } from '../shared/problem-line.ts';
import { SetupElement } from '../shared/setup-element.ts';
import { styles } from './setup-overview.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** The page of the records with a problem; sounds have none of their own. */
const pages: Readonly<Record<OverviewProblem, PageName | null>> = {
  queueWithoutMembers: 'queues',
  statusNotGranted: 'presence-statuses',
  channelWithoutStatus: 'service-channels',
  soundNotUsed: null,
};

const counts = ['presenceConfigurations', 'reps', 'repsByDefault', 'queues', 'sounds'] as const;

/** The user asks again for the overview. */
class RetryOverviewEvent extends Event {
  constructor() {
    super('omni-retry-overview', { bubbles: true });
  }
}

/**
 * Setup's landing: how much there is, and what may be wrong although no rule is broken, with links to the records.
 *
 * @fires omni-open-record - The user opens a record with a problem.
 * @fires omni-retry-overview - The user asks again, since the overview could not be loaded.
 */
@customElement('omni-setup-overview')
export class OmniSetupOverview extends SetupElement {
  static override styles = styles;

  @property({ attribute: false }) overview: Overview | null = null;
  /** Why it could not be loaded; `null` if it was. */
  @property({ attribute: false }) problem: string | null = null;

  protected override render() {
    const { overview, problem, words } = this;
    return html`<div>
        <h1>${words.setup}</h1>
        <p class="quiet">${words.overview.lead}</p>
      </div>
      ${
        problem === null
          ? nothing
          : problemLine(problem, words, () => this.dispatchEvent(new RetryOverviewEvent()))
      }
      ${
        overview === null
          ? html`<p class="quiet" role="status">${problem === null ? words.loading : nothing}</p>`
          : html`${this.#counts(overview)}${this.#problems(overview)}`
      }`;
  }

  #counts(overview: Overview) {
    const { words } = this;
    return html`<dl>
      ${counts.map(
        (one) =>
          html`<div>
            <dt>${words.overview.counts[one]}</dt>
            <dd>${words.number(overview[one])}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #problems({ problems }: Overview) {
    const { words } = this;
    return html`<section aria-labelledby="problems">
      <h2 id="problems">${words.overview.problems}</h2>
      ${
        problems.length === 0
          ? html`<p class="line fine">${setupIcon('check')}<span>${words.overview.noProblems}</span></p>`
          : html`<ul class="problems">
              ${problems.map((one) => this.#problem(one))}
            </ul>`
      }
    </section>`;
  }

  #problem({ problem, records, total }: Overview['problems'][number]) {
    const { words } = this;
    const page = pages[problem];
    const more = total - records.length;
    return html`<li>
      ${setupIcon('warn')}<b>${words.overview.problem[problem]}</b>
      <ul class="records">
        ${records.map(
          ({ id, name }) =>
            html`<li>
              ${
                page === null
                  ? html`<bdi>${name}</bdi>`
                  : html`<button
                      type="button"
                      class="link"
                      @click=${() => this.dispatchEvent(new OpenRecordEvent(id, page))}
                    >
                      <bdi>${name}</bdi>
                    </button>`
              }
            </li>`,
        )}
        ${more > 0 ? html`<li>${words.andMore(more)}</li>` : nothing}
      </ul>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-setup-overview': OmniSetupOverview;
  }
  interface HTMLElementEventMap {
    'omni-retry-overview': RetryOverviewEvent;
  }
}
