import { expect } from '@open-wc/testing';
import type { FakeBackend } from '../../../fake-backend/fake-backend.ts';
import { aRequest } from '../../../fake-backend/records.ts';
import { panelPage } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';
import { availablePanel, connectedPanel } from './connected-panel.ts';

describe('<omni-channel-panel>', () => {
  const page = panelPage();
  let backend: FakeBackend;

  beforeEach(() => {
    ({ backend } = page);
  });

  it('signs in with token and session, and notifies the host', async () => {
    const { panel, events } = await connectedPanel(page);
    const [hello] = backend.connection.receivedOf('hello');
    expect(hello?.token).to.equal('token');
    expect(events[0]).to.equal('omni-login');
    expect(panel.getServicePresenceStatusId()).to.equal('offline');
  });

  it('becomes available once the server has confirmed it, and not before', async () => {
    const { panel } = await connectedPanel(page);
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

  it('tells the host of the status that is queued for the end of wrap-up, and which it is', async () => {
    const queued: (string | null)[] = [];
    const work = aRequest({ status: 'opened', openedBy: 'rep', openedAt: Date.now() });
    backend.connection.works.set(work.id, work);
    const { panel } = await availablePanel(page);
    panel.addEventListener('omni-queued-status-changed', ({ status }) => queued.push(status?.id ?? null));
    backend.connection.startAcw(work.id, { durationSeconds: 60, extension: null });
    expect(panel.getQueuedServicePresenceStatusId()).to.equal(null);
    await panel.setServicePresenceStatus({ statusId: 'lunch' });
    expect(panel.getQueuedServicePresenceStatusId()).to.equal('lunch');
    await panel.endAfterConversationWork({ workId: work.id });
    await until('it took effect', () => panel.getServicePresenceStatusId() === 'lunch');
    expect(queued).to.deep.equal(['lunch', null]);
  });

  it('signs out without a grace period', async () => {
    const { panel, events } = await availablePanel(page);
    await panel.logout();
    expect(backend.connection.presence.status.id).to.equal('offline');
    expect(backend.connection.panels).to.equal(0);
    expect(events).to.include('omni-logout');
  });

  it('stays connected when it is moved in the document', async () => {
    const { panel, shows } = await availablePanel(page);
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
    const { panel, toasts } = await availablePanel(page);
    backend.connection.put(aRequest());
    await until('a toast is shown', () => toasts().length === 1);
    panel.remove();
    await until('the socket is closed', () => backend.connection.panels === 0);
    await until('no timer is left', () => timers.count() === 0);
    timers.stop();
  });
});

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
