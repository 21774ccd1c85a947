import { expect } from '@open-wc/testing';
import type { CachedConfiguration } from '../../../src/domain/configuration/cached-configuration.ts';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { ConfigurationSync } from '../../../src/services/configuration/configuration-sync.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { aConfiguration, REP } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { until } from '../../helpers/until.ts';

const DAY = 86_400_000;

describe('the cached configuration', () => {
  it('has the server’s time, never that of a wrong local clock', async () => {
    const timers = new FakeTimers(1_700_000_000_000 + DAY);
    const clock = new ServerClock(timers);
    const configuration = new ConfigurationStore();
    const kept: CachedConfiguration[] = [];
    const sync = new ConfigurationSync({
      configuration,
      clock,
      timers,
      cache: {
        read: () => Promise.resolve(null),
        keep: (cached) => {
          kept.push(cached);
          return Promise.resolve();
        },
      },
      http: { get: () => Promise.resolve(Response.json(aConfiguration(), { headers: { etag: '"v1"' } })) },
      repId: () => REP.id,
      isConnected: () => false,
      problem: () => undefined,
      anotherRep: () => undefined,
    });
    sync.refresh();
    await until('it is here', () => configuration.state.effective !== null);
    expect(kept).to.deep.equal([]);
    clock.setOffset(-DAY);
    sync.want('v1');
    expect(kept.map(({ asOf }) => asOf)).to.deep.equal([1_700_000_000_000]);
    sync.stop();
  });

  it('still applies when a slow browser finds it late, but not over what the server sent meanwhile', async () => {
    const timers = new FakeTimers();
    const cached: CachedConfiguration = {
      effective: aConfiguration(),
      version: 'v0',
      asOf: 1_700_000_000_000,
    };
    for (const hasAnswered of [false, true]) {
      const configuration = new ConfigurationStore();
      let late!: (found: CachedConfiguration) => void;
      const sync = new ConfigurationSync({
        configuration,
        clock: new ServerClock(timers),
        timers,
        cache: {
          read: (hear) => {
            late = hear!;
            return Promise.resolve(null);
          },
          keep: () => Promise.resolve(),
        },
        http: {
          get: () => Promise.resolve(Response.json(aConfiguration(), { headers: { etag: '"v1"' } })),
        },
        repId: () => REP.id,
        isConnected: () => false,
        problem: () => undefined,
        anotherRep: () => undefined,
      });
      sync.start();
      if (hasAnswered) {
        sync.refresh();
        await until('the server has answered', () => configuration.state.effective !== null);
      }
      late(cached);
      expect(configuration.state.version).to.equal(hasAnswered ? 'v1' : 'v0');
      expect(configuration.state.cached).to.equal(!hasAnswered);
      sync.stop();
    }
  });
});
