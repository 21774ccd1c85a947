import { expect } from '@open-wc/testing';
import type { PanelError } from '../../../src/errors.ts';
import { SEARCH_DEBOUNCE, FindingDestinations } from '../../../src/services/work/finding-destinations.ts';
import { TransferStore } from '../../../src/stores/transfer.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

const named = (id: string) => ({ kind: 'queue', id, name: id, repsOnline: 1 });

describe('finding destinations', () => {
  let transfer: TransferStore;
  let timers: FakeTimers;
  let asked: { query: Record<string, string>; answer: (body: unknown, status?: number) => Promise<void> }[];
  let finding: FindingDestinations;

  beforeEach(() => {
    transfer = new TransferStore();
    timers = new FakeTimers();
    asked = [];
    const http = {
      get: (path: string) => {
        const { promise, resolve } = Promise.withResolvers<Response>();
        const query = Object.fromEntries(new URL(path, 'https://api.test/').searchParams);
        asked.push({
          query,
          answer: (body, status = 200) => {
            resolve({ ok: status === 200, status, json: () => Promise.resolve(body) } as Response);
            return settled();
          },
        });
        return promise;
      },
    };
    finding = new FindingDestinations({ transfer, http, timers });
  });

  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  const queries = () => asked.map(({ query }) => query);
  const shown = () => transfer.state.items.map(({ id }) => id);
  const page = (next: string | null, ...ids: string[]) => ({ items: ids.map(named), next });

  it('requests everything at once, and shows the results', async () => {
    finding.find('w', '');
    expect(queries()).to.deep.equal([{ work: 'w' }]);
    expect(transfer.state.status).to.equal('asking');
    await asked[0]!.answer(page(null, 'a', 'b'));
    expect(shown()).to.deep.equal(['a', 'b']);
    expect(transfer.state).to.deep.include({ status: 'here', more: false });
  });

  it('searches once the rep has stopped typing, for the latest text', async () => {
    finding.find('w', '');
    await asked[0]!.answer(page(null, 'a'));
    finding.find('w', 'b');
    timers.advance(SEARCH_DEBOUNCE - 1);
    finding.find('w', 'bi');
    timers.advance(SEARCH_DEBOUNCE - 1);
    expect(queries()).to.have.length(1);
    expect(shown(), 'what was found before stands meanwhile').to.deep.equal(['a']);
    timers.advance(1);
    expect(queries()[1]).to.deep.equal({ work: 'w', search: 'bi' });
  });

  it('ignores results of an older search', async () => {
    finding.find('w', '');
    finding.find('w', 'bi');
    await asked[0]!.answer(page(null, 'old'));
    expect(shown()).to.deep.equal([]);
    timers.advance(SEARCH_DEBOUNCE);
    await asked[1]!.answer(page(null, 'billing'));
    expect(shown()).to.deep.equal(['billing']);
  });

  it('adds the next page, once', async () => {
    finding.find('w', '');
    await asked[0]!.answer(page('cursor', 'a'));
    expect(transfer.state.more).to.equal(true);
    finding.find('w', null);
    finding.find('w', null);
    expect(queries().slice(1)).to.deep.equal([{ work: 'w', cursor: 'cursor' }]);
    await asked[1]!.answer(page(null, 'b'));
    expect(shown()).to.deep.equal(['a', 'b']);
    finding.find('w', null);
    expect(queries()).to.have.length(2);
  });

  it('shows that it failed, and can be retried', async () => {
    finding.find('w', '');
    await asked[0]!.answer({ detail: 'Not now.' }, 503);
    expect(transfer.state.status).to.equal('failed');
    finding.find('w', '');
    timers.advance(SEARCH_DEBOUNCE);
    await asked[1]!.answer({ items: 'nothing that it should be' });
    expect(transfer.state.status).to.equal('failed');
  });

  it('starts over with another work, and leaves nothing behind when it stops', async () => {
    finding.find('w', '');
    await asked[0]!.answer(page(null, 'a'));
    finding.find('other', '');
    expect(shown()).to.deep.equal([]);
    finding.find(null, null);
    expect(timers.count).to.equal(0);
    await asked[1]!.answer(page(null, 'b'));
    expect(transfer.state).to.deep.include({ agentWorkId: null, items: [] });
  });

  it('gives a host one page, or an error', async () => {
    const codes: unknown[] = [];
    const ask = () =>
      finding
        .page({ agentWorkId: 'w', search: 'x', cursor: 'c' })
        .catch((error: unknown) => codes.push((error as PanelError).code));
    const first = ask();
    expect(queries()).to.deep.equal([{ work: 'w', search: 'x', cursor: 'c' }]);
    await asked[0]!.answer(page(null, 'a'));
    expect(await first).to.deep.equal(page(null, 'a'));
    for (const status of [404, 500]) {
      const refused = ask();
      await asked.at(-1)!.answer({}, status);
      await refused;
    }
    expect(codes).to.deep.equal(['unknownWork', 'notConnected']);
  });
});
