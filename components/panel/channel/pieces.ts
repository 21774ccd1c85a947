import { html, type TemplateResult } from 'lit';
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

/* What the panel consists of, whole or in parts that the host places apart. */

export const banner = (): TemplateResult => html`<omni-connection-banner></omni-connection-banner>`;

export const moveNotice = (): TemplateResult => html`<omni-move-notice></omni-move-notice>`;

export const presence = (): TemplateResult => html`<omni-presence-menu></omni-presence-menu>`;

export const wrapUp = (): TemplateResult => html`<omni-acw-timer></omni-acw-timer>`;

export const readiness = (shortcuts: Shortcuts): TemplateResult =>
  html`<omni-readiness-line .shortcuts=${shortcuts}></omni-readiness-line>`;

export const capacity = (): TemplateResult => html`<omni-capacity-meters></omni-capacity-meters>`;

export const work = (): TemplateResult => html`<omni-work-list></omni-work-list>`;

export const log = (): TemplateResult => html`<omni-request-log></omni-request-log>`;

export const missed = (): TemplateResult => html`<omni-missed-notice></omni-missed-notice>`;

export const connection = (): TemplateResult => html`<omni-connection-indicator></omni-connection-indicator>`;

export const requests = (shortcuts: Shortcuts, inside = false): TemplateResult =>
  html`<omni-work-requests .shortcuts=${shortcuts} ?inside=${inside}></omni-work-requests>`;
