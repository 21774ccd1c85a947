import { element } from '../../dom.ts';
import { atSecond } from '../format.ts';
import type { OmniChannelPanel } from '../panel.ts';
import { words } from '../words/words.ts';

const MAX_ENTRIES = 20;
/** Every panel event that a host may listen to. */
const types = [
  'omni-login',
  'omni-logout',
  'omni-status-changed',
  'omni-outbound-changed',
  'omni-work-assigned',
  'omni-work-accepted',
  'omni-work-declined',
  'omni-work-canceled',
  'omni-work-closed',
  'omni-work-flag-updated',
  'omni-workload-changed',
  'omni-attention-changed',
  'omni-requests-obstructed',
  'omni-connection-error',
  'omni-problem',
  'omni-set-status-request',
  'omni-accept-request',
  'omni-decline-request',
  'omni-close-request',
  'omni-dismiss-request',
  'omni-show-record-request',
  'omni-fix-problem-request',
  'omni-open-work-request',
  'omni-notification-request',
] as const;
type EventType = (typeof types)[number];

/** The panel's latest events, newest first, for developers of a host. */
export function eventLog(panel: OmniChannelPanel): HTMLElement {
  const list = element('ol', { class: 'event-log', tabindex: 0, 'aria-label': words.events });
  const none = element('p', { class: 'quiet' }, words.noEvents);
  for (const type of types) {
    panel.addEventListener(type, (event) => {
      none.remove();
      list.prepend(row(type, detailOf(event)));
      if (list.children.length > MAX_ENTRIES) list.lastElementChild?.remove();
    });
  }
  return element('div', {}, none, list);
}

function row(type: string, detail: string): HTMLElement {
  return element(
    'li',
    {},
    element('code', {}, type),
    element('time', {}, atSecond(Date.now())),
    element('span', { class: 'detail' }, detail),
  );
}

function detailOf(event: HTMLElementEventMap[EventType]): string {
  if ('requests' in event) return words.requests(event.requests);
  if ('obstructed' in event) return event.obstructed ? words.obstructed : words.inSight;
  if ('isFlagged' in event)
    return event.isFlagged ? words.flagUp(event.message ?? words.noMessage) : words.flagDown;
  if ('agentWork' in event) return event.agentWork.subject;
  if ('presence' in event) return event.presence.status.name;
  if ('problem' in event) return 'detail' in event ? `${event.problem}: ${event.detail}` : event.problem;
  if ('status' in event) return event.detail === null ? event.status : `${event.status}: ${event.detail}`;
  if ('workload' in event) {
    const { workload } = event;
    const primary = words.of(workload.currentWorkload, workload.configuredCapacity);
    return `${primary}, ${words.of(workload.currentInterruptibleWorkload, workload.configuredInterruptibleCapacity)}`;
  }
  if ('rep' in event) return event.rep;
  if ('statusId' in event) return event.statusId;
  return 'workId' in event ? event.workId : '';
}
