import { expect } from '@playwright/test';
import { isOpenWork, type Ledger, type LedgerItem, type LedgerWork } from './ledger.ts';
import type { PageEntry } from './recorder.ts';
import type { Rep } from './rep.ts';

/** The maximum delay in milliseconds from the server's instant to the page's, on a busy machine. */
const ON_THE_WAY = 250;
/** How far apart the clocks of two pages may be. */
const TABS_APART = 20;
/** A ring stops within this time of the page's being notified. */
const STOPS_WITHIN = 100;

/**
 * Compares, at the end of a test, the server's records with what the rep's pages showed, reported and played: nothing
 * lost, nothing duplicated, nothing claimed too early.
 */
export async function expectAgreement(ledger: Ledger, rep: Rep): Promise<void> {
  await expectSameWorks(ledger, rep);
  const { works, items } = await ledger.atOneMoment(rep.id);
  expectWholeItems(works, items, rep);
  expectTruthfulFacts(works, rep);
  expectSingleToasts(works, rep);
  expectHonestRings(works, rep);
  expectOneTabHeard(rep);
  await expectHonestReceipts(ledger, rep);
}

/** Waits until the panel shows exactly what is open on the server. */
async function expectSameWorks(ledger: Ledger, rep: Rep): Promise<void> {
  const difference = async () => {
    const books = (await ledger.works(rep.id)).filter(isOpenWork).map(({ id, status }) => `${id} ${status}`);
    const shown = await rep.openWorks();
    return {
      missing: books.filter((work) => !shown.includes(work)),
      wrong: shown.filter((work) => !books.includes(work)),
    };
  };
  await expect
    .poll(difference, { message: 'the panel shows what is open on the server' })
    .toEqual({ missing: [], wrong: [] });
}

/** No work item is lost, or has two agent works at once. */
function expectWholeItems(works: readonly LedgerWork[], items: readonly LedgerItem[], rep: Rep): void {
  for (const item of items) {
    const open = works.filter((work) => work.workItemId === item.id && isOpenWork(work));
    expect(open.length, `open works of ${item.subject}`).toBeLessThanOrEqual(1);
    if (item.repId !== rep.id) continue;
    const [work] = open;
    if (item.status === 'offered') expect(work?.status, item.subject).toBe('assigned');
    if (item.status === 'accepted')
      expect(['opened', 'afterConversationWork'], item.subject).toContain(work?.status);
  }
}

/**
 * No page reported an event to its host twice, and "accepted" and "declined" only after the server had recorded them.
 */
function expectTruthfulFacts(works: readonly LedgerWork[], rep: Rep): void {
  const reported = new Set<string>();
  for (const entry of rep.entries) {
    if (entry.kind !== 'fact') continue;
    const work = works.find(({ id }) => id === entry.workId);
    const fact = `${entry.name} of ${entry.workId} in ${entry.document}`;
    expect(reported.has(fact), `${entry.name} of ${work?.subject ?? entry.workId} is reported twice`).toBe(
      false,
    );
    reported.add(fact);
    if (!/accepted|declined/.test(entry.name)) continue;
    const since = entry.name.endsWith('accepted') ? work?.openedAt : work?.settledAt;
    expect(since, `${entry.name} of ${work?.subject ?? entry.workId}`).not.toBeNull();
    expect(since! - entry.at, `${entry.name} before it was true, milliseconds`).toBeLessThan(20);
  }
}

/** No page showed a request twice, or again after it had gone. */
function expectSingleToasts(works: readonly LedgerWork[], rep: Rep): void {
  for (const document of new Set(rep.entries.map((entry) => entry.document))) {
    const gone = new Map<string, string>();
    let before: readonly string[] = [];
    for (const entry of rep.entries) {
      if (entry.document !== document || entry.kind !== 'toasts') continue;
      const ids = entry.toasts.map((toast) => toast.split(' ')[0]!);
      const subject = (id: string) => works.find((work) => work.id === id)?.subject ?? id;
      expect(new Set(ids).size, `toasts at once: ${ids.map(subject).join(', ')}`).toBe(ids.length);
      for (const toast of entry.toasts) {
        const [id, state] = toast.split(' ') as [string, string];
        // A request that was answered may come back as settled, with a refusal or its outcome.
        if (state !== 'settled') expect(gone.get(id), `${subject(id)} is shown again`).toBeUndefined();
      }
      for (const id of before) if (!ids.includes(id)) gone.set(id, id);
      before = ids;
    }
  }
}

/** Every ring that started was for an open request within its interval, and nothing else played. */
function expectHonestRings(works: readonly LedgerWork[], rep: Rep): void {
  for (const { at, beside } of rep.rings) {
    expect(beside, 'sounds at once').toBe(0);
    const rung = works.filter((work) => {
      const { ring, automatic, stopSoundWhenCustomerLeaves } = work.stamp;
      if (!ring || automatic) return false;
      const staysHeard = work.cancelReason === 'customerLeft' && !stopSoundWhenCustomerLeaves;
      const until = staysHeard ? Infinity : Math.min(work.openedAt ?? Infinity, work.settledAt ?? Infinity);
      const ends = work.offeredAt + ring.lengthSeconds * 1000;
      return at >= work.offeredAt - 20 && at < Math.min(until, ends) + ON_THE_WAY;
    });
    expect(
      rung.map(({ subject }) => subject),
      'a request was open when its ring started',
    ).not.toEqual([]);
  }
}

/**
 * No browser tab started to play while another one did. A suspended one falls silent by its audio clock, which its own
 * entries report too late.
 */
function expectOneTabHeard({ entries }: Rep): void {
  for (const { kind, at, document } of entries) {
    if (kind !== 'sound') continue;
    const others = new Set(entries.map((entry) => entry.document));
    others.delete(document);
    for (const other of others) {
      const own = entries.filter((entry) => entry.document === other);
      const latest = own.findLast((entry) => isOfSound(entry) && entry.at < at);
      const ends = own.find((entry) => entry.kind === 'silence' && entry.at >= at);
      // A tab that crashed or was closed never reported the end of its sound.
      if (latest?.kind !== 'sound' || !ends) continue;
      const stoodStill = own.some(
        (entry) => entry.kind === 'stood still' && entry.since <= at && entry.at >= at,
      );
      if (!stoodStill)
        expect(ends.at - at, 'two browser tabs sounded at once, milliseconds').toBeLessThan(TABS_APART);
    }
  }
}

const isOfSound = ({ kind }: PageEntry) => kind === 'sound' || kind === 'silence';

/** What the panel reported as heard was really heard. */
async function expectHonestReceipts(ledger: Ledger, rep: Rep): Promise<void> {
  const cameAt = rep.entries[0]?.at ?? Infinity;
  for (const { kind, at } of await ledger.receipts(rep.id)) {
    if (kind !== 'soundStarted' || at < cameAt) continue;
    const nearest = Math.min(...rep.rings.map((ring) => Math.abs(ring.at - at)));
    // The same sound may go on for the next request without starting again.
    const wasSounding = rep.rings.some((ring) => ring.at < at);
    if (!wasSounding)
      expect(nearest, 'a sound that was reported as heard').toBeLessThan(STOPS_WITHIN + ON_THE_WAY);
  }
}
