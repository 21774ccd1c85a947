import { expect } from '@open-wc/testing';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { middle } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

describe('the requests of <omni-channel-panel> on a page', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let home: HTMLElement;
  let dialog: HTMLDialogElement;
  let told: string[];

  beforeEach(() => {
    ({ backend } = page);
    home = document.createElement('div');
    dialog = document.createElement('dialog');
    dialog.textContent = 'Unsaved notes';
    document.body.append(home, dialog);
    told = [];
  });
  afterEach(() => {
    home.remove();
    dialog.remove();
  });

  async function connected(place: ParentNode = home): Promise<void> {
    panel = page.create();
    panel.addEventListener('omni-requests-obstructed', ({ obstructed }) =>
      told.push(`obstructed ${obstructed}`),
    );
    panel.addEventListener('omni-notification-request', ({ agentWork }) =>
      told.push(`notify ${agentWork.id}`),
    );
    place.append(panel);
    await untilSignedIn(panel);
  }
  const offer = () => backend.connection.put(aRequest());
  const toast = () => {
    const stack = panel.shadowRoot?.querySelector('omni-work-requests')?.shadowRoot;
    return stack?.querySelector('omni-work-request') ?? null;
  };

  it('are hidden by a modal dialog: the host gets an event, and the rep a notification', async () => {
    await connected();
    const { id } = offer();
    await until('its toast is there', () => toast() !== null);
    dialog.showModal();
    await until('both are told', () => told.length === 2);
    expect(told).to.deep.equal(['obstructed true', `notify ${id}`]);
    dialog.close();
    await until('it is over', () => told.length === 3);
    expect(told[2]).to.equal('obstructed false');
  });

  it('are told to be hidden where the host makes an ancestor aria-hidden, as its own dialogs do', async () => {
    await connected();
    const { id } = offer();
    await until('its toast is there', () => toast() !== null);
    const field = document.createElement('input');
    document.body.append(field);
    home.setAttribute('aria-hidden', 'true');
    field.focus();
    await until('both are told', () => told.length === 2);
    expect(told).to.deep.equal(['obstructed true', `notify ${id}`]);
    home.removeAttribute('aria-hidden');
    field.blur();
    field.remove();
    await until('it is over', () => told.length === 3);
    expect(told[2]).to.equal('obstructed false');
  });

  it('are told to be hidden too where the panel is in a shadow tree below it', async () => {
    await connected(home.attachShadow({ mode: 'open' }));
    const { id } = offer();
    await until('its toast is there', () => toast() !== null);
    home.setAttribute('aria-hidden', 'true');
    await until('both are told', () => told.length === 2);
    expect(told).to.deep.equal(['obstructed true', `notify ${id}`]);
  });

  it('are treated the same if they arrive while a modal dialog is open', async () => {
    await connected();
    dialog.showModal();
    const { id } = offer();
    await until('both are told', () => told.length === 2);
    expect(told).to.deep.equal(['obstructed true', `notify ${id}`]);
  });

  it('are treated the same if panel and dialog are in the same shadow tree', async () => {
    const shadow = home.attachShadow({ mode: 'open' });
    await connected(shadow);
    shadow.append(dialog);
    offer();
    await until('its toast is there', () => toast() !== null);
    dialog.showModal();
    await until('both are told', () => told.length === 2);
  });

  it('count as visible under other overlays, and in a modal dialog that contains the panel', async () => {
    await connected();
    offer();
    await until('its toast is there', () => toast() !== null);
    const cover = document.createElement('div');
    const [left, top] = middle(toast()!);
    cover.popover = 'manual';
    Object.assign(cover.style, {
      inset: 'auto',
      left: `${left - 50}px`,
      top: `${top - 50}px`,
      padding: '100px',
    });
    home.append(cover);
    cover.showPopover();
    expect(document.elementFromPoint(left, top)).to.equal(cover);
    await frames();
    dialog.append(panel);
    dialog.showModal();
    await frames();
    expect(told).to.deep.equal([]);
  });

  it('come to the front when their notification is clicked, without taking the focus', async () => {
    await connected();
    panel.notificationRegistration = {} as ServiceWorkerRegistration;
    const { id } = offer();
    await until('its toast is there', () => toast() !== null);
    const cover = document.createElement('div');
    const [left, top] = middle(toast()!);
    Object.assign(cover, { popover: 'manual', tabIndex: 0 });
    Object.assign(cover.style, { inset: '0', inlineSize: '100%', blockSize: '100%' });
    home.append(cover);
    cover.showPopover();
    cover.focus();
    expect(document.elementFromPoint(left, top)).to.equal(cover);
    const data = { type: 'omni-notification-click', workId: id, action: '' };
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
    expect(document.elementFromPoint(left, top) === panel).to.equal(true);
    expect(document.activeElement === cover).to.equal(true);
    expect(panel.getAgentWorks()[0]?.status).to.equal('assigned');
  });

  it('are accepted from a notification of the host’s service worker', async () => {
    await connected();
    const { id } = offer();
    const clicked = () =>
      navigator.serviceWorker.dispatchEvent(
        new MessageEvent('message', {
          data: { type: 'omni-notification-click', workId: id, action: 'accept' },
        }),
      );
    await until('it is there', () => panel.getAgentWorks().length === 1);
    clicked();
    await frames();
    expect(panel.getAgentWorks()[0]?.status).to.equal('assigned');
    panel.notificationRegistration = {} as ServiceWorkerRegistration;
    clicked();
    await until('it is accepted', () => panel.getAgentWorks()[0]?.status === 'opened');
  });

  it('are reported to the server: what arrived, and what was painted', async () => {
    await connected();
    const { id } = offer();
    const told = () =>
      backend.connection
        .receivedOf('alert-receipts')
        .flatMap(({ receipts }) => receipts)
        .filter(({ agentWorkId }) => agentWorkId === id)
        .map(({ kind }) => kind);
    await until('both are told', () => told().includes('painted'));
    expect(told().slice(0, 2)).to.deep.equal(['delivered', 'painted']);
  });
});

/** Resolves after two frames and their tasks. */
async function frames(): Promise<void> {
  for (let count = 0; count < 3; count++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  }
}
