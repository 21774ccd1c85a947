import { consume, type ContextType } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { IconName } from '../../../assets/icons/icons.ts';
import { configurationContext, connectionContext } from '../../../src/contexts.ts';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { WorksController } from '../../../src/controllers/works.ts';
import { secondsSince, type Milliseconds } from '../../../src/domain/time.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { styles } from './connection-indicator.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

type Connection = ContextType<typeof connectionContext>;

/** For this long a time of day is unambiguous. */
const HALF_A_DAY: Milliseconds = 12 * 3_600_000;

/**
 * The state of the connection in one line: unobtrusive while connected (with the outcomes of recent requests) or
 * briefly interrupted. While the settings come from this browser's cache and have not been revalidated, it shows when
 * they were last confirmed. Anything that needs more attention is shown by `omni-connection-banner`, and then this
 * element is empty.
 *
 * @csspart line - The line.
 */
@customElement('omni-connection-indicator')
export class OmniConnectionIndicator extends PanelElement {
  static override styles = styles;

  /** The status shown, for styling. */
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
        if (connection.obstacle === 'rep') return this.#line('clock', words.cannotConnectWhy.rep);
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

  // Countdowns are outside the part that is announced.
  #line(glyph: IconName, sentence: string, aside = ''): TemplateResult {
    return html`<div part="line">
      ${icon(glyph)}<span role="status">${sentence}</span><span class="aside">${aside}</span>
    </div>`;
  }

  /** When the cached settings were last confirmed; `null` if they are current. */
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
