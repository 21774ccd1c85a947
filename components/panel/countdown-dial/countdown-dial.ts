import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { secondsLeft, type Instant } from '../../../src/domain/time.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { styles } from './countdown-dial.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

/** Above this many seconds, minutes and seconds are shown. */
const MAX_SECONDS = 99;
const MAX_TICKS = 30;

/**
 * The time left until an instant, as a number inside a ring of ticks. It updates once a second without animation; the
 * ticks suit its steps. In right-to-left text it runs counterclockwise.
 *
 * Role `timer`: screen readers read it on request, and do not announce each second.
 */
@customElement('omni-countdown-dial')
export class OmniCountdownDial extends PanelElement {
  static override styles = styles;

  /** When the countdown ends. */
  @property({ attribute: false }) end: Instant = 0;
  /** When the countdown started: the ring was full then. */
  @property({ attribute: false }) start: Instant | null = null;
  /** 44 px instead of 64 px. */
  @property({ type: Boolean, reflect: true }) small = false;

  readonly #clock = new ClockController(this, (now) => (now < this.end ? nextSecond(this.end, now) : null));

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const left = this.#left;
    this.role = 'timer';
    this.ariaLabel = this.words.secondsToAnswer(left);
    this.toggleAttribute('long', left > MAX_SECONDS);
  }

  protected override render() {
    const left = this.#left;
    const whole = this.start === null ? MAX_TICKS : Math.max(1, secondsLeft(this.end, this.start));
    const ticks = Math.min(this.small ? MAX_TICKS * (2 / 3) : MAX_TICKS, whole);
    const lit = Math.min(ticks, Math.ceil((left / whole) * ticks));
    const [box, radius, width] = this.small ? [44, 19, 4] : [64, 28, 6];
    return html`<svg viewBox="0 0 ${box} ${box}" aria-hidden="true">
        <circle
          cx=${box / 2}
          cy=${box / 2}
          r=${radius}
          stroke-width=${width}
          pathLength=${ticks}
          stroke-dasharray="${'0.7 0.3 '.repeat(lit)}0 ${ticks}"
        /></svg
      >${left > MAX_SECONDS ? this.words.duration(left) : left}`;
  }

  get #left(): number {
    return secondsLeft(this.end, this.#clock.now);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-countdown-dial': OmniCountdownDial;
  }
}
