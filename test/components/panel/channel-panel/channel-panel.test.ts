import { expect, fixtureCleanup } from '@open-wc/testing';
import { setupWorker, type SetupWorker } from 'msw/browser';
import type { OmniWorkRequest } from '../../../../components/panel/work-request/work-request.ts';
import { type OmniChannelPanel, PanelError, type WorkspaceAdapter } from '../../../../src/index.ts';
import { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aConfiguration, aRequest, REP } from '../../../fake-backend/records.ts';
import { emptiedBrowser } from '../../../helpers/emptied-browser.ts';
import { everything, text } from '../../../helpers/mount.ts';
import { until } from '../../../helpers/until.ts';

describe('<omni-channel-panel>', () => {
  let worker: SetupWorker;
  let backend: FakeBackend;
  let panel: OmniChannelPanel;
  let events: string[];

  before(async () => {
    worker = setupWorker();
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  });
  after(() => worker.stop());
  beforeEach(async () => {
    await emptiedBrowser();
    use(new FakeBackend());
  });
  afterEach(async () => {
    panel.remove();
    fixtureCleanup();
    await until('the socket is closed', () => backend.connection.panels === 0);
  });

  function use(other: FakeBackend): void {
    backend = other;
    worker.resetHandlers(...backend.handlers);
  }

  function add(change: Partial<OmniChannelPanel> = {}): OmniChannelPanel {
    panel = document.createElement('omni-channel-panel');
    Object.assign(
      panel,
      { apiAddress: backend.address, rep: REP.id, token: () => Promise.resolve('token') },
      change,
    );
    events = [];
    for (const type of facts) panel.addEventListener(type, () => events.push(type));
    document.body.append(panel);
    return panel;
  }

  async function signedIn(change: Partial<OmniChannelPanel> = {}): Promise<void> {
    add(change);
    await until('the panel is signed in', () => panel.getServicePresenceStatusId() !== null);
    await until('the configuration is here', () => backend.presenceConfiguration.asked.length > 0);
  }

  async function available(change: Partial<OmniChannelPanel> = {}): Promise<void> {
    await signedIn(change);
    await panel.login({ statusId: 'available' });
    await until('the status is confirmed', () => panel.getServicePresenceStatusId() === 'available');
  }

  const toasts = () =>
    everything(panel.shadowRoot!).filter(({ localName }) => localName === 'omni-work-request');
  const shows = (words: string) =>
    until(`a toast says “${words}”`, () => toasts().some((toast) => text(toast).includes(words)));
  const noToast = () => until('no toast is shown', () => toasts().length === 0);

  it('signs in with token and session, and notifies the host', async () => {
    await signedIn();
    const [hello] = backend.connection.receivedOf('hello');
    expect(hello?.token).to.equal('token');
    expect(events[0]).to.equal('omni-login');
    expect(panel.getServicePresenceStatusId()).to.equal('offline');
  });

  it('becomes available once the server has confirmed it, and not before', async () => {
    await signedIn();
    backend.connection.decide = () => null;
    const asked = panel.login({ statusId: 'available' });
    await until('the status was asked for', () => backend.connection.receivedOf('set-status').length === 1);
    expect(panel.getServicePresenceStatusId()).to.equal('offline');
    backend.connection.decide = null;
    const { id } = backend.connection.receivedOf('set-status')[0]!;
    backend.connection.setStatus('available');
    backend.connection.sendRaw(JSON.stringify({ type: 'result', id, outcome: { kind: 'done' } }));
    await asked;
    expect(panel.getServicePresenceStatusId()).to.equal('available');
  });

  it('shows a request, confirms its delivery, and accepts it', async () => {
    const opened: string[] = [];
    const workspace = aWorkspace(opened);
    await available({ workspace });
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
    await available({ workspace: aWorkspace(opened) });
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

  it('tells the host of the status that is queued for the end of wrap-up, and which it is', async () => {
    const queued: (string | null)[] = [];
    const work = aRequest({ status: 'opened', openedBy: 'rep', openedAt: Date.now() });
    backend.connection.works.set(work.id, work);
    await available();
    panel.addEventListener('omni-queued-status-changed', ({ status }) => queued.push(status?.id ?? null));
    backend.connection.startAcw(work.id, { durationSeconds: 60, extension: null });
    expect(panel.getQueuedServicePresenceStatusId()).to.equal(null);
    await panel.setServicePresenceStatus({ statusId: 'lunch' });
    expect(panel.getQueuedServicePresenceStatusId()).to.equal('lunch');
    await panel.endAfterConversationWork({ workId: work.id });
    await until('it took effect', () => panel.getServicePresenceStatusId() === 'lunch');
    expect(queued).to.deep.equal(['lunch', null]);
  });

  it('tells the host that taken work is accepted, but not what was open when it signed in', async () => {
    const open = aRequest({ status: 'opened', openedBy: 'rep', openedAt: Date.now() });
    const missed = aRequest({ status: 'declinedOnPushTimeout', settledAt: Date.now(), takeable: true });
    for (const work of [open, missed]) backend.connection.works.set(work.id, work);
    await available();
    expect(events).to.not.include('omni-work-accepted');
    backend.connection.take(missed.id);
    await until('the host is told', () => events.includes('omni-work-accepted'));
  });

  it('answers once, however often it is asked to', async () => {
    await available();
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
    use(new FakeBackend(configuration));
    await available();
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
    await available();
    const work = backend.connection.put(aRequest({}, { requiresRep: true }));
    await shows(work.subject);
    expect((await failing(panel.declineAgentWork({ workId: work.id }))).code).to.equal('notDeclinable');
    expect(backend.connection.receivedOf('decline')).to.deep.equal([]);
  });

  it('opens automatically accepted work by the rules', async () => {
    const opened: string[] = [];
    await available({ workspace: aWorkspace(opened, ['another-record']) });
    const offered = aRequest();
    backend.connection.put({ ...offered, stamp: { ...offered.stamp, automatic: true } });
    await until('it is opened', () => opened.length > 0);
    expect(opened).to.deep.equal([`${offered.recordId} in the background`]);
  });

  it('does not reopen work that was accepted before it connected', async () => {
    const opened: string[] = [];
    backend.connection.put(aRequest({ status: 'opened', openedAt: Date.now(), openedBy: 'automatic' }));
    await available({ workspace: aWorkspace(opened) });
    expect(panel.getAgentWorks()).to.have.length(1);
    expect(opened).to.deep.equal([]);
  });

  it('leaves opening to a host that cancels the event', async () => {
    const opened: string[] = [];
    await available({ workspace: aWorkspace(opened) });
    panel.addEventListener('omni-open-work-request', (event) => event.preventDefault());
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    await panel.acceptAgentWork({ workId: work.id });
    expect(opened).to.deep.equal([]);
  });

  it('does not accept if the host vetoes it, wherever the host listens', async () => {
    await available();
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
    await Promise.resolve();
    document.removeEventListener('omni-accept-request', veto);
    expect(backend.connection.receivedOf('accept')).to.deep.equal([]);
  });

  it('shows the outcome of a request that ended without an answer', async () => {
    await available();
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    backend.connection.happens(work.id, { type: 'canceled', reason: 'customerLeft' });
    await shows('Customer left');
    expect(events).to.include('omni-work-canceled');
  });

  it('requests a snapshot after a gap, and shows what was missed', async () => {
    await available();
    const missed = aRequest();
    backend.connection.works.set(missed.id, missed);
    backend.connection.skipRevision();
    backend.connection.tellPresence();
    await shows(missed.subject);
    expect(backend.connection.receivedOf('snapshot-request')).to.have.length(1);
  });

  it('ignores messages that it cannot parse', async () => {
    await available();
    for (const frame of ['{', '{"type":"agent-work-changed","revision":1}', '"x"', 'x'.repeat(1_100_000)])
      backend.connection.sendRaw(frame);
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
  });

  it('reconnects after a break and shows what is open then', async () => {
    await available();
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
    await available();
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    backend.connection.close(null);
    const accepted = panel.acceptAgentWork({ workId: work.id });
    await shows('Accept is kept');
    await accepted;
    expect(backend.connection.receivedOf('accept')).to.have.length(1);
    await noToast();
  });

  it('does not reconnect by itself once replaced, but does on "Use here"', async () => {
    await available();
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
    use(new FakeBackend({ ...aConfiguration(), rep: { id: 'somebody-else', name: 'Somebody Else' } }));
    backend.connection.put(aRequest());
    add().addEventListener('omni-problem', ({ detail }) => problems.push(detail));
    await until('the host is told', () => problems.length > 0);
    expect(problems[0]).to.contain('somebody-else');
    await until('the socket is closed', () => backend.connection.panels === 0);
    expect(panel.getAgentWorks()).to.deep.equal([]);
    expect(panel.getServicePresenceStatusId()).to.equal(null);
  });

  it('signs out without a grace period', async () => {
    await available();
    await panel.logout();
    expect(backend.connection.presence.status.id).to.equal('offline');
    expect(backend.connection.panels).to.equal(0);
    expect(events).to.include('omni-logout');
  });

  it('stays connected when it is moved in the document', async () => {
    await available();
    const place = document.createElement('section');
    document.body.append(place);
    place.append(panel);
    const work = backend.connection.put(aRequest());
    await shows(work.subject);
    expect(backend.connection.opened).to.equal(1);
    place.remove();
  });

  it('leaves no socket and no timer behind when it is removed', async () => {
    const timers = countTimers();
    await available();
    backend.connection.put(aRequest());
    await until('a toast is shown', () => toasts().length === 1);
    panel.remove();
    await until('the socket is closed', () => backend.connection.panels === 0);
    await until('no timer is left', () => timers.count() === 0);
    timers.stop();
  });

  it('rejects a configuration that breaks the schema, and keeps the last good one', async () => {
    const problems: string[] = [];
    await available();
    panel.addEventListener('omni-problem', ({ problem }) => problems.push(problem));
    backend.configure({ ...aConfiguration(), channels: 'none' as never }, 'v2');
    await until('the host is told', () => problems.includes('configuration'));
    await panel.setServicePresenceStatus({ statusId: 'lunch' });
    expect(panel.getServicePresenceStatusId()).to.equal('lunch');
  });

  it('says why the rep cannot become available without a valid configuration', async () => {
    backend.presenceConfiguration.instead = () => Response.json({ nonsense: true });
    add();
    await until('it is connected', () => panel.getServicePresenceStatusId() !== null);
    await until('the rep is told', () =>
      text(panel).includes('Your presence configuration could not be read.'),
    );
    expect((await failing(panel.setServicePresenceStatus({ statusId: 'available' }))).code).to.equal(
      'notReady',
    );
  });
});

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

async function failing(promise: Promise<unknown>): Promise<PanelError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(PanelError);
  return error as PanelError;
}

/** A host's workspace that records what it is asked to open, and how. */
function aWorkspace(opened: string[], open: string[] = []): WorkspaceAdapter {
  return {
    openRecordIds: () => open,
    open: (recordId, { focus }) =>
      void opened.push(`${recordId} ${focus ? 'in focus' : 'in the background'}`),
    bringForward: (recordId) => void opened.push(`${recordId} brought forward`),
  };
}

/** Counts pending timers from now on. */
function countTimers() {
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  const waiting = new Set<number>();
  window.setTimeout = ((call: () => void, delay?: number) => {
    const handle = set(() => {
      waiting.delete(handle);
      call();
    }, delay);
    waiting.add(handle);
    return handle;
  }) as typeof window.setTimeout;
  window.clearTimeout = (handle) => {
    waiting.delete(Number(handle));
    clear(handle);
  };
  return {
    count: () => waiting.size,
    stop: () => Object.assign(window, { setTimeout: set, clearTimeout: clear }),
  };
}
