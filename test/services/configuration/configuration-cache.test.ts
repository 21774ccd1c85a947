import { expect } from '@open-wc/testing';
import { Archive } from '../../../src/platform/archive.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { ConfigurationCache } from '../../../src/services/configuration/configuration-cache.ts';
import { aConfiguration, REP } from '../../fake-backend/records.ts';
import { emptiedBrowser } from '../../helpers/emptied-browser.ts';

const SHA = 'e'.repeat(64);

describe('the cache of the configuration', () => {
  let archive: Archive;
  let cache: ConfigurationCache;

  beforeEach(async () => {
    await emptiedBrowser();
    archive = new Archive({ timers: pageTimers, failed: () => undefined });
    archive.start();
    cache = of(REP.id);
  });
  afterEach(() => archive.close());

  const of = (repId: string, address = 'https://api.example.test') =>
    new ConfigurationCache({ archive, apiAddress: () => address, repId: () => repId });
  const effective = {
    ...aConfiguration(),
    sounds: [{ sha256: SHA, address: `/v1/sounds/${SHA}`, format: 'wav' as const, lengthSeconds: 1 }],
  };
  const keys = () => archive.read(({ configurations }) => configurations.getAllKeys());
  const damage = async (change: (entry: Record<string, unknown>) => unknown) => {
    const [key] = (await keys()) ?? [];
    await archive.write(async ({ configurations }) => {
      const entry = (await configurations.get(key!)) as Record<string, unknown>;
      return configurations.put(change(entry), key!);
    });
  };

  it('stores the configuration with its entity tag and time', async () => {
    await cache.keep({ effective, version: 'v7', asOf: 1000 });
    expect(await cache.read()).to.deep.include({ effective, version: 'v7', asOf: 1000 });
  });

  it('never replaces a newer configuration by an older one', async () => {
    await cache.keep({ effective, version: 'new', asOf: 2000 });
    await cache.keep({ effective, version: 'old', asOf: 1000 });
    expect((await cache.read())?.version).to.equal('new');
  });

  it('is separate for each rep and API address, however the address is written', async () => {
    await cache.keep({ effective, version: 'v1', asOf: 1 });
    expect(await of('somebody-else').read()).to.equal(null);
    expect(await of(REP.id, 'https://other.example.test').read()).to.equal(null);
    expect(await of(REP.id, 'https://api.example.test/tenant').read()).to.equal(null);
    expect(await of(REP.id, 'https://api.example.test/').read()).not.to.equal(null);
  });

  it('never returns a configuration of another rep, and deletes it', async () => {
    await cache.keep({
      effective: { ...effective, rep: { id: 'tom', name: 'Tom' } },
      version: null,
      asOf: 1,
    });
    expect(await cache.read()).to.equal(null);
    expect(await keys()).to.deep.equal([]);
  });

  for (const { what, change } of [
    { what: 'is no entry', change: () => 'nonsense' },
    { what: 'breaks the schema', change: (entry: object) => ({ ...entry, effective: { rep: REP } }) },
    { what: 'is of an older release', change: (entry: object) => ({ ...entry, schema: 0 }) },
  ])
    it(`ignores what ${what}, and deletes it`, async () => {
      await cache.keep({ effective, version: 'v1', asOf: 1 });
      await damage(change);
      expect(await cache.read()).to.equal(null);
      expect(await keys()).to.deep.equal([]);
    });

  it('ignores entries of a newer release, and leaves them alone', async () => {
    await cache.keep({ effective, version: 'v1', asOf: 1 });
    await damage((entry) => ({ ...entry, schema: 2 }));
    expect(await cache.read()).to.equal(null);
    await cache.keep({ effective, version: 'v2', asOf: 2 });
    await damage((entry) => {
      expect(entry).to.include({ schema: 2, version: 'v1' });
      return entry;
    });
  });

  it('keeps sounds as long as a configuration names them', async () => {
    await cache.keep({ effective, version: 'v1', asOf: 1 });
    await cache.keepSound(SHA, new Uint8Array([1, 2, 3]));
    await of('tom').keep({ effective, version: 'v1', asOf: 1 });
    await cache.forget();
    expect([...((await cache.sound(SHA)) ?? [])]).to.deep.equal([1, 2, 3]);
    await of('tom').forget();
    expect(await cache.sound(SHA)).to.equal(null);
  });

  it('ignores a damaged sound and deletes it', async () => {
    await archive.write(({ sounds }) => sounds.put('nonsense', SHA));
    expect(await cache.sound(SHA)).to.equal(null);
    expect(await archive.read(({ sounds }) => sounds.getAllKeys())).to.deep.equal([]);
  });

  it('evicts the reps not seen for the longest time', async () => {
    for (let rep = 0; rep < 22; rep++)
      await of(`rep-${rep}`).keep({
        effective: { ...effective, rep: { id: `rep-${rep}`, name: '' } },
        version: null,
        asOf: rep,
      });
    expect(await of('rep-1').read()).to.equal(null);
    expect(await of('rep-2').read()).not.to.equal(null);
  });
});
