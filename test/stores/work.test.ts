import { expect } from '@open-wc/testing';
import { WorkStore, type WorkState } from '../../src/stores/work.ts';
import { aRequest } from '../fake-backend/records.ts';

const CAPACITY = { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } };

describe('the works that the server has sent', () => {
  let store: WorkStore;
  let told: WorkState[];
  let followed: string[];

  beforeEach(() => {
    store = new WorkStore();
    told = [];
    followed = [];
    store.subscribe((state) => told.push(state));
    store.follow((now, before) => followed.push(`${before?.status ?? 'unknown'} → ${now.status}`));
  });

  it('notifies once of a whole burst', async () => {
    const requests = [aRequest(), aRequest(), aRequest()];
    for (const request of requests) store.put(request);
    store.setCapacity(CAPACITY);
    expect(told).to.deep.equal([]);
    await Promise.resolve();
    expect(told).to.have.length(1);
    expect([...told[0]!.works.keys()]).to.deep.equal(requests.map(({ id }) => id));
    expect(told[0]!.capacity).to.equal(CAPACITY);
  });

  it('is up to date at once for readers', () => {
    const request = aRequest();
    store.put(request);
    expect(store.state.works.get(request.id)).to.equal(request);
    store.setCapacity(CAPACITY);
    expect(store.state.capacity).to.equal(CAPACITY);
    expect(store.state).to.equal(store.state);
  });

  it('does not modify values returned before', () => {
    store.put(aRequest());
    const before = store.state;
    store.put(aRequest());
    expect(before.works.size).to.equal(1);
    expect(store.state.works.size).to.equal(2);
  });

  it('notifies of each change of a work at once and in order, even several in one task', () => {
    const request = aRequest();
    store.put(request);
    store.put({ ...request, status: 'opened' });
    store.resynchronise([{ ...request, status: 'closed' }], CAPACITY);
    expect(followed).to.deep.equal(['unknown → assigned', 'assigned → opened', 'opened → closed']);
  });

  it('keeps the outcome of a request that came and went in one task', () => {
    const request = aRequest();
    store.put(request);
    store.put({ ...request, status: 'declinedOnPushTimeout', settledAt: 1 });
    expect([...store.state.outcomes]).to.deep.equal([request.id]);
  });

  it('can be cleared, even before anybody was notified', async () => {
    store.put(aRequest());
    store.setCapacity(CAPACITY);
    store.empty();
    await Promise.resolve();
    expect(store.state).to.deep.include({ capacity: null });
    expect(told.at(-1)!.works.size).to.equal(0);
  });

  it('does not notify unsubscribed listeners', async () => {
    const leaving: unknown[] = [];
    const stops = [store.subscribe((state) => leaving.push(state)), store.follow((now) => leaving.push(now))];
    for (const stop of stops) stop();
    store.put(aRequest());
    await Promise.resolve();
    expect(leaving).to.deep.equal([]);
  });
});
