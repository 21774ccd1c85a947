import { expect } from '@open-wc/testing';
import type { OmniWorkRequest } from '../../../../components/panel/work-request/work-request.ts';
import type { WorkspaceAdapter } from '../../../../src/index.ts';
import { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aConfiguration, aRequest } from '../../../fake-backend/records.ts';
import { panelPage } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';
import { availablePanel, failing } from './connected-panel.ts';

describe('<omni-channel-panel> with a request', () => {
  const page = panelPage();
  let backend: FakeBackend;

  beforeEach(() => {
    ({ backend } = page);
  });

  it('shows a request, confirms its delivery, and accepts it', async () => {
    const opened: string[] = [];
    const workspace = aWorkspace(opened);
    const { panel, events, shows, noToast } = await availablePanel(page, { workspace });
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    await until('its delivery is confirmed', () =>
      backend.connection.receivedOf('delivered').some(({ agentWorkIds }) => agentWorkIds.includes(work.id)),
    );
    await panel.acceptAgentWork({ workId: work.id });
    expect(opened).to.deep.equal([`${work.recordId} in focus`]);
    await noToast();
    expect(panel.getAgentWorks().map(({ status }) => status)).to.deep.equal(['opened']);
    expect(events).to.include.members(['omni-work-assigned', 'omni-work-accepted', 'omni-workload-changed']);
  });

  it('opens nothing before the server has confirmed the acceptance', async () => {
    const opened: string[] = [];
    const { panel, shows } = await availablePanel(page, { workspace: aWorkspace(opened) });
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    backend.connection.decide = () => ({
      kind: 'refused',
      code: 'noLongerOpen',
      detail: 'Another rep was faster.',
    });
    const error = await failing(panel.acceptAgentWork({ workId: work.id }));
    expect(error.code).to.equal('noLongerOpen');
    expect(opened).to.deep.equal([]);
    await shows('Another rep was faster.');
  });

  it('tells the host that taken work is accepted, but not what was open when it signed in', async () => {
    const open = aRequest({ status: 'opened', openedBy: 'rep', openedAt: Date.now() });
    const missed = aRequest({ status: 'declinedOnPushTimeout', settledAt: Date.now(), takeable: true });
    for (const work of [open, missed]) backend.connection.works.set(work.id, work);
    const { events } = await availablePanel(page);
    expect(events).to.not.include('omni-work-accepted');
    backend.connection.take(missed.id);
    await until('the host is told', () => events.includes('omni-work-accepted'));
  });

  it('answers once, however often it is asked to', async () => {
    const { panel, shows } = await availablePanel(page);
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    await Promise.all([
      panel.acceptAgentWork({ workId: work.id }),
      panel.acceptAgentWork({ workId: work.id }),
    ]);
    expect(backend.connection.receivedOf('accept')).to.have.length(1);
  });

  it('declines with a reason if one is required', async () => {
    const reason = { id: 'busy', label: 'On another call' };
    const configuration = aConfiguration({ declineReasons: { value: [reason], source: 'configuration' } });
    backend = page.use(new FakeBackend(configuration));
    const { panel, events, shows, noToast } = await availablePanel(page);
    const work = backend.connection.put(aRequest({}, { configuration }));
    await shows(work.subject);
    expect((await failing(panel.declineAgentWork({ workId: work.id }))).code).to.equal('reasonMissing');
    expect((await failing(panel.declineAgentWork({ workId: work.id, declineReason: 'no' }))).code).to.equal(
      'reasonUnknown',
    );
    await panel.declineAgentWork({ workId: work.id, declineReason: reason.id });
    expect(backend.connection.receivedOf('decline').map(({ reasonId }) => reasonId)).to.deep.equal(['busy']);
    await noToast();
    expect(events).to.include('omni-work-declined');
  });

  it('does not decline work that requires this rep', async () => {
    const { panel, shows } = await availablePanel(page);
    const work = backend.connection.put(aRequest({}, { requiresRep: true }));
    await shows(work.subject);
    expect((await failing(panel.declineAgentWork({ workId: work.id }))).code).to.equal('notDeclinable');
    expect(backend.connection.receivedOf('decline')).to.deep.equal([]);
  });

  it('opens automatically accepted work by the rules', async () => {
    const opened: string[] = [];
    await availablePanel(page, { workspace: aWorkspace(opened, ['another-record']) });
    const offered = aRequest();
    backend.connection.put({ ...offered, stamp: { ...offered.stamp, automatic: true } });
    await until('it is opened', () => opened.length > 0);
    expect(opened).to.deep.equal([`${offered.recordId} in the background`]);
  });

  it('does not reopen work that was accepted before it connected', async () => {
    const opened: string[] = [];
    backend.connection.put(aRequest({ status: 'opened', openedAt: Date.now(), openedBy: 'automatic' }));
    const { panel } = await availablePanel(page, { workspace: aWorkspace(opened) });
    expect(panel.getAgentWorks()).to.have.length(1);
    expect(opened).to.deep.equal([]);
  });

  it('leaves opening to a host that cancels the event', async () => {
    const opened: string[] = [];
    const { panel, shows } = await availablePanel(page, { workspace: aWorkspace(opened) });
    panel.addEventListener('omni-open-work-request', (event) => event.preventDefault());
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    await panel.acceptAgentWork({ workId: work.id });
    expect(opened).to.deep.equal([]);
  });

  it('does not accept if the host vetoes it, wherever the host listens', async () => {
    const { panel, toasts, shows } = await availablePanel(page);
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    let vetoed = 0;
    const veto = (event: Event) => {
      event.preventDefault();
      vetoed += 1;
    };
    document.addEventListener('omni-accept-request', veto);
    await until('the toast takes an answer', () => {
      (toasts()[0] as OmniWorkRequest).accept();
      return vetoed > 0;
    });
    document.removeEventListener('omni-accept-request', veto);
    // What is sent after it has arrived: so would it have.
    await panel.setServicePresenceStatus({ statusId: 'lunch' });
    expect(backend.connection.receivedOf('accept')).to.deep.equal([]);
  });
});

/** A host's workspace that records what it is asked to open, and how. */
function aWorkspace(opened: string[], open: string[] = []): WorkspaceAdapter {
  return {
    openRecordIds: () => open,
    open: (recordId, { focus }) =>
      void opened.push(`${recordId} ${focus ? 'in focus' : 'in the background'}`),
    bringForward: (recordId) => void opened.push(`${recordId} brought forward`),
  };
}
