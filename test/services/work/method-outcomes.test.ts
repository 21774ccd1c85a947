import { expect } from '@open-wc/testing';
import { PanelError } from '../../../src/errors.ts';
import { CONFIRMATION_TIMEOUT, MethodOutcomes } from '../../../src/services/work/method-outcomes.ts';
import { ConnectionStore, type ConnectionStatus } from '../../../src/stores/connection.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('the promise of a method', () => {
  let connection: ConnectionStore;
  let timers: FakeTimers;
  let problems: string[];
  let sent: PromiseWithResolvers<void>;
  let isSent: boolean;

  beforeEach(() => {
    connection = new ConnectionStore(0);
    timers = new FakeTimers();
    problems = [];
    sent = Promise.withResolvers();
    isSent = false;
  });

  function made(status: ConnectionStatus) {
    connection.update({ status });
    const outcomes = new MethodOutcomes({ connection, timers, problem: (detail) => problems.push(detail) });
    const seen: { outcome?: string; code?: string } = {};
    const act = () => {
      isSent = true;
      return sent.promise;
    };
    outcomes.of(act).then(
      (outcome) => (seen.outcome = outcome),
      (error: unknown) => (seen.code = (error as PanelError).code),
    );
    return seen;
  }
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  const refusal = new PanelError('noLongerOpen', 'The request is no longer open.');

  it('is fulfilled as confirmed once the server has done it', async () => {
    const seen = made('connected');
    timers.advance(CONFIRMATION_TIMEOUT - 1);
    await settled();
    expect(seen).to.deep.equal({});
    sent.resolve();
    await settled();
    expect(seen).to.deep.equal({ outcome: 'confirmed' });
    expect(timers.count).to.equal(0);
  });

  it('is rejected with what the server refuses', async () => {
    const seen = made('connected');
    sent.reject(refusal);
    await settled();
    expect(seen).to.deep.equal({ code: 'noLongerOpen' });
    expect(problems).to.deep.equal([]);
  });

  for (const status of ['lost', 'refused'] as const)
    it(`is fulfilled as kept at once while the connection is ${status}`, async () => {
      const seen = made(status);
      timers.advance(0);
      await settled();
      expect(seen).to.deep.equal({ outcome: 'kept' });
      expect(timers.count).to.equal(0);
    });

  it('is rejected, connected or not, with what is wrong in any case', async () => {
    const seen = made('lost');
    sent.reject(refusal);
    await settled();
    expect(seen).to.deep.equal({ code: 'noLongerOpen' });
  });

  it('waits for a connection that is only interrupted, and is kept when it is lost', async () => {
    const seen = made('interrupted');
    timers.advance(0);
    await settled();
    expect(seen).to.deep.equal({});
    connection.update({ status: 'lost' });
    await settled();
    expect(seen).to.deep.equal({ outcome: 'kept' });
  });

  it('ends although the server never answers over a connection that stands', async () => {
    const seen = made('connected');
    timers.advance(CONFIRMATION_TIMEOUT);
    await settled();
    expect(seen).to.deep.equal({ outcome: 'kept' });
  });

  it('reports what was kept and then refused', async () => {
    made('lost');
    timers.advance(0);
    await settled();
    sent.reject(refusal);
    await settled();
    expect(problems).to.deep.equal([
      'What was kept while there was no connection was not confirmed. The request is no longer open.',
    ]);
  });

  for (const status of ['replaced', 'signedOut'] as const)
    it(`is rejected at once while the rep is ${status}, and nothing is sent or kept`, async () => {
      const seen = made(status);
      await settled();
      expect(seen).to.deep.equal({ code: 'notConnected' });
      expect(isSent).to.equal(false);
    });
});
