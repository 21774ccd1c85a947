import { expect } from '@open-wc/testing';
import type { OmniChannelPanel } from '../../../../src/index.ts';
import { startAcw } from '../../../../src/domain/work/acw.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { panelPage } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

describe('the docked panel with a long list', () => {
  const page = panelPage();
  let panel: OmniChannelPanel;
  let dock: HTMLElement;

  beforeEach(async () => {
    const { backend } = page;
    const now = Date.now();
    for (let index = 0; index < 45; index++) {
      const work = aRequest({ status: 'declined', settledAt: now - index * 1000 });
      backend.connection.works.set(work.id, work);
    }
    const acw = startAcw({ durationSeconds: 180, extension: null }, now);
    const wrapUp = aRequest({ status: 'afterConversationWork', openedBy: 'rep', openedAt: now, acw });
    backend.connection.works.set(wrapUp.id, wrapUp);
    dock = document.createElement('div');
    Object.assign(dock.style, { inlineSize: '22rem', blockSize: '44rem' });
    document.body.append(dock);
    panel = page.add({}, dock);
    await until(
      'the log has its rows',
      () => (found('omni-request-log')?.shadowRoot?.querySelectorAll('li').length ?? 0) > 44,
    );
    part('#log-tab').click();
    await panel.updateComplete;
  });
  afterEach(() => dock.remove());

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
