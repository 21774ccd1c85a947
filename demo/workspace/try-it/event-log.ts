import { element } from '../../dom.ts';
import { atSecond } from '../format.ts';
import type { OmniChannelPanel } from '../panel.ts';

const MAX_ENTRIES = 20;
/** Every panel event that a host may listen to. */
const types = [
  'omni-login',
  'omni-logout',
  'omni-status-changed',
  'omni-work-assigned',
  'omni-work-accepted',
  'omni-work-declined',
  'omni-work-canceled',
  'omni-work-closed',
  'omni-workload-changed',
  'omni-attention-changed',
  'omni-requests-obstructed',
  'omni-connection-error',
  'omni-problem',
  'omni-set-status-request',
  'omni-accept-request',
  'omni-decline-request',
  'omni-finish-request',
  'omni-dismiss-request',
  'omni-show-record-request',
  'omni-fix-problem-request',
  'omni-open-work-request',
  'omni-notification-request',
] as const;
type EventType = (typeof types)[number];

/** The panel's latest events, newest first, for developers of a host. */
export function eventLog(panel: OmniChannelPanel): HTMLElement {
  const list = element('ol', { class: 'event-log', tabindex: 0, 'aria-label': 'Events of the panel' });
  const none = element('p', { class: 'quiet' }, 'None yet.');
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
  if ('requests' in event) return `${event.requests} ${event.requests === 1 ? 'request' : 'requests'}`;
  if ('obstructed' in event) return event.obstructed ? 'behind a modal dialog' : 'in sight again';
  if ('agentWork' in event) return event.agentWork.subject;
  if ('presence' in event) return event.presence.status.name;
  if ('problem' in event) return `${event.problem}: ${event.detail}`;
  if ('status' in event) return event.detail === null ? event.status : `${event.status}: ${event.detail}`;
  if ('capacity' in event) {
    const { primary, interruptible } = event.capacity;
    return `${primary.used} of ${primary.total}, ${interruptible.used} of ${interruptible.total}`;
  }
  if ('repId' in event) return event.repId;
  if ('kind' in event) return event.kind;
  if ('statusId' in event) return event.statusId;
  return 'agentWorkId' in event ? event.agentWorkId : '';
}
