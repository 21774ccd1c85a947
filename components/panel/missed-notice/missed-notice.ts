import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { WorksController } from '../../../src/controllers/works.ts';
import { DismissRequestEvent, ShowLogRequestEvent } from '../../../src/events/requests.ts';
import { icon } from '../../shared/icon.ts';
import { piecesOf } from '../../shared/one-line.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { shared } from '../../shared/shared.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * The requests that the rep missed, in one line: which one, or how many, a way to the log, and one button that
 * dismisses them all. Without any it is empty. `omni-announcer` announces them.
 *
 * @fires omni-show-log-request - The rep opens the log to see what was missed.
 * @fires omni-dismiss-request - The rep dismisses the missed requests, each with an event, also by opening the log.
 *
 * @csspart line - The line.
 * @csspart log - The button that opens the log.
 * @csspart dismiss - The button that dismisses them.
 */
@customElement('omni-missed-notice')
export class OmniMissedNotice extends PanelElement {
  static override styles = [
    shared,
    css`
      [part='line'] {
        display: flex;
        gap: var(--omni-space-2);
        align-items: center;
        padding-block: var(--omni-space-1);
        padding-inline: var(--omni-space-4) var(--omni-space-2);
        border-block-start: 1px solid var(--omni-border);
        background: var(--omni-caution-soft);
        font: var(--omni-text-sm);
      }
      p {
        flex: 1;
      }
      .button {
        background: none;
      }
    `,
  ];

  /** Leaves out the button that opens the log. */
  @property({ attribute: false }) hideLog = false;

  readonly #works = new WorksController(this);

  protected override render() {
    const { missed } = this.#works;
    const { words } = this;
    const [first, ...others] = missed;
    if (!first) return nothing;
    const what =
      others.length > 0 ? words.missedCount(missed.length) : words.about(words.missed, first.subject);
    return html`<div part="line">
      ${icon('clock')}
      ${
        others.length > 0
          ? html`<p>${what}</p>`
          : html`<p class="pieces keeps-first" title=${what}>${piecesOf([words.missed, first.subject])}</p>`
      }
      <button class="button small" part="log" ?hidden=${this.hideLog} @click=${this.#showLog}>
        ${words.seeLog}
      </button>
      <button
        class="button bare small"
        part="dismiss"
        aria-label=${words.about(words.dismiss, what)}
        title=${words.dismiss}
        @click=${this.#dismiss}
      >
        ${icon('x')}
      </button>
    </div>`;
  }

  readonly #showLog = (): void => {
    this.dispatchEvent(new ShowLogRequestEvent());
    this.#dismiss();
  };

  readonly #dismiss = (): void => {
    for (const { id } of this.#works.missed) this.dispatchEvent(new DismissRequestEvent(id));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-missed-notice': OmniMissedNotice;
  }
}
