import { expect } from '@open-wc/testing';
import { setupWorker, type SetupWorker } from 'msw/browser';
import '../../../../src/index.ts';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import { startAcw } from '../../../../src/domain/work/acw.ts';
import { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aRequest, REP } from '../../../fake-backend/records.ts';
import { emptiedBrowser } from '../../../helpers/emptied-browser.ts';
import { until } from '../../../helpers/until.ts';

describe('the docked panel with a long list', () => {
  let worker: SetupWorker;
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let dock: HTMLElement;

  before(async () => {
    worker = setupWorker();
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  });
  after(() => worker.stop());
  beforeEach(async () => {
    await emptiedBrowser();
    backend = new FakeBackend();
    worker.resetHandlers(...backend.handlers);
    const now = Date.now();
    for (let index = 0; index < 45; index++) {
      const work = aRequest({ status: 'declined', settledAt: now - index * 1000 });
      backend.connection.works.set(work.id, work);
    }
    const acw = startAcw({ durationSeconds: 180, extension: null }, now);
    const wrapUp = aRequest({ status: 'afterConversationWork', openedBy: 'rep', openedAt: now, acw });
    backend.connection.works.set(wrapUp.id, wrapUp);
    panel = document.createElement('omni-channel-panel');
    Object.assign(panel, { apiAddress: backend.address, rep: REP.id, token: 'token' });
    dock = document.createElement('div');
    Object.assign(dock.style, { inlineSize: '22rem', blockSize: '44rem' });
    dock.append(panel);
    document.body.append(dock);
    await until(
      'the log has its rows',
      () => (found('omni-request-log')?.shadowRoot?.querySelectorAll('li').length ?? 0) > 44,
    );
    part('#log-tab').click();
    await panel.updateComplete;
  });
  afterEach(async () => {
    dock.remove();
    await until('the socket is closed', () => backend.connection.panels === 0);
  });

  const found = (selector: string) => panel.shadowRoot!.querySelector<HTMLElement>(selector);
  const part = (selector: string) => found(selector)!;
  const within = (tag: string) => part(tag).shadowRoot!;
  const top = (selector: string) =>
    part(selector).getBoundingClientRect().top - panel.getBoundingClientRect().top;

  it('scrolls the list only: the status, a running wrap-up and the footer stay where they are', () => {
    const log = part('#log');
    const places = () =>
      ['omni-presence-menu', 'omni-acw-timer', '[role=tablist]', 'omni-connection-indicator'].map(top);
    const before = places();
    expect(panel.scrollHeight).to.equal(panel.clientHeight);
    within('omni-request-log').querySelector('[part=download]')!.scrollIntoView();
    expect(log.scrollTop).to.be.greaterThan(1000);
    expect(places()).to.deep.equal(before);
    expect(before.at(-1)!).to.be.lessThan(panel.clientHeight);
  });

  it('keeps the status in view where it is too low for a list beside the rest', () => {
    dock.style.blockSize = '16rem';
    panel.scrollTop = 200;
    expect(panel.scrollTop).to.be.greaterThan(100);
    expect(top('omni-presence-menu')).to.be.within(-1, 1);
    expect(part('#log').clientHeight).to.be.greaterThan(100);
  });
});
