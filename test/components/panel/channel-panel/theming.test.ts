import { expect } from '@open-wc/testing';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { everything, one, text, within } from '../../../helpers/mount.ts';
import { panelPage } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

describe('the look of <omni-channel-panel>', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let sheet: HTMLStyleElement;

  beforeEach(() => {
    sheet = document.createElement('style');
    document.head.append(sheet);
    ({ backend } = page);
  });
  afterEach(() => sheet.remove());

  const all = (tag: string) => everything(panel.shadowRoot!).filter(({ localName }) => localName === tag);
  const found = (tag: string): Element => all(tag)[0]!;
  const style = (element: Element) => getComputedStyle(element);
  const signedIn = async (properties: Partial<OmniChannelPanel> = {}) => {
    panel = await page.signedIn(properties);
    await until('the capacity is there', () => text(panel).includes('Primary'));
    await until(
      'the settings are there',
      () => within(found('omni-settings-origin'), '[part=summary]').length === 1,
    );
  };
  const requests = async () => {
    for (const work of [aRequest(), aRequest()]) backend.connection.put(work);
    await until('both are shown', () => all('omni-work-request').length === 2);
  };

  it('is changed by parts, however deep they are', async () => {
    const deep = {
      'request-accept': () => one(found('omni-work-request'), '[part=accept]'),
      'request-toast': () => found('omni-work-request'),
      'request-dialog': () => one(found('omni-decline-dialog'), '[part=dialog]'),
      'work-accept': () => within(found('omni-work-list'), '[part=accept]')[0]!,
      'readiness-summary': () => one(found('omni-settings-origin'), '[part=summary]'),
      'presence-icon-offline': () => within(found('omni-presence-menu'), '.offline')[0]!,
      'capacity-meter': () => within(found('omni-capacity-meters'), '[part=meter]')[0]!,
      'tab-selected': () => one(panel, '#work-tab'),
    };
    sheet.textContent = Object.keys(deep)
      .map((part, index) => `omni-channel-panel::part(${part}) { outline-offset: ${index + 40}px }`)
      .join('');
    await signedIn();
    await requests();
    (found('omni-work-request') as HTMLElementTagNameMap['omni-work-request']).declining = true;
    await until('it asks for the reason', () => all('omni-decline-dialog').length === 1);
    for (const [index, [part, element]] of Object.entries(deep).entries())
      expect(style(element()).outlineOffset, part).to.equal(`${index + 40}px`);
    expect(style(one(panel, '#log-tab')).outlineOffset).not.to.equal('47px');
  });

  it('has tokens for the corners and sizes of the answers, of a full toast and of a row', async () => {
    sheet.textContent = `omni-channel-panel {
      --omni-answer-size: 61px; --omni-answer-radius: 7px; --omni-request-radius: 3px; --omni-answer-font-size: 19px }`;
    await signedIn();
    await requests();
    for (const toast of all('omni-work-request')) {
      expect(style(toast).borderStartStartRadius).to.equal('3px');
      for (const answer of within(toast, '[part=accept], [part=decline]')) {
        expect(answer.getBoundingClientRect().height).to.equal(61);
        expect(style(answer).borderStartStartRadius).to.equal('7px');
      }
    }
    expect(style(one(found('omni-work-request'), '[part=accept]')).fontSize).to.equal('19px');
  });

  it('has labels of tabs that are as readable as the host makes their ground', async () => {
    sheet.textContent =
      'omni-channel-panel::part(tabs) { background: rgb(71, 32, 105); color: rgb(255, 255, 254) }';
    await signedIn();
    await requests();
    await until('the number is shown', () => within(panel, '[part=tab-count]').length === 1);
    for (const label of within(panel, '[role=tab], [part=tab-count]'))
      expect(style(label).color, label.textContent).to.equal('rgb(255, 255, 254)');
    expect(style(one(panel, '#work-tab')).boxShadow).to.contain('rgb(255, 255, 254)');
  });

  it('can have the status icons of the host, or none', async () => {
    await signedIn();
    const [button, icon] = ['[part=button]', '[part=button] > .offline'].map((part) =>
      one(found('omni-presence-menu'), part),
    ) as [HTMLElement, HTMLElement];
    const drawing = icon.querySelector('svg')!;
    const size = () => icon.getBoundingClientRect().width;
    expect([style(drawing).display, size()]).to.deep.equal(['block', 28]);
    sheet.textContent = `omni-channel-panel { --omni-status-drawing: none }
      omni-channel-panel::part(presence-icon-offline) { background: red }`;
    expect([style(drawing).display, size(), style(icon).backgroundColor]).to.deep.equal([
      'none',
      28,
      'rgb(255, 0, 0)',
    ]);
    const places = () =>
      [...button.querySelectorAll('b, .quiet')].map((one) => one.getBoundingClientRect().left);
    sheet.textContent = 'omni-channel-panel::part(presence-icon) { display: none }';
    const [name, detail] = places();
    expect(name).to.equal(detail);
    expect(size()).to.equal(0);
  });

  it('has places for a logo, and for what is shown without work', async () => {
    panel = page.create();
    panel.innerHTML = '<b slot="logo">acme</b><p slot="no-work">Time for tea</p>';
    document.body.append(panel);
    const [logo, tea] = [...panel.children] as [HTMLElement, HTMLElement];
    await until('it is signed in', () => panel.getServicePresenceStatusId() !== null);
    const status = found('omni-presence-menu').getBoundingClientRect();
    expect(logo.getBoundingClientRect().bottom).to.be.at.most(status.top);
    expect(tea.checkVisibility()).to.equal(true);
    expect(text(panel)).not.to.contain('No work');
    backend.connection.put(aRequest({ status: 'opened', openedAt: Date.now() }));
    await until('there is work', () => text(panel).includes('Refund'));
    expect(tea.checkVisibility()).to.equal(false);
  });

  it('says that there is no work where the host says nothing', async () => {
    await signedIn();
    expect(text(panel)).to.contain('No work');
  });

  it('leaves out the capacity, the log and the settings if the host says so', async () => {
    await signedIn();
    const missed = aRequest();
    backend.connection.put(missed);
    backend.connection.put({ ...missed, status: 'declinedOnPushTimeout', settledAt: Date.now() });
    const line = () => within(found('omni-missed-notice'), '[part=log]')[0];
    await until('it is missed', () => line() !== undefined);
    const parts = () => ({
      capacity: found('omni-capacity-meters'),
      tabs: one(panel, '[part=tabs]'),
      log: one(panel, '#log'),
      seeLog: line()!,
      settings: one(found('omni-readiness-line'), '[part=open-settings]'),
    });
    const visible = () =>
      Object.entries(parts())
        .filter(([, element]) => element.checkVisibility())
        .map(([name]) => name);
    one(panel, '#log-tab').click();
    await panel.updateComplete;
    expect(visible()).to.deep.equal(['capacity', 'tabs', 'log', 'seeLog', 'settings']);
    for (const name of ['hide-capacity', 'hide-log', 'hide-settings']) panel.setAttribute(name, '');
    await until('they are gone', () => visible().length === 0);
    expect(one(panel, '#work').checkVisibility()).to.equal(true);
    Object.assign(panel, { hideCapacity: null, hideLog: undefined, hideSettings: false });
    await until('they are back', () => visible().length === 5);
  });
});
