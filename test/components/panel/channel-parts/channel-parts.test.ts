import { expect } from '@open-wc/testing';
import { de } from '../../../../assets/locales/de.ts';
import { AcceptRequestEvent, type OmniChannel } from '../../../../src/index.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { focused, one, press } from '../../../helpers/mount.ts';
import { panelPage } from '../../../helpers/panel-under-test.ts';
import { spoken } from '../../../helpers/spoken.ts';
import { until } from '../../../helpers/until.ts';
import { ApartPage } from './apart.ts';

const ACW = { durationSeconds: 60, extension: null };

describe('the parts of <omni-channel>', () => {
  const page = panelPage();
  let apart: ApartPage;
  let backend: FakeBackend;
  let channel: OmniChannel;

  beforeEach(async () => {
    ({ backend } = page);
    apart = new ApartPage(page);
    channel = await apart.around();
  });
  afterEach(() => apart.home.remove());

  const toastOf = (id: string) => apart.all('omni-work-request').find(({ work }) => work?.id === id);
  async function offer(): Promise<string> {
    const { id } = backend.connection.put(aRequest());
    await until('the toast is there', () => toastOf(id) !== undefined);
    return id;
  }
  /** Focuses the toast, and accepts. */
  async function accept(workId: string): Promise<void> {
    toastOf(workId)!.focus();
    await channel.acceptAgentWork({ workId });
    await until('the toast is gone', () => !toastOf(workId));
  }
  const isIn = (tag: string) => (focused()!.getRootNode() as ShadowRoot).host.localName === tag;

  it('show one rep: their status, a request, their work, its wrap-up and what became of it', async () => {
    await channel.login({ statusId: 'available' });
    await until('the status is shown', () => apart.shows('omni-presence').includes('Available'));
    expect(apart.shows('omni-presence')).to.contain('Connected');
    const id = await offer();
    expect(apart.part('omni-requests').shadowRoot!.contains(apart.all('omni-work-requests')[0]!)).to.equal(
      true,
    );
    const { subject } = channel.getAgentWorks()[0]!;
    await until('it is among the work', () => apart.shows('omni-work').includes(subject));
    await accept(id);
    await until('it is accepted', () => apart.shows('omni-work').includes('End'));
    await until('it is in the log', () => apart.shows('omni-log').includes(subject));
    expect(apart.shows('omni-wrap-up')).to.equal('');
    backend.connection.startAcw(id, ACW);
    await until('its wrap-up is shown', () => apart.shows('omni-wrap-up').includes(subject));
    expect(apart.shows('omni-work')).not.to.contain(subject);
  });

  it('have one voice for screen readers', async () => {
    const [announcer, ...others] = apart.all('omni-announcer');
    expect(others).to.deep.equal([]);
    const said = spoken(announcer!);
    await offer();
    await until('it is announced', () => said.length > 0);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/^! Incoming call/);
    expect(announcer!.lang).to.equal('en-GB');
  });

  it('tell the host what the rep asks for by events of the channel, which it can take over', async () => {
    const id = await offer();
    const heard: string[] = [];
    channel.addEventListener('omni-accept-request', (event) => {
      heard.push(event.workId);
      if (heard.length === 1) event.preventDefault();
    });
    const button = one(apart.all('omni-work-list')[0]!, '[part=accept]');
    const work = () => channel.getAgentWorks().find((one) => one.id === id);
    button.click();
    await Promise.resolve();
    expect([heard, work()?.status]).to.deep.equal([[id], 'assigned']);
    button.click();
    await until('it is accepted', () => work()?.status === 'opened');
    expect(heard).to.deep.equal([id, id]);
  });

  it('move the focus to the next toast, and then to the work that was opened', async () => {
    const [first, second] = [await offer(), await offer()];
    await accept(first);
    expect(isIn('omni-work-request') && focused() === one(toastOf(second)!, '[part=accept]')).to.equal(true);
    await accept(second);
    expect(isIn('omni-work-list')).to.equal(true);
  });

  it('move the focus from a wrap-up that is over to the status, if there is no work', async () => {
    const { id } = backend.connection.put(aRequest({ status: 'opened', openedAt: Date.now() }));
    backend.connection.startAcw(id, ACW);
    const timer = () => apart.all('omni-acw-timer')[0]!.shadowRoot!.querySelector<HTMLElement>('[part=end]');
    await until('it is shown', () => timer() !== null);
    timer()!.focus();
    await channel.endAfterConversationWork({ workId: id });
    await until('it is gone', () => timer() === null);
    expect(isIn('omni-presence-menu')).to.equal(true);
  });

  it('bring the log into view, and the focus to it, when the rep asks what was missed', async () => {
    apart.part('omni-log').style.marginBlockStart = '300vh';
    const { id } = backend.connection.put(aRequest());
    backend.connection.put({ ...aRequest(), id, status: 'declinedOnPushTimeout', settledAt: Date.now() });
    const line = () =>
      apart.all('omni-missed-notice')[0]!.shadowRoot!.querySelector<HTMLElement>('[part=log]');
    await until('it is missed', () => line() !== null);
    line()!.focus();
    line()!.click();
    await until('the focus is in the log', () => isIn('omni-request-log'));
    expect(apart.part('omni-log').getBoundingClientRect().top).to.be.lessThan(innerHeight);
  });

  it('answer to the keys of the channel, and say which', async () => {
    channel.shortcuts = { accept: 'Alt+Y', decline: '' };
    const id = await offer();
    await until('the toast names the key', () =>
      one(toastOf(id)!, '[part=accept]').textContent.includes('Alt+Y'),
    );
    const shown = performance.now();
    await until('it takes keys', () => performance.now() - shown > 450);
    await press('Alt+Y');
    await until('it is accepted', () => channel.getAgentWorks()[0]?.status === 'opened');
  });
  it('speak the language of the channel, which leaves that of the host alone', async () => {
    channel.words = de;
    await until('they do', () => apart.part('omni-work').lang === 'de');
    await until('they say it', () => apart.shows('omni-work').includes('Arbeit'));
    expect([channel.lang, channel.dir, channel.translate]).to.deep.equal(['', '', true]);
    expect(apart.part('omni-work').translate).to.equal(false);
  });

  it('are on a page whose keys the channel leaves alone, and which it does not move', async () => {
    const field = document.createElement('input');
    channel.append(field);
    const keys: string[] = [];
    const note = ({ key }: KeyboardEvent) => keys.push(key);
    document.addEventListener('keydown', note);
    field.focus();
    await press('x');
    document.removeEventListener('keydown', note);
    expect(keys).to.deep.equal(['x']);
    expect(getComputedStyle(channel).display).to.equal('contents');
    expect(apart.all('omni-announcer')[0]!.getBoundingClientRect().height).to.equal(0);
  });

  it('leave what a panel within the channel asks for to that panel', async () => {
    const panel = page.bare();
    channel.append(panel);
    await panel.updateComplete;
    const id = await offer();
    const asked: string[] = [];
    channel.addEventListener('omni-accept-request', ({ workId }) => asked.push(workId));
    one(panel, 'omni-work-list').dispatchEvent(new AcceptRequestEvent(id));
    // A command that is confirmed: an answer would have been sent before it.
    await channel.startOutboundConversation();
    expect(asked).to.deep.equal([id]);
    expect(backend.connection.receivedOf('accept')).to.deep.equal([]);
  });
});
