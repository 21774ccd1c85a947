import { expect } from '@open-wc/testing';
import { confirmDelivery } from '../../../src/services/connection/delivery.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';

describe('the confirmation of delivery', () => {
  let work: WorkStore;
  let connection: ConnectionStore;
  let posted: (readonly string[])[];
  let stop: () => void;

  beforeEach(() => {
    work = new WorkStore();
    connection = new ConnectionStore(0);
    connection.update({ status: 'connected' });
    posted = [];
    stop = confirmDelivery({
      work,
      connection,
      post: ({ agentWorkIds }) => {
        if (connection.state.status === 'connected') posted.push(agentWorkIds);
        return connection.state.status === 'connected';
      },
    });
  });
  afterEach(() => stop());

  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('confirms requests that arrived together in one message, each once', async () => {
    const [one, two] = [aRequest(), aRequest()];
    work.put(one);
    work.put(two);
    await settled();
    work.put({ ...one, subject: 'Changed' });
    await settled();
    expect(posted).to.deep.equal([[one.id, two.id]]);
  });

  it('confirms once more on the next connection', async () => {
    const one = aRequest();
    work.put(one);
    await settled();
    connection.update({ status: 'interrupted' });
    connection.update({ status: 'connected' });
    await settled();
    expect(posted).to.deep.equal([[one.id], [one.id]]);
  });

  it('confirms only open requests', async () => {
    work.put(aRequest({ status: 'opened' }));
    await settled();
    expect(posted).to.deep.equal([]);
  });
});
