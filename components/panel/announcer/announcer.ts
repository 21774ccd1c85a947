import { consume, type ContextType } from '@lit/context';
import { html, type PropertyValues } from 'lit';
import { presenceContext } from '../../../src/contexts.ts';
import { ClockController } from '../../../src/controllers/clock.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { Outcomes } from './outcomes.ts';
import { RequestCalls } from './request-calls.ts';
import { customElement } from '../../shared/custom-element.ts';

/**
 * The panel's voice for screen readers; it shows nothing. Requests are announced at once when they arrive, and again
 * with 10 seconds left: the first of a burst, the others as a number. What became of them, of wrap-ups and of the
 * presence status waits for its turn, and is one announcement if much happens together.
 */
@customElement('omni-announcer')
export class OmniAnnouncer extends PanelElement {
  @consume({ context: presenceContext, subscribe: true })
  protected presence: ContextType<typeof presenceContext> | undefined;

  readonly #works = new WorksController(this);
  readonly #calls = new RequestCalls();
  readonly #outcomes = new Outcomes();
  readonly #clock = new ClockController(this, (now) => {
    const changes = [this.#calls.next(this.#works.requests, now), this.#outcomes.next];
    const next = Math.min(...changes.map((at) => at ?? Number.POSITIVE_INFINITY));
    return Number.isFinite(next) ? next : null;
  });
  #assertive = '';
  #polite = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { words } = this;
    const { now } = this.#clock;
    const { assertive, polite } = this.#calls.announce(this.#works.requests, now, words);
    const outcome = this.#outcomes.announce(this.#works.state, this.presence, now, words);
    this.#assertive = said(assertive, this.#assertive);
    this.#polite = said([polite, outcome].filter((text) => text !== null).join(' ') || null, this.#polite);
  }

  protected override render() {
    return html`<p class="spoken" role="alert">${this.#assertive}</p>
      <p class="spoken" role="status">${this.#polite}</p>`;
  }
}

// A repeated text is news too: a trailing space makes screen readers announce it.
const said = (text: string | null, before: string): string =>
  text === null ? before : text === before ? `${text} ` : text;

declare global {
  interface HTMLElementTagNameMap {
    'omni-announcer': OmniAnnouncer;
  }
}
