import { expect } from '@open-wc/testing';
import { type OmniChannelPanel, PanelError } from '../../../../src/index.ts';
import { everything, text } from '../../../helpers/mount.ts';
import { type PanelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

/** A signed-in panel that has its configuration, the events that its host received, and the toasts that its rep sees. */
export async function connectedPanel(page: PanelPage, properties: Partial<OmniChannelPanel> = {}) {
  const panel = page.create(properties);
  const events: string[] = [];
  for (const type of facts) panel.addEventListener(type, () => events.push(type));
  document.body.append(panel);
  await untilSignedIn(panel);
  await until('the configuration is here', () => page.backend.presenceConfiguration.asked.length > 0);
  const toasts = () =>
    everything(panel.shadowRoot!).filter(({ localName }) => localName === 'omni-work-request');
  return {
    panel,
    events,
    toasts,
    shows: (words: string) =>
      until(`a toast says “${words}”`, () => toasts().some((toast) => text(toast).includes(words))),
    noToast: () => until('no toast is shown', () => toasts().length === 0),
  };
}

/** The same, and the rep is available. */
export async function availablePanel(page: PanelPage, properties: Partial<OmniChannelPanel> = {}) {
  const connected = await connectedPanel(page, properties);
  await connected.panel.login({ statusId: 'available' });
  expect(connected.panel.getServicePresenceStatusId()).to.equal('available');
  return connected;
}

/** The error with which a method of the panel is rejected. */
export async function failing(promise: Promise<unknown>): Promise<PanelError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(PanelError);
  return error as PanelError;
}

const facts = [
  'omni-login',
  'omni-logout',
  'omni-status-changed',
  'omni-work-assigned',
  'omni-work-accepted',
  'omni-work-declined',
  'omni-work-canceled',
  'omni-work-closed',
  'omni-workload-changed',
  'omni-connection-error',
] as const;
