import { expect } from '@open-wc/testing';
import { Archive, ARCHIVE_NAME, openArchive, type ArchiveDatabase } from '../../src/platform/archive.ts';
import { pageTimers } from '../../src/platform/time/timers.ts';
import { emptiedBrowser } from '../helpers/emptied-browser.ts';
import { FakeTimers } from '../helpers/fake-timers.ts';
import { until } from '../helpers/until.ts';

describe('the archive', () => {
  let archive: Archive;
  let failures: string[];
  let opened: ArchiveDatabase[];

  beforeEach(async () => {
    await emptiedBrowser();
    failures = [];
    opened = [];
    use({});
  });
  afterEach(() => archive.close());

  function use(change: Partial<ConstructorParameters<typeof Archive>[0]>): void {
    archive = new Archive({
      timers: pageTimers,
      failed: (detail) => failures.push(detail),
      open: async (lost) => {
        const database = await openArchive(lost);
        opened.push(database);
        return database;
      },
      ...change,
    });
    archive.start();
  }
  const put = (value: unknown) => archive.write(({ configurations }) => configurations.put(value, 'key'));
  const get = () => archive.read(({ configurations }) => configurations.get('key'));

  it('returns what was stored, even on another connection', async () => {
    await put({ some: 'thing' });
    archive.close();
    use({});
    expect(await get()).to.deep.equal({ some: 'thing' });
    expect(failures).to.deep.equal([]);
  });

  it('opens the database once', async () => {
    await Promise.all([get(), get(), put(1)]);
    expect(opened).to.have.length(1);
  });

  it('writes all of a transaction or nothing', async () => {
    await archive.write(async ({ configurations }) => {
      await configurations.put('one', 'key');
      await configurations.put(() => 'a function cannot be stored', 'other');
    });
    expect(failures).to.have.length(1);
    expect(await get()).to.equal(undefined);
  });

  it('reopens the database after the connection was lost silently', async () => {
    await put(1);
    opened[0]!.close();
    expect(await get()).to.equal(1);
    expect(opened).to.have.length(2);
    expect(failures).to.deep.equal([]);
  });

  it('makes way for a newer release of the panel, and then works without the database', async () => {
    await put(1);
    const upgrading = indexedDB.open(ARCHIVE_NAME, 99);
    await new Promise<void>((resolve, reject) => {
      upgrading.onsuccess = () => resolve();
      upgrading.onblocked = () => reject(new Error('It is blocked.'));
    });
    expect(await get()).to.equal(undefined);
    expect(failures[0]).to.contain('VersionError');
    upgrading.result.close();
  });

  it('returns nothing if there is no database, and retries the next time', async () => {
    let attempts = 0;
    use({
      open: () => {
        attempts += 1;
        return Promise.reject(new DOMException('No access.', 'SecurityError'));
      },
    });
    expect(await get()).to.equal(undefined);
    expect(await put(1)).to.equal(undefined);
    expect(attempts).to.equal(2);
    expect(failures).to.deep.equal(['SecurityError: No access.', 'SecurityError: No access.']);
  });

  it('waits no longer than a second for a database that hangs', async () => {
    const timers = new FakeTimers();
    use({ timers, open: () => new Promise(() => undefined) });
    const found = get();
    timers.advance(1000);
    expect(await found).to.equal(undefined);
    expect(failures).to.have.length(1);
    expect(timers.count).to.equal(0);
  });

  it('hands over what a slow database found after that second, unless it was closed', async () => {
    await put('found');
    archive.close();
    for (const isClosed of [false, true]) {
      const timers = new FakeTimers();
      let open!: () => void;
      const slow = new Promise<void>((resolve) => (open = resolve));
      let isRead = false;
      use({ timers, open: (lost) => slow.then(() => openArchive(lost)) });
      const late: unknown[] = [];
      const found = archive.read(
        async ({ configurations }) => {
          const value = await configurations.get('key');
          isRead = true;
          return value;
        },
        (it) => late.push(it),
      );
      timers.advance(1000);
      expect(await found).to.equal(undefined);
      open();
      if (isClosed) archive.close();
      await until('it is read', () => isRead);
      if (isClosed) expect(late).to.deep.equal([]);
      else await until('it is handed over', () => late.includes('found'));
      archive.close();
    }
  });

  it('gives up on a database that another tab blocks, and uses it once it is free', async () => {
    await put(1);
    archive.close();
    const blocking = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(ARCHIVE_NAME);
      opening.onsuccess = () => resolve(opening.result);
    });
    // It ignores `versionchange`: the deletion waits, and any opening waits behind it.
    const deleting = indexedDB.deleteDatabase(ARCHIVE_NAME);
    await new Promise((resolve) => (deleting.onblocked = resolve));
    const timers = new FakeTimers();
    use({ timers });
    const found = get();
    await until('it waits', () => timers.count === 1);
    timers.advance(1000);
    expect(await found).to.equal(undefined);
    blocking.close();
    await put(2);
    expect(await get()).to.equal(2);
  });

  it('keeps working when something no longer fits', async () => {
    use({
      open: async (lost) => {
        const database = await openArchive(lost);
        const transaction = database.transaction.bind(database);
        database.transaction = ((...args: Parameters<typeof transaction>) => {
          const made = transaction(...args);
          const full = () => Promise.reject(new DOMException('It is full.', 'QuotaExceededError'));
          return new Proxy(made, {
            get: (target, name) =>
              name === 'objectStore'
                ? () => ({ put: full, get: () => Promise.resolve(undefined) })
                : (Reflect.get(target, name) as unknown),
          });
        }) as typeof database.transaction;
        return database;
      },
    });
    expect(await put(1)).to.equal(undefined);
    expect(failures[0]).to.contain('QuotaExceededError');
    expect(await get()).to.equal(undefined);
  });

  it('does nothing once it is closed, and leaves no connection behind', async () => {
    await put(1);
    archive.close();
    expect(await get()).to.equal(undefined);
    expect(opened).to.have.length(1);
    await emptiedBrowser();
  });
});
