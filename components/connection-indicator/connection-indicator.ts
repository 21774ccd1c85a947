import { consume, type ContextType } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { IconName } from '../../assets/icons/icons.ts';
import { connectionContext } from '../../src/contexts.ts';
import { ClockController, nextSecond } from '../../src/controllers/clock.ts';
import { WorksController } from '../../src/controllers/works.ts';
import { secondsLeft, secondsSince } from '../../src/domain/time.ts';
import { MendRequestEvent } from '../../src/events.ts';
import { icon } from '../shared/icon.ts';
import { PanelElement } from '../shared/panel-element.ts';
import { styles } from './connection-indicator.styles.ts';

type Connection = ContextType<typeof connectionContext>;

/**
 * Where the connection stands. Quiet while it holds (with what became of the recent requests) and when it is just
 * interrupted; once it is lost, since when, what the server will do with the status, and when the next attempt starts.
 *
 * @fires omni-mend-request - `notConnected`: reconnect now, try again, or use the panel here.
 *
 * @csspart line - The one line of a quiet state.
 * @csspart banner - What is said while it is lost, refused or replaced.
 */
@customElement('omni-connection-indicator')
export class OmniConnectionIndicator extends PanelElement {
  static override styles = styles;

  /** The status shown, for styles. */
  @property({ reflect: true }) status: Connection['status'] = 'connecting';

  @consume({ context: connectionContext, subscribe: true })
  protected connection: Connection | undefined;

  readonly #works = new WorksController(this);
  readonly #clock = new ClockController(this, (now) => {
    const { status, nextAttemptAt, since } = this.connection ?? { status: null };
    return status === 'interrupted' || status === 'lost' ? nextSecond(nextAttemptAt ?? since, now) : null;
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.connection) this.status = this.connection.status;
  }

  protected override render() {
    const { words, connection } = this;
    if (!connection) return nothing;
    switch (connection.status) {
      case 'connecting':
        return this.#line('refresh', words.connecting, '');
      case 'connected':
        return this.#line('circle-check', words.connected, this.#counts());
      case 'interrupted': {
        const seconds = secondsSince(connection.since, this.#clock.now);
        return this.#line('refresh', words.reconnecting, words.seconds(seconds));
      }
      case 'signedOut':
        return this.#line('unlink', words.signedOut, connection.detail ?? '');
      case 'lost':
        return this.#lost(connection);
      case 'replaced':
        return this.#banner(
          'unlink',
          words.replaced,
          connection.detail ?? words.replacedMeans,
          words.useHere,
        );
      case 'refused':
        return this.#banner('unlink', words.refused, connection.detail ?? '', words.tryAgain);
    }
  }

  // What ticks stands outside the part that is announced.
  #line(glyph: IconName, sentence: string, aside: string): TemplateResult {
    return html`<div part="line">
      ${icon(glyph)}<span role="status">${sentence}</span><span class="aside">${aside}</span>
    </div>`;
  }

  #banner(
    glyph: IconName,
    title: string,
    sentence: string,
    mend: string,
    more: { aside: unknown; facts: unknown } | null = null,
  ): TemplateResult {
    return html`<div part="banner">
      ${icon(glyph)}
      <div role="alert">
        <b>${title}</b>
        <p>${sentence}</p>
      </div>
      ${more?.aside} ${more?.facts}
      <button
        class="button ${more ? 'critical' : ''}"
        part="mend"
        @click=${() => this.dispatchEvent(new MendRequestEvent('notConnected'))}
      >
        ${mend}
      </button>
    </div>`;
  }

  #lost({ since, grace, nextAttemptAt, detail }: Connection): TemplateResult {
    const { words } = this;
    const { now } = this.#clock;
    const offlineAt = grace === null ? null : since + grace;
    const next = nextAttemptAt === null ? null : secondsLeft(nextAttemptAt, now);
    const aside = html`<span class="aside">${words.duration(secondsSince(since, now))}</span>`;
    const facts = html`<dl>
      <dt>${words.lostSince}</dt>
      <dd>${words.exactTime(since)}</dd>
      ${
        offlineAt === null
          ? nothing
          : html`<dt>${words.offlineAt}</dt>
              <dd>
                ${
                  now < offlineAt
                    ? words.aboutUnlessBack(words.exactTime(offlineAt))
                    : words.aboutTime(words.exactTime(offlineAt))
                }
              </dd>`
      }
      <dt>${words.nextAttempt}</dt>
      <dd>${next ? words.inSeconds(next) : words.tryingNow}</dd>
    </dl>`;
    const sentence = detail ?? words.lostMeans;
    return this.#banner('unlink', words.connectionLost, sentence, words.reconnectNow, { aside, facts });
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
