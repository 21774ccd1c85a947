import { expect } from '@open-wc/testing';
import type {
  LogoutEvent,
  OmniChannelPanel,
  StatusChangedEvent,
  WorkFlagUpdatedEvent,
  WorkloadChangedEvent,
} from '../../../../src/index.ts';
import { aConfiguration, aRequest, statuses } from '../../../fake-backend/records.ts';
import { within } from '../../../helpers/mount.ts';
import { panelPage, untilSignedIn } from '../../../helpers/panel-under-test.ts';
import { until } from '../../../helpers/until.ts';
import { availablePanel, connectedPanel, failing } from './connected-panel.ts';

/** The events of a type that a host receives, from now on. */
function listen<E extends Event>(panel: OmniChannelPanel, type: string): E[] {
  const events: E[] = [];
  panel.addEventListener(type, (event) => events.push(event as E));
  return events;
}

describe('the names of the Omni toolkit in <omni-channel-panel>', () => {
  const page = panelPage();

  /** A panel with accepted work. */
  async function withWork() {
    const { panel } = await availablePanel(page);
    const work = page.backend.connection.put(aRequest({ status: 'opened', openedAt: Date.now() }));
    await until('the work is here', () => panel.getAgentWorks().length === 1);
    return { panel, work, workId: work.id, flag: () => panel.getAgentWorks()[0]?.flag };
  }

  it('flag work with a message, tell the host, and show it in the list', async () => {
    const { panel, workId, flag } = await withWork();
    const updated = listen<WorkFlagUpdatedEvent>(panel, 'omni-work-flag-updated');
    const list = within(panel, 'omni-work-list')[0]!;
    expect(await panel.raiseAgentWorkFlag({ workId, message: 'Please listen in' })).to.equal('confirmed');
    expect(flag()?.isFlagged).to.equal(true);
    await until('the list shows it', () => within(list, '.flag').length === 1);
    await panel.raiseAgentWorkFlag({ workId, message: 'Please listen in' });
    expect(await panel.lowerAgentWorkFlag({ workId })).to.equal('confirmed');
    await until('the list shows none', () => within(list, '.flag').length === 0);
    const told = updated.map(({ isFlagged, message, updatedBy, roleUpdatedBy, ...event }) => [
      event.workId,
      event.agentWork.id,
      isFlagged,
      message,
      updatedBy,
      roleUpdatedBy,
    ]);
    expect(told).to.deep.equal([
      [workId, workId, true, 'Please listen in', 'rosa', 'rep'],
      [workId, workId, false, null, 'rosa', 'rep'],
    ]);
  });

  it('tell no host of a flag that was up when it signed in', async () => {
    const flagged = { isFlagged: true, message: 'Help', updatedAt: 5, updatedBy: 'rosa' } as const;
    const flag = { ...flagged, roleUpdatedBy: 'rep' } as const;
    page.backend.connection.works.set('w', aRequest({ id: 'w', status: 'opened', flag }));
    const panel = page.create();
    const updated = listen<WorkFlagUpdatedEvent>(panel, 'omni-work-flag-updated');
    document.body.append(panel);
    await untilSignedIn(panel);
    expect(panel.getAgentWorks()[0]?.flag).to.deep.equal(flag);
    page.backend.connection.put({
      ...page.backend.connection.works.get('w')!,
      flag: { ...flag, isFlagged: false, updatedBy: 'ada', roleUpdatedBy: 'supervisor' },
    });
    await until('the host is told', () => updated.length > 0);
    expect(updated.map(({ updatedBy, roleUpdatedBy }) => [updatedBy, roleUpdatedBy])).to.deep.equal([
      ['ada', 'supervisor'],
    ]);
  });

  it('keep a flag that is raised without a connection, and send it once', async () => {
    const { panel, workId, flag } = await withWork();
    const { connection } = page.backend;
    connection.isGone = true;
    connection.close(null);
    await until('the connection is gone', () => panel.getServicePresenceStatusId() === null);
    const raised = panel.raiseAgentWorkFlag({ workId, message: 'Help' });
    const closed = panel.closeAgentWork({ workId });
    connection.isGone = false;
    expect(await raised).to.be.oneOf(['confirmed', 'kept']);
    await closed;
    await until('it is closed', () => connection.works.get(workId)?.status === 'closed');
    expect(connection.receivedOf('raise-flag')).to.have.length(1);
    expect(connection.works.get(workId)?.flag?.message).to.equal('Help');
    expect(flag()).to.equal(undefined, 'closed work is no longer among the open ones');
  });

  it('take missed work that still waits', async () => {
    const { panel } = await availablePanel(page);
    const missed = page.backend.connection.put(aRequest());
    await until('it rings', () => panel.getAgentWorks().length === 1);
    page.backend.connection.happens(missed.id, { type: 'pushTimedOut' }, { takeable: true });
    await until('it is missed', () => panel.getAgentWorks().length === 0);
    await panel.takeAgentWork({ workId: missed.id });
    expect(panel.getAgentWorks().map(({ status, workItemId }) => [status, workItemId])).to.deep.equal([
      ['opened', missed.workItemId],
    ]);
    expect((await failing(panel.takeAgentWork({ workId: missed.id }))).code).to.equal('noLongerWaiting');
  });

  it('have the statuses that the rep may choose, and the channels of the present one', async () => {
    const named = statuses.map((status) => ({ ...status, developerName: `${status.id}_status` }));
    page.backend.configure({ ...aConfiguration(), statuses: named }, 'v2');
    const { panel } = await connectedPanel(page);
    await until('the statuses are here', () => panel.getServicePresenceStatuses().length > 0);
    expect(panel.getServicePresenceStatuses().map(({ statusId, kind }) => [statusId, kind])).to.deep.equal(
      statuses.map(({ id, kind }) => [id, kind]),
    );
    expect(panel.getServicePresenceStatusChannels()).to.deep.equal([]);
    await panel.setServicePresenceStatus({ statusId: 'calls-only' });
    expect(panel.getServicePresenceStatus()).to.deep.equal({
      statusId: 'calls-only',
      statusName: 'Calls only',
      statusApiName: 'calls-only_status',
      kind: 'online',
      channels: [{ channelId: 'voice', developerName: 'Voice', name: 'Voice' }],
    });
    expect(panel.getServicePresenceStatusChannels()).to.deep.equal(
      panel.getServicePresenceStatus()?.channels,
    );
  });

  it('say who set a status: the host at login, the host, or the rep', async () => {
    const { panel } = await connectedPanel(page);
    const changed = listen<StatusChangedEvent>(panel, 'omni-status-changed');
    await panel.login({ statusId: 'available' });
    await panel.setServicePresenceStatus({ statusId: 'lunch' });
    page.backend.connection.setStatus('offline', 'administrator');
    await until('the last one is here', () => changed.length === 3);
    expect(changed.map(({ presence: { status, cause } }) => [status.id, cause])).to.deep.equal([
      ['available', 'login'],
      ['lunch', 'host'],
      ['offline', 'administrator'],
    ]);
    expect(changed[0]?.channels.map(({ developerName }) => developerName)).to.include('Voice');
    expect(changed.map(({ statusApiName }) => statusApiName)).to.deep.equal([
      'Available',
      'Lunch',
      'Offline',
    ]);
  });

  it('say what the workload was before it changed, and nothing if it is the same', async () => {
    const { panel } = await availablePanel(page);
    const changed = listen<WorkloadChangedEvent>(panel, 'omni-workload-changed');
    const { connection } = page.backend;
    connection.put(aRequest());
    await until('the load is here', () => changed.length === 1);
    const [first] = changed;
    expect([first?.previousWorkload, first?.workload.currentWorkload]).to.deep.equal([0, 1]);
    expect([first?.previousConfiguredCapacity, first?.previousInterruptibleWorkload]).to.deep.equal([5, 0]);
    // After a gap the panel gets a snapshot, with the same load.
    connection.skipRevision();
    connection.tellPresence();
    await until('a snapshot is asked for', () => connection.receivedOf('snapshot-request').length > 0);
    connection.put(aRequest());
    await until('both requests are here', () => panel.getAgentWorks().length === 2);
    await until('the load is here again', () => changed.length > 1);
    expect(changed.map(({ previousWorkload }) => previousWorkload)).to.deep.equal([0, 1]);
  });

  it('say who ended the session: this panel, one in another tab, or the server', async () => {
    const { panel } = await connectedPanel(page);
    const other = await page.signedIn();
    const ended = [listen<LogoutEvent>(panel, 'omni-logout'), listen<LogoutEvent>(other, 'omni-logout')];
    const reasons = () => ended.map((events) => events.map(({ reason }) => reason));
    for (const [expected, signOut] of [
      [['host', 'otherTab'], () => panel.logout()],
      [['otherTab', 'host'], () => other.logout()],
      [['server', 'server'], () => page.backend.connection.close('signedOut')],
    ] as const) {
      for (const events of ended) events.length = 0;
      const isOver = signOut();
      await until('both have signed out', () => reasons().every(({ length }) => length > 0));
      expect(reasons().flat()).to.deep.equal(expected);
      await isOver;
      // One after the other: a login under way would sign in again, and be signed out once more.
      for (const one of [panel, other]) await one.login({ statusId: 'lunch' });
      await Promise.all([untilSignedIn(panel), untilSignedIn(other)]);
    }
  });
});
