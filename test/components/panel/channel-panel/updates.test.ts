import { expect } from '@open-wc/testing';
import { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aConfiguration, aRequest } from '../../../fake-backend/records.ts';
import { text } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';
import { availablePanel, failing } from './connected-panel.ts';

describe('<omni-channel-panel> and what the server sends', () => {
  const page = panelPage();
  let backend: FakeBackend;

  beforeEach(() => {
    ({ backend } = page);
  });

  it('shows the outcome of a request that ended without an answer', async () => {
    const { events, shows } = await availablePanel(page);
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    backend.connection.happens(work.id, { type: 'canceled', reason: 'customerLeft' });
    await shows('Customer left');
    expect(events).to.include('omni-work-canceled');
  });

  it('requests a snapshot after a gap, and shows what was missed', async () => {
    const { shows } = await availablePanel(page);
    const missed = aRequest();
    backend.connection.works.set(missed.id, missed);
    backend.connection.skipRevision();
    backend.connection.tellPresence();
    await shows(missed.subject);
    expect(backend.connection.receivedOf('snapshot-request')).to.have.length(1);
  });

  it('ignores messages that it cannot parse', async () => {
    const { shows } = await availablePanel(page);
    for (const frame of ['{', '{"type":"agent-work-changed","revision":1}', '"x"', 'x'.repeat(1_100_000)])
      backend.connection.sendRaw(frame);
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
  });

  it('reconnects after a break and shows what is open then', async () => {
    const { events, toasts, shows } = await availablePanel(page);
    const first = backend.connection.put(aRequest());
    await shows(first.subject);
    backend.connection.close(null);
    backend.connection.works.delete(first.id);
    const second = aRequest();
    backend.connection.works.set(second.id, second);
    await until('it is connected again', () => backend.connection.panels === 1);
    await shows(second.subject);
    expect(toasts()).to.have.length(1);
    expect(events).to.include('omni-connection-error');
  });

  it('keeps an answer given while not connected, and sends it once', async () => {
    const { panel, shows, noToast } = await availablePanel(page);
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    backend.connection.close(null);
    const accepted = panel.acceptAgentWork({ workId: work.id });
    await shows('Accept not sent yet');
    await accepted;
    expect(backend.connection.receivedOf('accept')).to.have.length(1);
    await noToast();
  });

  it('does not reconnect by itself once replaced, but does on "Use here"', async () => {
    const { panel } = await availablePanel(page);
    backend.connection.close('replaced');
    await until('it is not signed in', () => panel.getServicePresenceStatusId() === null);
    expect((await failing(panel.setServicePresenceStatus({ statusId: 'available' }))).code).to.equal(
      'notReady',
    );
    await panel.login({ statusId: 'available' });
    expect(panel.getServicePresenceStatusId()).to.equal('available');
  });

  it('clears itself if the server names another rep', async () => {
    const problems: string[] = [];
    backend = page.use(
      new FakeBackend({ ...aConfiguration(), rep: { id: 'somebody-else', name: 'Somebody Else' } }),
    );
    backend.connection.put(aRequest());
    const panel = page.add();
    panel.addEventListener('omni-problem', ({ detail }) => problems.push(detail));
    await until('the host is told', () => problems.length > 0);
    expect(problems[0]).to.contain('somebody-else');
    await until('the socket is closed', () => backend.connection.panels === 0);
    expect(panel.getAgentWorks()).to.deep.equal([]);
    expect(panel.getServicePresenceStatusId()).to.equal(null);
  });

  it('rejects a configuration that breaks the schema, and keeps the last good one', async () => {
    const problems: string[] = [];
    const { panel } = await availablePanel(page);
    panel.addEventListener('omni-problem', ({ problem }) => problems.push(problem));
    backend.configure({ ...aConfiguration(), channels: 'none' as never }, 'v2');
    await until('the host is told', () => problems.includes('configuration'));
    await panel.setServicePresenceStatus({ statusId: 'lunch' });
    expect(panel.getServicePresenceStatusId()).to.equal('lunch');
  });

  it('says why the rep cannot become available without a valid configuration', async () => {
    backend.presenceConfiguration.instead = () => Response.json({ nonsense: true });
    const panel = page.add();
    await untilSignedIn(panel);
    await until('the rep is told', () =>
      text(panel).includes('Your presence configuration could not be read.'),
    );
    expect((await failing(panel.setServicePresenceStatus({ statusId: 'available' }))).code).to.equal(
      'notReady',
    );
  });
});
