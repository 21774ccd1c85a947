import { expect } from '@open-wc/testing';
import { Dismissing } from '../../../src/services/alerts/dismissing.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';
import { OtherTabs } from '../other-tabs.ts';

describe('dismissing outcomes', () => {
  let work: WorkStore;
  let otherTabs: OtherTabs;
  let dismissing: Dismissing;

  const ended = (): string => {
    const request = aRequest();
    work.put(request);
    work.put({ ...request, status: 'canceled', cancelReason: 'customerLeft', settledAt: request.offeredAt });
    expect([...work.state.outcomes]).to.include(request.id);
    return request.id;
  };

  beforeEach(() => {
    work = new WorkStore((tell) => tell());
    otherTabs = new OtherTabs();
    dismissing = new Dismissing({ work, tabGroup: otherTabs });
  });

  it('removes one here and in the other browser tabs', () => {
    const [one, other] = [ended(), ended()];
    dismissing.dismiss(one);
    expect([...work.state.outcomes]).to.deep.equal([other]);
    expect(otherTabs.told).to.deep.equal([{ type: 'dismissed', agentWorkId: one }]);
  });

  it('removes what was dismissed in another browser tab', () => {
    const [one, other] = [ended(), ended()];
    otherTabs.say({ type: 'dismissed', agentWorkId: one });
    expect([...work.state.outcomes]).to.deep.equal([other]);
    expect(otherTabs.told).to.deep.equal([]);
  });
});
