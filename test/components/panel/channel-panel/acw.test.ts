import { expect } from '@open-wc/testing';
import { type OmniChannelPanel, PanelError } from '../../../../src/index.ts';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aConfiguration, aRequest } from '../../../fake-backend/records.ts';
import { everything, focused, text } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';

const TERMS = { durationSeconds: 60, extension: { seconds: 30, max: 2 } };

describe('wrap-up in <omni-channel-panel>', () => {
  const page = panelPage();
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let events: string[];

  beforeEach(async () => {
    ({ backend } = page);
    await add();
    await panel.login({ statusId: 'lunch' });
  });

  async function add(): Promise<void> {
    panel = page.create();
    events = [];
    for (const type of ['omni-acw-started', 'omni-acw-ended', 'omni-work-closed'] as const)
      panel.addEventListener(type, ({ agentWork }) => events.push(`${type} ${agentWork.id}`));
    document.body.append(panel);
    await untilSignedIn(panel);
  }

  async function wrapUp(recordId = 'record'): Promise<string> {
    const { id } = backend.connection.put(aRequest({ status: 'opened', openedAt: Date.now(), recordId }));
    backend.connection.startAcw(id, TERMS);
    await until('wrap-up has started', () => statusOf(id) === 'afterConversationWork');
    return id;
  }
  const workOf = (id: string) => panel.getAgentWorks().find((work) => work.id === id);
  const statusOf = (id: string) => workOf(id)?.status ?? null;
  const ends = (id: string) => until('wrap-up has ended', () => statusOf(id) === null);
  const shown = () =>
    everything(panel.shadowRoot!)
      .filter(({ localName }) => localName === 'omni-acw-timer')
      .map(text)
      .join(' ');

  it('moves the focus from "All done" to the presence button once wrap-up is over', async () => {
    const id = await wrapUp();
    await until('the wrap-up is drawn', () => shown().includes('All done'));
    const within = (tag: string, selector: string) =>
      panel.shadowRoot!.querySelector(tag)!.shadowRoot!.querySelector<HTMLElement>(selector)!;
    within('omni-acw-timer', '[part=end]').focus();
    within('omni-acw-timer', '[part=end]').click();
    await ends(id);
    await until('the countdown is gone', () => !shown().includes('All done'));
    expect(focused()).to.equal(within('omni-presence-menu', '[part=button]'));
  });

  it('tells the host and the rep until when an outbound conversation keeps offers away, and the rep can end it', async () => {
    const ends: (number | null)[] = [];
    panel.addEventListener('omni-outbound-changed', ({ endsAt }) => ends.push(endsAt));
    const menu = panel.shadowRoot!.querySelector('omni-presence-menu')!.shadowRoot!;
    const button = () => menu.querySelector<HTMLElement>('[part=end-outbound]');
    await panel.startOutboundConversation({ maxSeconds: 120 });
    await until('the rep is told', () => button() !== null);
    const end = panel.getOutboundConversationEnd();
    expect((end ?? 0) - Date.now()).to.be.within(100_000, 120_000);
    expect(menu.textContent).to.contain('Outbound conversation: no new requests until ');
    button()!.click();
    await until('it is over', () => button() === null);
    expect(panel.getOutboundConversationEnd()).to.equal(null);
    expect(ends).to.deep.equal([end, null]);
  });

  it('starts when the conversation ends, and notifies the host', async () => {
    const id = await wrapUp();
    expect(events).to.deep.equal([`omni-acw-started ${id}`]);
    await until('the countdown is shown', () => shown().includes('All done'));
  });

  it('is extended by the server, as often as its terms allow', async () => {
    const id = await wrapUp();
    const end = workOf(id)!.acw!.endsAt;
    await panel.extendAfterConversationWork({ workId: id });
    expect(workOf(id)!.acw!.endsAt).to.equal(end + 30_000);
    await panel.extendAfterConversationWork({ workId: id });
    const error: unknown = await panel
      .extendAfterConversationWork({ workId: id })
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(PanelError);
    expect((error as PanelError).code).to.equal('noExtensionLeft');
    expect(backend.connection.receivedOf('extend-acw')).to.have.length(2);
  });

  it('ends when the rep is done, with an event before the work is closed', async () => {
    const id = await wrapUp();
    await panel.endAfterConversationWork({ workId: id });
    await ends(id);
    expect(events.slice(1)).to.deep.equal([`omni-acw-ended ${id}`, `omni-work-closed ${id}`]);
  });

  it('keeps its terms when the configuration changes in the meantime', async () => {
    const id = await wrapUp();
    const { acw } = workOf(id)!;
    backend.configure(aConfiguration({ acw: { value: null, source: 'configuration' } }), 'v2');
    await until('the new configuration is asked for', () => backend.presenceConfiguration.asked.length === 2);
    await panel.extendAfterConversationWork({ workId: id });
    expect(workOf(id)!.acw).to.deep.equal({ ...acw, endsAt: acw!.endsAt + 30_000, extensionsUsed: 1 });
  });

  it('ends when the host closes its record, and no other record’s wrap-up does', async () => {
    const [id, other] = [await wrapUp('record'), await wrapUp('other')];
    await panel.recordClosed({ recordId: 'record' });
    await ends(id);
    expect(statusOf(other)).to.equal('afterConversationWork');
  });

  it('ends for all work when the rep starts an outbound conversation', async () => {
    const ids = [await wrapUp('one'), await wrapUp('two')];
    await panel.startOutboundConversation();
    for (const id of ids) await ends(id);
    await panel.startOutboundConversation({ maxSeconds: 900 });
    await panel.endOutboundConversation();
    const started = backend.connection.receivedOf('start-outbound');
    expect(started.map(({ maxSeconds }) => maxSeconds)).to.deep.equal([60, 900]);
    expect(backend.connection.receivedOf('end-outbound')).to.have.length(1);
  });

  it('postpones a status chosen during it until it ends', async () => {
    const id = await wrapUp();
    await panel.setServicePresenceStatus({ statusId: 'offline' });
    expect(panel.getServicePresenceStatusId()).to.equal('lunch');
    await until('what follows is shown', () => text(panel).includes('Offline'));
    await panel.endAfterConversationWork({ workId: id });
    await until('the status holds', () => panel.getServicePresenceStatusId() === 'offline');
  });

  it('keeps no online status for its end once a request was missed, but a busy one', async () => {
    const queued = () => panel.getQueuedServicePresenceStatusId();
    await panel.setServicePresenceStatus({ statusId: 'available' });
    await wrapUp();
    await panel.setServicePresenceStatus({ statusId: 'lunch' });
    backend.connection.setStatus('offline', 'pushTimeout');
    await until('the miss is known', () => panel.getServicePresenceStatusId() === 'offline');
    expect(queued()).to.equal('lunch');
    await panel.setServicePresenceStatus({ statusId: 'available' });
    expect(queued()).to.equal('available');
    backend.connection.setStatus('offline', 'pushTimeout');
    await until('it was dropped', () => queued() === null);
  });

  it('ends at once if the rep chooses to end it together with a status', async () => {
    const id = await wrapUp();
    await panel.setServicePresenceStatus({ statusId: 'offline', endAcw: true });
    expect(panel.getServicePresenceStatusId()).to.equal('offline');
    expect(statusOf(id)).to.equal(null);
  });

  it('ends at the same instant after a reload', async () => {
    const id = await wrapUp();
    const end = workOf(id)!.acw!.endsAt;
    await page.removed();
    await add();
    await until('the work is here', () => statusOf(id) !== null);
    expect(workOf(id)!.acw!.endsAt).to.equal(end);
    expect(events).to.deep.equal([]);
  });

  it('shows the same time left with a local clock that is a day off', async () => {
    const now = Date.now;
    const id = await wrapUp();
    await until('the countdown is shown', () => /\b(1:00|0:5\d)\b/.test(shown()));
    await page.removed();
    // The server's date differs from this page's, as its messages show.
    Date.now = () => now() + 86_400_000;
    try {
      const work = backend.connection.works.get(id)!;
      const moved = { ...work.acw!, startedAt: Date.now(), endsAt: Date.now() + 60_000 };
      backend.connection.works.set(id, { ...work, acw: moved });
      await add();
      await until('the countdown is shown', () => /\b(1:00|0:5\d)\b/.test(shown()));
    } finally {
      Date.now = now;
    }
  });

  it('opens work that the rep takes from the log', async () => {
    const opened: string[] = [];
    panel.addEventListener('omni-open-work-request', ({ agentWork }) => opened.push(agentWork.id));
    const missed = aRequest({ status: 'declinedOnPushTimeout', settledAt: Date.now(), takeable: true });
    backend.connection.put(missed);
    await until('it is offered', () =>
      everything(panel.shadowRoot!).some((element) => element.getAttribute('part') === 'take'),
    );
    const take = everything(panel.shadowRoot!).find((element) => element.getAttribute('part') === 'take');
    (take as HTMLElement).click();
    await until('it opens', () => opened.length === 1);
    expect(opened).to.deep.equal([`${missed.id}-taken`]);
  });
});
