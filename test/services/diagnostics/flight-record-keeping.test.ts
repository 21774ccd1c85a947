import { expect } from '@open-wc/testing';
import { RECORD_LENGTH, type FlightEntry } from '../../../src/domain/alerts/flight-entry.ts';
import { Archive, startingWith } from '../../../src/platform/archive.ts';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { FlightRecordKeeping } from '../../../src/services/diagnostics/flight-record-keeping.ts';
import { FlightRecord } from '../../../src/stores/flight-record.ts';
import { emptiedBrowser } from '../../helpers/emptied-browser.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { until } from '../../helpers/until.ts';

describe('keeping the flight record', () => {
  let archive: Archive;
  let timers: FakeTimers;
  let ends: (() => void)[];

  beforeEach(async () => {
    await emptiedBrowser();
    archive = new Archive({ timers: pageTimers, failed: () => undefined });
    archive.start();
    timers = new FakeTimers(1_700_000_000_000);
    ends = [];
  });
  afterEach(() => {
    for (const end of ends) end();
    archive.close();
  });

  function aPage(repId = 'amara') {
    const clock = new ServerClock(timers);
    const record = new FlightRecord(() => clock.now());
    const visibility = { isHidden: false, call: (): void => undefined };
    const keeping = new FlightRecordKeeping({
      archive,
      record,
      clock,
      timers,
      repId: () => repId,
      newId: () => crypto.randomUUID(),
      apiAddress: () => 'https://api.example.test',
      isHidden: () => visibility.isHidden,
      onVisibility: (call) => {
        visibility.call = call;
        return () => undefined;
      },
    });
    const start = () => ends.push(keeping.start());
    start();
    return {
      record,
      keeping,
      start,
      hide: () => {
        visibility.isHidden = true;
        visibility.call();
      },
      whats: () => record.entries.map(({ what }) => what),
    };
  }
  const pieces = async () => (await archive.read(({ flightRecords }) => flightRecords.getAllKeys()))!.length;
  const kept = async (count: number) => {
    while ((await pieces()) !== count) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('survives a crash, except for the last seconds', async () => {
    const { record } = aPage();
    record.note('work', 'assigned', { agentWorkId: 'a' });
    timers.advance(5000);
    await kept(1);
    record.note('work', 'opened');
    const next = aPage();
    next.record.note('connection', 'connecting');
    await until('it is recalled', () => next.whats().length === 2);
    expect(next.whats()).to.deep.equal(['assigned', 'connecting']);
    expect(next.record.entries[0]!.about).to.deep.equal({ agentWorkId: 'a' });
  });

  it('is stored to the last entry when the page is hidden or the panel removed', async () => {
    const { record, hide } = aPage();
    record.note('work', 'assigned');
    hide();
    await kept(1);
    record.note('work', 'opened');
    ends.pop()!();
    await kept(2);
    const next = aPage();
    await until('it is recalled', () => next.whats().length === 2);
  });

  it('writes nothing if nothing happened', async () => {
    aPage();
    timers.advance(60_000);
    expect(await pieces()).to.equal(0);
  });

  it('is not duplicated by a panel that was only moved', async () => {
    const { record, start, whats } = aPage();
    record.note('work', 'assigned');
    ends.pop()!();
    await kept(1);
    start();
    record.note('work', 'opened');
    timers.advance(5000);
    await kept(2);
    expect(whats()).to.deep.equal(['assigned', 'opened']);
  });

  it('is separate for each rep, and deleted on request', async () => {
    const { record, keeping } = aPage();
    record.note('work', 'assigned');
    const other = aPage('noah');
    other.record.note('work', 'declined');
    timers.advance(5000);
    await kept(2);
    await keeping.forget();
    await kept(1);
    const next = aPage('noah');
    await until('it is recalled', () => next.whats().length === 1);
    expect(next.whats()).to.deep.equal(['declined']);
  });

  it('is deleted after an hour, for any rep', async () => {
    const { record } = aPage();
    record.note('work', 'assigned');
    timers.advance(5000);
    await kept(1);
    timers.advance(RECORD_LENGTH);
    aPage('noah');
    await kept(0);
  });

  it('does not accumulate in a long shift', async () => {
    const { record } = aPage();
    record.note('work', 'assigned');
    timers.advance(5000);
    await kept(1);
    timers.advance(RECORD_LENGTH);
    record.note('work', 'opened');
    timers.advance(5000);
    const now = await archive.read(({ flightRecords }) => flightRecords.getAll(startingWith('')));
    expect(now!.flat().map((entry) => (entry as FlightEntry).what)).to.deep.equal(['opened']);
  });

  it('ignores damaged entries', async () => {
    const { record } = aPage();
    record.note('work', 'assigned');
    timers.advance(5000);
    await kept(1);
    await archive.write(async ({ flightRecords }) => {
      const [key] = await flightRecords.getAllKeys();
      await flightRecords.put([{ at: timers.now(), what: 'without a kind' }], key!);
    });
    const next = aPage();
    await archive.read(({ flightRecords }) => flightRecords.getAllKeys());
    await archive.read(({ flightRecords }) => flightRecords.getAllKeys());
    expect(next.whats()).to.deep.equal([]);
  });
});
