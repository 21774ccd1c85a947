import { expect } from '@open-wc/testing';
import { SIGN_IN_TIMEOUT, signedIn } from '../../../src/services/connection/signing-in.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { aConfiguration } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('signing in', () => {
  function begun() {
    const connection = new ConnectionStore(0);
    const configuration = new ConfigurationStore();
    const timers = new FakeTimers();
    const seen: { done?: true; error?: unknown } = {};
    signedIn({ connection, configuration, timers }).then(
      () => (seen.done = true),
      (error: unknown) => (seen.error = error),
    );
    return { connection, configuration, timers, seen };
  }
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

  it('is over once connection and configuration are here', async () => {
    const { connection, configuration, timers, seen } = begun();
    connection.update({ status: 'connected' });
    await settled();
    expect(seen).to.deep.equal({});
    configuration.take(aConfiguration(), 'v1', 0, false);
    await settled();
    expect(seen).to.deep.equal({ done: true });
    expect(timers.count).to.equal(0);
  });

  it('ends on a link that stays dead', async () => {
    const { connection, timers, seen } = begun();
    connection.update({ status: 'lost' });
    timers.advance(SIGN_IN_TIMEOUT - 1);
    await settled();
    expect(seen).to.deep.equal({});
    timers.advance(1);
    await settled();
    expect(seen.error).to.include({
      code: 'notConnected',
      message: 'The server did not answer within 30 s.',
    });
  });

  it('is refused with the reason', async () => {
    const { connection, timers, seen } = begun();
    connection.update({ status: 'refused', detail: 'Your sign-in could not be renewed.' });
    await settled();
    expect(seen.error).to.include({ message: 'Your sign-in could not be renewed.' });
    expect(timers.count).to.equal(0);
  });
});
