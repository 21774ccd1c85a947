import { consume, type ContextType } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { IconName } from '../../../assets/icons/icons.ts';
import { connectionContext, presenceContext } from '../../../src/contexts.ts';
import { ClockController, nextSecond } from '../../../src/controllers/clock.ts';
import { secondsLeft, secondsSince, type Milliseconds } from '../../../src/domain/time.ts';
import {
  DismissReturnRequestEvent,
  FixProblemRequestEvent,
  SetStatusRequestEvent,
  ShowLogRequestEvent,
  SilenceAlarmRequestEvent,
} from '../../../src/events/requests.ts';
import { icon } from '../../shared/icon.ts';
import { PanelElement } from '../../shared/panel-element.ts';
import { styles } from './connection-banner.styles.ts';
import { customElement } from '../../shared/custom-element.ts';

type Connection = ContextType<typeof connectionContext>;
type Returned = NonNullable<Connection['returned']>;

interface Banner {
  readonly tone: 'critical' | 'caution' | 'positive';
  readonly icon: IconName;
  readonly title: string;
  readonly sentence: string;
  /** A countdown or close button next to the title. */
  readonly aside?: unknown;
  readonly facts?: unknown;
  readonly buttons: unknown;
}

/**
 * What a rep must know about the connection. While there is none (it never came about, or is lost), or the sign-in is
 * refused: since when, when the server will set Offline, when the next attempt starts, and how to silence the alarm.
 * After reconnecting: how long the rep was away, what was missed, and a way back to their status. Signed in
 * elsewhere: a way to use the panel here. Otherwise, including a brief interruption, it is empty. It is complete in
 * its first frame and announced once: countdowns are outside the alert.
 *
 * @fires omni-fix-problem-request - `notConnected`: reconnect now, retry, or use the panel here.
 * @fires omni-silence-alarm-request - The rep silences the alarm.
 * @fires omni-set-status-request - The rep returns to the previous status.
 * @fires omni-show-log-request - The rep opens the log to see what was missed.
 * @fires omni-dismiss-return-request - The rep dismisses the report of what happened while they were away.
 *
 * @csspart banner - The banner; its tone (`critical`, `caution`, `positive`) is its class.
 * @csspart fix - The button that connects.
 * @csspart silence - The button that silences the alarm.
 * @csspart back - The button that returns to the previous status.
 * @csspart log - The button that opens the log.
 * @csspart dismiss - The button that dismisses the report.
 */
@customElement('omni-connection-banner')
export class OmniConnectionBanner extends PanelElement {
  static override styles = styles;

  /** Leaves out the button that opens the log. */
  @property({ attribute: false }) hideLog = false;

  @consume({ context: connectionContext, subscribe: true })
  protected connection: Connection | undefined;
  @consume({ context: presenceContext, subscribe: true })
  protected presence: ContextType<typeof presenceContext> | undefined;

  readonly #clock = new ClockController(this, (now) => {
    const { status, since, nextAttemptAt } = this.connection ?? { status: null };
    if (status !== 'lost' && status !== 'refused') return null;
    const wait = nextAttemptAt !== null && nextAttemptAt > now ? nextSecond(nextAttemptAt, now) : Infinity;
    return Math.min(nextSecond(since, now), wait);
  });

  protected override render() {
    const banner = this.#banner();
    if (!banner) return nothing;
    return html`<div part="banner" class=${banner.tone}>
      ${icon(banner.icon)}
      <div role="alert">
        <b>${banner.title}</b>
        <p>${banner.sentence}</p>
      </div>
      ${banner.aside} ${banner.facts}
      <div class="acts">${banner.buttons}</div>
    </div>`;
  }

  #banner(): Banner | null {
    const { connection, words } = this;
    switch (connection?.status) {
      case 'lost':
        return connection.grace === null
          ? this.#lost(
              connection,
              words.cannotConnect,
              words.tryAgain,
              words.cannotConnectWhy[connection.obstacle ?? 'server'],
            )
          : this.#lost(connection, words.connectionLost, words.reconnectNow, words.lostMeans);
      case 'refused':
        return this.#lost(
          connection,
          words.refused,
          words.tryAgain,
          connection.grace === null ? words.refusedMeans : words.lostMeans,
        );
      case 'replaced':
        return {
          tone: 'caution',
          icon: 'unlink',
          title: words.replaced,
          sentence: connection.detail ?? words.replacedMeans,
          buttons: this.#button('fix', words.useHere, new FixProblemRequestEvent('notConnected')),
        };
      case 'connected':
        return connection.returned && this.#returned(connection.returned);
      default:
        return null;
    }
  }

  #lost(
    { since, nextAttemptAt, detail, grace, alarm }: Connection,
    title: string,
    fix: string,
    means: string,
  ): Banner {
    const { words } = this;
    const { now } = this.#clock;
    const next = nextAttemptAt === null ? 0 : secondsLeft(nextAttemptAt, now);
    // A rep who is already Offline is not set Offline.
    const isOffline = this.presence?.confirmed?.status.kind === 'offline';
    const offlineAt = grace === null || isOffline ? null : since + grace;
    const about = () => {
      const time = words.exactTime(offlineAt ?? 0);
      return now < (offlineAt ?? 0) ? words.aboutUnlessBack(time) : words.aboutTime(time);
    };
    return {
      tone: 'critical',
      icon: 'unlink',
      title,
      sentence: detail ?? means,
      aside: html`<span class="aside">${words.duration(secondsSince(since, now))}</span>`,
      facts: html`<dl>
        ${fact(words.lostSince, words.exactTime(since))}
        ${offlineAt === null ? nothing : fact(words.offlineAt, about())}
        ${fact(words.nextAttempt, next > 0 ? words.inSeconds(next) : words.tryingNow)}
      </dl>`,
      buttons: html`${this.#button('fix', fix, new FixProblemRequestEvent('notConnected'), 'critical', 'refresh')}
      ${
        alarm === 'sounding'
          ? this.#button('silence', words.silence, new SilenceAlarmRequestEvent(), '', 'sound-off')
          : nothing
      }`,
    };
  }

  #returned({ at, awayFor, missed, setOfflineByServer, slept }: Returned): Banner {
    const { words } = this;
    const away = this.#length(awayFor);
    const absence = slept
      ? words.slept(words.time(at - awayFor), words.time(at))
      : `${words.wereAway(away)} ${words.missedMeanwhile(missed)}`;
    return {
      // To be set Offline is no success, although the connection is back.
      tone: slept || setOfflineByServer ? 'caution' : 'positive',
      icon: slept ? 'moon' : setOfflineByServer ? 'offline' : 'circle-check',
      title: slept ? words.awayMissed(away, missed) : words.connectedAgain,
      sentence: setOfflineByServer ? `${absence} ${words.wereSetOffline}` : absence,
      aside: html`<button
        class="button bare small aside"
        part="dismiss"
        aria-label=${words.dismiss}
        title=${words.dismiss}
        @click=${() => this.dispatchEvent(new DismissReturnRequestEvent())}
      >
        ${icon('x')}
      </button>`,
      buttons: html`${this.#goBack()}
      ${missed > 0 && !this.hideLog ? this.#button('log', words.seeLog, new ShowLogRequestEvent()) : nothing}`,
    };
  }

  // Only while the rep is still Offline: a late click must not undo a status chosen since.
  #goBack(): TemplateResult | typeof nothing {
    const { presence, words } = this;
    const returned = this.connection?.returned;
    if (!returned?.setOfflineByServer || presence?.confirmed?.status.kind !== 'offline') return nothing;
    const before = returned.statusBefore;
    if (!before) return nothing;
    const busy = presence.pendingStatusId === before.id;
    const label = busy ? words.checkingStatus : words.goTo(before.name);
    return this.#button('back', label, busy ? null : new SetStatusRequestEvent(before.id), 'primary');
  }

  #button(part: string, label: string, event: Event | null, look = '', glyph?: IconName): TemplateResult {
    return html`<button
      class="button ${look}"
      part=${part}
      aria-disabled=${event === null}
      @click=${() => event && this.dispatchEvent(event)}
    >
      ${glyph ? icon(glyph) : nothing}${label}
    </button>`;
  }

  #length(away: Milliseconds): string {
    const { words } = this;
    const seconds = Math.round(away / 1000);
    if (seconds < 100) return words.seconds(seconds);
    const minutes = Math.round(seconds / 60);
    return minutes < 100 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);
  }
}

function fact(name: string, value: string): TemplateResult {
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'omni-connection-banner': OmniConnectionBanner;
  }
}
