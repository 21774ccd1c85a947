import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../../assets/locales/en.ts';
import type { Shortcuts } from '../../shared/shortcuts.ts';
import '../acw-timer/acw-timer.ts';
import '../capacity-meters/capacity-meters.ts';
import '../connection-banner/connection-banner.ts';
import '../connection-indicator/connection-indicator.ts';
import '../missed-notice/missed-notice.ts';
import '../move-notice/move-notice.ts';
import '../presence-menu/presence-menu.ts';
import '../readiness-line/readiness-line.ts';
import '../request-log/request-log.ts';
import '../work-list/work-list.ts';
import '../work-requests/work-requests.ts';

/*
 * What the panel consists of, whole or in parts that the host places apart. The CSS parts of each piece are exposed with
 * the piece's name before their own: `accept` of the requests is `request-accept`.
 */

/** What the host sets on the panel, or on the channel, for its pieces. */
interface Shown {
  readonly words: Strings;
  readonly shortcuts: Shortcuts;
  readonly hideCapacity: boolean;
  readonly hideLog: boolean;
  readonly hideSettings: boolean;
}

/** `a b` of the piece `x` as `a:x-a,b:x-b`. */
const exposed = (piece: string, parts: string): string =>
  parts
    .split(' ')
    .map((part) => `${part}:${piece}-${part}`)
    .join();

export const banner = ({ hideLog }: Shown): TemplateResult =>
  html`<omni-connection-banner
    exportparts="banner,${exposed('banner', 'dismiss fix silence back log')}"
    .hideLog=${hideLog}
  ></omni-connection-banner>`;

export const moveNotice = (): TemplateResult =>
  html`<omni-move-notice exportparts=${exposed('move', 'line dismiss')}></omni-move-notice>`;

export const presence = (): TemplateResult =>
  html`<omni-presence-menu
    exportparts=${exposed('presence', 'button icon icon-online icon-busy icon-offline icon-unknown icon-pending menu item after keep give-back end-now end-outbound')}
  ></omni-presence-menu>`;

export const wrapUp = (): TemplateResult =>
  html`<omni-acw-timer exportparts=${exposed('wrap-up', 'timer show extend end')}></omni-acw-timer>`;

export const readiness = ({ shortcuts, hideSettings }: Shown): TemplateResult =>
  html`<omni-readiness-line
    exportparts=${exposed('readiness', 'line fix test dismiss open-settings settings fix-dismissed test-notification find summary')}
    .shortcuts=${shortcuts}
    .hideSettings=${hideSettings}
  ></omni-readiness-line>`;

export const capacity = ({ hideCapacity }: Shown): TemplateResult =>
  html`<omni-capacity-meters
    exportparts=${exposed('capacity', 'meter')}
    ?hidden=${hideCapacity}
  ></omni-capacity-meters>`;

// A slot that is passed on has its fallback here: one in the list would not be used.
export const work = ({ words }: Shown): TemplateResult =>
  html`<omni-work-list
    exportparts=${exposed('work', 'row reveal accept show transfer close dialog more again')}
    ><slot name="no-work" slot="no-work"><p class="none quiet">${words.noWork}</p></slot></omni-work-list
  >`;

export const log = (): TemplateResult =>
  html`<omni-request-log exportparts=${exposed('log', 'row take download')}></omni-request-log>`;

export const missed = ({ hideLog }: Shown): TemplateResult =>
  html`<omni-missed-notice
    exportparts=${exposed('missed', 'line log dismiss')}
    .hideLog=${hideLog}
  ></omni-missed-notice>`;

export const connection = (): TemplateResult =>
  html`<omni-connection-indicator exportparts=${exposed('connection', 'line')}></omni-connection-indicator>`;

export const requests = ({ shortcuts }: Shown, inside = false): TemplateResult =>
  html`<omni-work-requests
    exportparts=${exposed('request', 'stack more toast band subject accept decline turn-on-sound dialog')}
    .shortcuts=${shortcuts}
    ?inside=${inside}
  ></omni-work-requests>`;
