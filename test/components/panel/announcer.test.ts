import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import { de } from '../../../assets/locales/de.ts';
import { es } from '../../../assets/locales/es.ts';
import { ja } from '../../../assets/locales/ja.ts';
import { sentence } from '../../../assets/locales/sentence.ts';
import { NOW, request, statuses, works, wrapUp } from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import '../../../components/panel/announcer/announcer.ts';
import { rendered } from '../../helpers/fake-clock.ts';
import { mount } from '../../helpers/mount.ts';
import { spoken } from '../../helpers/spoken.ts';

type Work = ReturnType<typeof request>;

/** A request that ends this many seconds from now. */
const ends = (seconds: number, id = `in-${seconds}`, change: Parameters<typeof request>[1] = {}) =>
  request(id, { subject: id, ...change, stamp: { deadline: NOW + seconds * 1000, ...change.stamp } });
const accepted = { status: 'opened', openedBy: 'rep', openedAt: NOW } as const;
const missed = { status: 'declinedOnPushTimeout', settledAt: NOW } as const;

describe('the announcer', () => {
  async function listening(list: readonly Work[] = [], context: StoryContext = {}) {
    const mounted = await mount(html`<omni-announcer></omni-announcer>`, { work: works(list), ...context });
    const log = spoken(mounted.get('omni-announcer'));
    return {
      ...mounted,
      log,
      show: (next: readonly Work[], options: Parameters<typeof works>[1] = {}) =>
        mounted.change({ work: works(next, options) }),
      /** Lets what was collected be said. */
      settle: () => mounted.clock.advance(2500),
    };
  }

  it('says a request once when it arrives, and again at ten seconds left', async () => {
    const { log, clock } = await listening([ends(24)]);
    for (let second = 0; second < 24; second++) await clock.advance(1000);
    expect(log).to.deep.equal([
      '! Incoming call: in-24. Ines Carvalho. 24 seconds to answer.',
      '! 10 seconds left: in-24.',
    ]);
  });

  it('says the first of those that arrive together, and how many more', async () => {
    const { log } = await listening([ends(20), ends(30), ends(40)]);
    expect(log).to.deep.equal(['! Incoming call: in-20. Ines Carvalho. 20 seconds to answer. And 2 more.']);
  });

  it('does not interrupt the first of a burst, and counts the others when it is over', async () => {
    const { log, clock, show } = await listening();
    const burst: Work[] = [];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      burst.push(ends(60, id));
      await show([...burst]);
      await clock.advance(80);
    }
    await clock.advance(2000);
    expect(log).to.deep.equal([
      '! Incoming call: a. Ines Carvalho. 60 seconds to answer.',
      'And 5 more requests.',
    ]);
  });

  it('counts only those of a burst that still wait', async () => {
    const { log, clock, show } = await listening([ends(60, 'a')]);
    await show([ends(60, 'a'), ends(60, 'b'), ends(60, 'c')]);
    await show([ends(60, 'a'), ends(60, 'b'), ends(60, 'c', { ...accepted })]);
    await clock.advance(300);
    await clock.advance(1700);
    expect(log.slice(1)).to.deep.equal(['Accepted: c.', 'And 1 more request.']);
  });

  it('says one sentence for all that reach their last ten seconds together', async () => {
    const { log, clock } = await listening([20, 20.4, 21, 21.5, 22, 22.3].map((left) => ends(left)));
    log.length = 0;
    for (let step = 0; step < 150; step++) await clock.advance(100);
    expect(log).to.deep.equal(['! 10 seconds left: in-20. And 5 more.']);
  });

  it('says that another one has ten seconds left although a new one arrives at that instant', async () => {
    const { log, clock, show } = await listening([ends(15, 'old')]);
    await clock.advance(4900);
    log.length = 0;
    await show([ends(15, 'old'), ends(60, 'new')]);
    await clock.advance(100);
    await clock.advance(1900);
    expect(log).to.deep.equal([
      '! Incoming call: new. Ines Carvalho. 56 seconds to answer.',
      '10 seconds left: old.',
    ]);
  });

  it('says what became of a request, each outcome with its own word', async () => {
    const outcomes: readonly [Partial<Parameters<typeof request>[1]>, string][] = [
      [accepted, 'Accepted: Refund?'],
      [{ ...accepted, openedBy: 'automatic' }, 'Opened for you: Refund?'],
      [{ status: 'declined', settledAt: NOW }, 'Declined: Refund?'],
      [missed, 'Missed: Refund?'],
      [{ status: 'canceled', cancelReason: 'customerLeft' }, 'Customer left: Refund?'],
      [{ status: 'canceled', cancelReason: 'withdrawn' }, 'Withdrawn: Refund?'],
      [{ status: 'canceled', cancelReason: 'graceOver' }, 'Back in the queue: Refund?'],
      [{ status: 'canceled', cancelReason: 'givenBack' }, 'Back in the queue: Refund?'],
      [{ status: 'canceled', cancelReason: 'notDelivered' }, 'Not delivered: Refund?'],
      [{ status: 'canceled', cancelReason: null }, 'Canceled: Refund?'],
    ];
    for (const [change, said] of outcomes) {
      const { log, show, settle } = await listening([ends(60, 'a', { subject: 'Refund?' })]);
      log.length = 0;
      await show([ends(60, 'a', { subject: 'Refund?', ...change })]);
      await settle();
      expect(log).to.deep.equal([said]);
    }
  });

  it('says a missed request and the status that it set in one breath', async () => {
    const { log, show, change, settle } = await listening([ends(60, 'a')]);
    log.length = 0;
    await show([ends(60, 'a', missed)]);
    const confirmed = { status: statuses.offline, since: NOW, cause: 'pushTimeout' } as const;
    await change({ presence: { confirmed } });
    await settle();
    expect(log).to.deep.equal(['Missed: a. You are now Offline.']);
  });

  it('says a burst of outcomes as one announcement', async () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { log, show, clock, settle } = await listening(six.map((id) => ends(60, id)));
    log.length = 0;
    for (let count = 1; count <= 6; count++) {
      await show(six.map((id, index) => ends(60, id, index < count ? missed : {})));
      await clock.advance(40);
    }
    await settle();
    expect(log).to.deep.equal(['Missed: a. And 5 more.']);
  });

  it('says every status that was set, but not what the banner says after a loss', async () => {
    const { log, change, settle } = await listening();
    const set = async (
      status: 'lunch' | 'offline' | 'available',
      cause: 'rep' | 'administrator' | 'grace',
    ) => {
      await change({ presence: { confirmed: { status: statuses[status], since: NOW, cause } } });
      await settle();
    };
    await set('lunch', 'administrator');
    await set('offline', 'grace');
    await set('available', 'rep');
    expect(log).to.deep.equal(['You are now Lunch.', 'You are now Available.']);
  });

  it('says until when an outbound conversation keeps offers away, once, and that it is over', async () => {
    const { log, change, settle, clock } = await listening();
    await change({ presence: { outboundEndsAt: NOW + 60_000 } });
    await settle();
    await change({ presence: { outboundEndsAt: NOW + 120_000 } });
    await settle();
    await change({ presence: { outboundEndsAt: null } });
    await settle();
    await clock.advance(1000);
    expect(log).to.deep.equal([
      'Outbound conversation: no new requests until 14:03.',
      'The outbound conversation has ended.',
    ]);
  });

  it('says that a status queued for the end of wrap-up was dropped, but not that it took effect', async () => {
    const { log, change, settle } = await listening();
    const statusAfterAcw = statuses.available;
    const busy = { status: statuses.lunch, since: NOW, cause: 'rep' } as const;
    await change({ presence: { confirmed: busy, statusAfterAcw } });
    await settle();
    log.length = 0;
    const confirmed = { status: statuses.offline, since: NOW, cause: 'pushTimeout' } as const;
    await change({ presence: { confirmed, statusAfterAcw: null } });
    await settle();
    expect(log).to.deep.equal(['You will no longer become Available after wrap-up. You are now Offline.']);
    await change({ presence: { confirmed: busy, statusAfterAcw } });
    await settle();
    log.length = 0;
    const available = { status: statuses.available, since: NOW, cause: 'rep' } as const;
    await change({ presence: { confirmed: available, statusAfterAcw: null } });
    await settle();
    expect(log).to.deep.equal(['You are now Available.']);
  });

  it('does not say that a queued status was dropped if the rep has chosen another one', async () => {
    const { log, change, settle } = await listening();
    const busy = { status: statuses.lunch, since: NOW, cause: 'rep' } as const;
    await change({ presence: { confirmed: busy, statusAfterAcw: statuses.available } });
    await settle();
    log.length = 0;
    const confirmed = { status: statuses.offline, since: NOW, cause: 'rep' } as const;
    await change({ presence: { confirmed, statusAfterAcw: null } });
    await settle();
    expect(log).to.deep.equal(['You are now Offline.']);
  });

  it('says the beginning, an extension and the end of wrap-up', async () => {
    const { log, show, settle } = await listening([ends(60, 'a', accepted)]);
    log.length = 0;
    await show([wrapUp('a', 90, { subject: 'a' })]);
    await settle();
    await show([wrapUp('a', 150, { subject: 'a', used: 1 })]);
    await settle();
    await show([ends(60, 'a', { status: 'closed', settledAt: NOW })]);
    await settle();
    expect(log).to.deep.equal([
      'Wrap-up until 14:04:00: a.',
      'Wrap-up extended until 14:05:00: a.',
      'Wrap-up is over: a.',
    ]);
  });

  it('says that an answer is kept, and why one was refused', async () => {
    const list = [ends(60, 'a')];
    const { log, show, settle } = await listening(list);
    log.length = 0;
    await show(list, { answers: { a: { kind: 'accept', state: 'kept' } } });
    await settle();
    await show(list, { refusals: { a: 'This request needs a reason' } });
    await settle();
    expect(log).to.deep.equal(['Accept not sent yet: a.', 'This request needs a reason.']);
  });

  it('leaves the refusal of what is no request to the alert in its row', async () => {
    const list = [ends(60, 'a', accepted)];
    const { log, show, settle } = await listening(list);
    log.length = 0;
    await show(list, { refusals: { a: 'You may not transfer this work there.' } });
    await settle();
    expect(log).to.deep.equal([]);
  });

  it('says that the customer left accepted work, and that work was taken or transferred', async () => {
    const { log, show, settle } = await listening([ends(60, 'a', accepted)]);
    log.length = 0;
    await show([ends(60, 'a', { ...accepted, customerLeftAt: NOW }), ends(60, 'taken', accepted)]);
    await settle();
    const transferredTo = { kind: 'queue', id: 'q', name: 'Returns' } as const;
    await show([ends(60, 'a', { status: 'transferred', transferredTo }), ends(60, 'taken', accepted)]);
    await settle();
    expect(log).to.deep.equal(['Customer left: a. Accepted: taken.', 'Transferred to Returns: a.']);
  });

  it('says nothing of what was there when the panel signed in', async () => {
    const { log, show, settle } = await listening([], { work: works([], { capacity: null }) });
    await show([ends(60, 'a', accepted), ends(60, 'b', missed)]);
    await settle();
    expect(log).to.deep.equal([]);
  });

  it('says the same text again if it is news again', async () => {
    const { log, show, settle } = await listening([ends(20, 'a', { subject: 'Same' })]);
    await settle();
    await show([ends(22.5, 'b', { subject: 'Same' })]);
    expect(log).to.deep.equal([log[0], log[0]]);
  });

  it('needs no timer while nothing happens', async () => {
    const { clock, show, settle } = await listening([ends(60, 'a', { stamp: { deadline: null } })]);
    await show([ends(60, 'a', { ...accepted })]);
    await settle();
    await rendered();
    expect(clock.waiting).to.equal(0);
  });

  it('ends each sentence once, in every language', () => {
    expect(
      ['Where is it?', 'Help!', 'Wait…', 'Done.', '“Why?”', 'أين الطلب؟', 'Plain'].map(sentence),
    ).to.deep.equal(['Where is it?', 'Help!', 'Wait…', 'Done.', '“Why?”', 'أين الطلب؟', 'Plain.']);
    expect(['返金', 'ルーター', 'どこですか？', '「なぜ？」', '届きました。'].map(sentence)).to.deep.equal([
      '返金。',
      'ルーター。',
      'どこですか？',
      '「なぜ？」',
      '届きました。',
    ]);
    for (const words of [de, ar, es, ja]) {
      const said = words.announceRequest(words.request.chat, 'Where is my router?', 'Inc.', 1);
      expect(said).to.not.match(/[?.]\./);
      expect(said).to.contain('router? Inc. ');
    }
  });
});
