import { expect } from '@open-wc/testing';
import { PresenceChanging } from '../../../src/services/presence/presence-changing.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { PresenceStore, type ReadinessProblem } from '../../../src/stores/presence.ts';
import { aConfiguration, statuses } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('changing the presence', () => {
  let timers: FakeTimers;
  let presence: PresenceStore;
  let problems: ReadinessProblem[];
  let sent: string[];
  let result: PromiseWithResolvers<undefined>;
  let changing: PresenceChanging;

  beforeEach(() => {
    timers = new FakeTimers();
    presence = new PresenceStore();
    presence.confirm({ status: statuses[3]!, since: 1, cause: 'rep' });
    const configuration = new ConfigurationStore();
    configuration.take(aConfiguration(), 'v1', 0, false);
    problems = [];
    sent = [];
    result = Promise.withResolvers();
    changing = new PresenceChanging({
      timers,
      presence,
      configuration,
      commands: {
        send: async (command, { keep }) => {
          sent.push(`${(command as { statusId: string }).statusId}${keep ? ' kept' : ''}`);
          await result.promise;
        },
      },
      checkReadiness: () => Promise.resolve(problems),
    });
  });

  const turn = () => new Promise((resolve) => setTimeout(resolve));

  it('is pending until the server confirms it, even if that comes after the result', async () => {
    const change = changing.setStatus('available');
    await turn();
    expect(sent).to.deep.equal(['available']);
    expect(presence.state.pendingStatusId).to.equal('available');
    result.resolve(undefined);
    await turn();
    expect(presence.state.pendingStatusId).to.equal('available');
    presence.confirm({ status: statuses[0]!, since: 2, cause: 'rep' });
    await change;
    expect(presence.state.pendingStatusId).to.equal(null);
    expect(timers.count).to.equal(0);
  });

  it('is dropped if the result is a refusal', async () => {
    const change = changing.setStatus('lunch').catch((error: unknown) => error);
    result.reject(new Error('refused'));
    expect(await change).to.be.instanceOf(Error);
    expect(presence.state.pendingStatusId).to.equal(null);
  });

  it('requests no online status while something blocks it', async () => {
    problems = [
      { kind: 'soundBlocked', severity: 'blocks', sentence: 'Sound is off.', fix: 'Turn on sound' },
    ];
    const error: unknown = await changing.setStatus('available').catch((why: unknown) => why);
    expect(error).to.include({ code: 'notReady', message: 'Sound is off.' });
    expect(sent).to.deep.equal([]);
    expect(presence.state.pendingStatusId).to.equal(null);
  });

  it('is not blocked by warnings', async () => {
    problems = [{ kind: 'clockOff', severity: 'warns', sentence: 'The clock is wrong.', fix: null }];
    void changing.setStatus('available');
    await turn();
    expect(sent).to.deep.equal(['available']);
  });

  it('needs no readiness for Busy and Offline', async () => {
    problems = [{ kind: 'notConnected', severity: 'blocks', sentence: 'No connection.', fix: null }];
    void changing.setStatus('lunch');
    await turn();
    expect(sent).to.deep.equal(['lunch']);
  });

  it('knows the statuses that the rep may choose', async () => {
    const error: unknown = await changing.setStatus('holiday').catch((why: unknown) => why);
    expect(error).to.include({ code: 'statusUnknown' });
  });
});
