import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { de } from '../../../assets/locales/de.ts';
import '../../../components/panel/request-log/request-log.ts';
import {
  ago,
  HOSTILE,
  NOW,
  receipt,
  request,
  works,
} from '../../../components/shared/stories/story-fixtures.ts';
import { everything, mount, one, press, text, within } from '../../helpers/mount.ts';

type Work = ReturnType<typeof request>;

describe('request log', () => {
  async function log(...list: Work[]) {
    const mounted = await mount(html`<omni-request-log></omni-request-log>`, { work: works(list) });
    const element = mounted.get('omni-request-log');
    return { ...mounted, element, rows: within(element, 'li').map((row) => text(row)) };
  }
  const canceled = (cancelReason: Work['cancelReason'], change = {}) =>
    request('r', { status: 'canceled', cancelReason, settledAt: NOW, ...change });
  const outcomes: readonly [string, Work][] = [
    [
      'Accepted · after 4 s',
      request('r', {
        status: 'closed',
        openedBy: 'rep',
        offeredAt: ago(1, 4),
        openedAt: ago(1),
        settledAt: NOW,
      }),
    ],
    ['Opened for you', request('r', { status: 'opened', openedBy: 'automatic', openedAt: NOW })],
    [
      'Missed · no answer in 30 s · set to Offline',
      request('r', {
        status: 'declinedOnPushTimeout',
        settledAt: NOW,
        statusUpdate: { id: 'offline', label: 'Offline' },
      }),
    ],
    [
      'Declined · Needs a specialist',
      request('r', {
        status: 'declined',
        settledAt: NOW,
        declineReason: { id: 'specialist', label: 'Needs a specialist' },
      }),
    ],
    ['Declined', request('r', { status: 'declined', settledAt: NOW })],
    ['Customer left · after waiting 2:05', canceled('customerLeft', { waitingSince: ago(2, 5) })],
    ['Withdrawn · taken back', canceled('withdrawn')],
    ['Back in the queue · connection was lost', canceled('graceOver')],
    ['Back in the queue · you went Offline', canceled('repWentOffline')],
    ['Back in the queue · you gave it back', canceled('givenBack')],
    ['Canceled', canceled('unknown')],
    ['Not delivered · not counted as missed', canceled('notDelivered')],
  ];
  for (const [said, work] of outcomes)
    it(`shows "${said}"`, async () => {
      const { rows } = await log(work);
      expect(rows).to.deep.equal([`Voice Refund for order 48213 has not arrived 14:02 ${said}`]);
    });

  it('explains on demand how this panel alerted the rep to a missed request', async () => {
    const missed = request('missed', {
      status: 'declinedOnPushTimeout',
      offeredAt: ago(2, 30),
      settledAt: ago(2),
      subject: HOSTILE,
    });
    const { element, change, contexts } = await log(missed);
    expect(within(element, 'details')).to.have.length(0);
    const seen = [
      receipt('missed', 'delivered', 100),
      receipt('missed', 'soundBlocked', 200, { reason: 'contextSuspended' }),
    ];
    await change({ receipts: new Map([['missed', seen]]) });
    const summary = one(element, 'summary');
    expect(summary.textContent).to.equal(`What happened: ${HOSTILE}`);
    summary.focus();
    await press('Enter');
    expect(text(one(element, 'details p'))).to.equal(
      'It reached a hidden browser tab 0.1 s after the offer, but nothing says that it was shown; ' +
        'the sound was blocked because the page had not been clicked yet; the push time-out came first.',
    );
    await change({ strings: de });
    expect(text(one(element, 'details p'))).to.contain('weil noch nicht in die Seite geklickt worden war');
    expect(everything(contexts).filter(({ localName }) => localName === 'img')).to.have.length(0);
  });

  it('explains only missed requests', async () => {
    const declined = request('declined', { status: 'declined', settledAt: NOW });
    const { element, change } = await log(declined);
    await change({ receipts: new Map([['declined', [receipt('declined', 'delivered', 0)]]]) });
    expect(within(element, 'details')).to.have.length(0);
  });

  it('shows the latest first, without requests that still wait', async () => {
    const settled = (id: string, minutes: number) =>
      request(id, { subject: id, status: 'declined', settledAt: ago(minutes) });
    const { rows } = await log(settled('older', 5), request('waits'), settled('newer', 1));
    expect(rows.map((row) => row.split(' ')[1])).to.deep.equal(['newer', 'older']);
  });

  it('says that it is empty', async () => {
    const { element } = await log(request('waits'));
    expect(text(one(element, '.none'))).to.equal('No requests yet');
  });

  const missed = (change: Parameters<typeof request>[1] = {}) =>
    request('r', { status: 'declinedOnPushTimeout', settledAt: NOW, takeable: true, ...change });

  it('offers to take work that still waits, and no other', async () => {
    const { element, heard } = await log(missed(), request('gone', { status: 'declined', settledAt: NOW }));
    expect(one(element, '[part=take]').ariaLabel).to.equal('Take it: Refund for order 48213 has not arrived');
    one(element, '[part=take]').focus();
    await press('Enter');
    expect(heard('omni-take-request').map(({ workId }) => workId)).to.deep.equal(['r']);
  });

  it('shows that taking is waiting for the server, allows no second attempt, and shows why it was refused', async () => {
    const { element, heard, change } = await log(missed());
    await change({ work: works([missed()], { answers: { r: { kind: 'take', state: 'checking' } } }) });
    expect(text(one(element, '[part=take]'))).to.equal('Checking');
    one(element, '[part=take]').click();
    expect(heard('omni-take-request')).to.have.length(0);
    await change({ work: works([missed()], { refusals: { r: 'It no longer waits.' } }) });
    expect(text(one(element, '.refusal'))).to.equal('It no longer waits.');
  });

  it('has the flight record at its foot, even while it is empty', async () => {
    const { element, heard } = await log();
    expect(text(one(element, '.foot'))).to.equal('Last hour, names removed Download flight record');
    one(element, '[part=download]').click();
    expect(heard('omni-download-flight-record-request')).to.have.length(1);
  });

  it('shows text as text, whatever it contains', async () => {
    const declineReason = { id: 'h', label: HOSTILE };
    const { element } = await log(
      request('h', { subject: HOSTILE, status: 'declined', settledAt: NOW, declineReason }),
    );
    expect(everything(element).filter(({ localName }) => localName === 'img')).to.have.length(0);
  });

  it('aligns its times with the edge of its buttons', async () => {
    const { element } = await log(outcomes[0]![1], { ...outcomes[1]![1], id: 'other' });
    const edge = one(element, '[part=download]').getBoundingClientRect().right;
    const edges = within(element, '.time').map((time) => time.getBoundingClientRect().right);
    expect(edges).to.deep.equal([edge, edge]);
  });
});
