import { consume, type ContextType } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { IconName } from '../../../assets/icons/icons.ts';
import { configurationContext, connectionContext } from '../../../src/contexts.ts';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import { secondsSince, type Milliseconds } from '../../../src/domain/time.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { styles } from './connection-indicator.styles.ts';

type Connection = ContextType<typeof connectionContext>;

/** A time of day alone names an instant this long. */
const HALF_A_DAY: Milliseconds = 12 * 3_600_000;

/**
 * Where the connection stands, in one line: quiet while it holds (with what became of the recent requests) and when it is
 * just interrupted. While the settings come from this browser and were not revalidated, it says of when they are. What
 * asks for the rep's attention, and for more than a line, is in `omni-connection-banner`, and then nothing is here.
 *
 * @csspart line - The line.
 */
@customElement('omni-connection-indicator')
export class OmniConnectionIndicator extends PanelElement {
  static override styles = styles;

  /** The status shown, for styles. */
  @property({ reflect: true }) status: Connection['status'] = 'connecting';

  @consume({ context: connectionContext, subscribe: true })
  protected connection: Connection | undefined;

  @consume({ context: configurationContext, subscribe: true })
  protected configuration: ContextType<typeof configurationContext> | undefined;

  readonly #works = new WorksController(this);
  readonly #clock = new ClockController(this, (now) => {
    const { connection } = this;
    return connection?.status === 'interrupted' ? nextSecond(connection.since, now) : null;
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.connection) this.status = this.connection.status;
  }

  protected override render() {
    const { words, connection } = this;
    const asOf = this.#asOf();
    switch (connection?.status) {
      case 'connecting':
        return this.#line('refresh', words.connecting, asOf ? words.settingsAsOf(asOf) : '');
      case 'connected':
        return this.#line('circle-check', words.connected, asOf ? words.settingsAsOf(asOf) : this.#counts());
      case 'interrupted': {
        const seconds = secondsSince(connection.since, this.#clock.now);
        return this.#line('refresh', words.reconnecting, words.seconds(seconds));
      }
      case 'signedOut':
        return this.#line('unlink', words.signedOut, connection.detail ?? '');
      case 'lost':
      case 'refused':
        return asOf ? this.#line('clock', words.offlineStart(asOf)) : nothing;
      default:
        return nothing;
    }
  }

  // What ticks stands outside the part that is announced.
  #line(glyph: IconName, sentence: string, aside = ''): TemplateResult {
    return html`<div part="line">
      ${icon(glyph)}<span role="status">${sentence}</span><span class="aside">${aside}</span>
    </div>`;
  }

  /** Of when the settings are; `null`: they hold now. */
  #asOf(): string | null {
    const { cached, asOf } = this.configuration ?? { cached: false };
    if (!cached || asOf === null) return null;
    const isToday = this.#clock.now - asOf < HALF_A_DAY;
    return isToday ? this.words.time(asOf) : this.words.dayTime(asOf);
  }

  #counts(): string {
    const recent = this.#works.recent;
    if (recent.length === 0) return '';
    const accepted = recent.filter(({ openedAt }) => openedAt !== null).length;
    const missed = recent.filter(({ status }) => status === 'declinedOnPushTimeout').length;
    return this.words.recently(accepted, missed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-connection-indicator': OmniConnectionIndicator;
  }
}
