import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soundObstacles } from '../../../src/domain/alerts/alert-receipt.ts';
import { agentWorkStatusSchema, cancelReasons } from '../../../src/domain/work/agent-work.ts';
import {
  alertWords,
  explainAlert,
  type AlertedWork,
  type KnownReceipt,
} from '../../../src/domain/alerts/explain-alert.ts';

const OFFER = 1_000_000;
const work = (change: Partial<AlertedWork> = {}): AlertedWork => ({
  status: 'declinedOnPushTimeout',
  offeredAt: OFFER,
  cancelReason: null,
  openedBy: null,
  stamp: { ring: { sound: null, lengthSeconds: 10 } },
  ...change,
});
const receipt = (
  kind: KnownReceipt['kind'],
  after: number,
  change: Partial<KnownReceipt> = {},
): KnownReceipt => ({ kind, at: OFFER + after, visibility: 'visible', ...change });
const hidden = { visibility: 'hidden' } as const;

describe('the explanation of a request', () => {
  it('explains why a missed request was not heard', () => {
    const receipts = [
      receipt('delivered', 40, hidden),
      receipt('painted', 200, hidden),
      receipt('soundBlocked', 250, { ...hidden, reason: 'contextSuspended' }),
    ];
    assert.equal(
      explainAlert(work(), receipts),
      'Shown 0.2 s after the offer in a hidden browser tab; the sound was blocked because the page had not been ' +
        'clicked yet; the push time-out came first.',
    );
  });

  it('says that nothing arrived, and then does not mention sound', () => {
    assert.equal(
      explainAlert(work({ status: 'canceled', cancelReason: 'notDelivered' }), []),
      'Nothing says that it reached a panel; it went back to the queue.',
    );
  });

  it('distinguishes what arrived, what was shown, and a notification', () => {
    const arrival = (...receipts: KnownReceipt[]) => explainAlert(work(), receipts).split('; ')[0];
    assert.equal(
      arrival(receipt('delivered', 100)),
      'It reached a visible browser tab 0.1 s after the offer, but nothing says that it was shown',
    );
    assert.equal(
      arrival(receipt('delivered', 100), receipt('notified', 300)),
      'A notification was shown 0.3 s after the offer, but nothing says that the panel showed it',
    );
    assert.equal(
      arrival(receipt('notified', 300), receipt('painted', 400, hidden)),
      'Shown 0.4 s after the offer in a hidden browser tab, with a notification',
    );
  });

  it('says how much of the sound was heard, in chronological order', () => {
    const sound = (...receipts: KnownReceipt[]) => explainAlert(work(), receipts).split('; ')[1];
    assert.equal(sound(receipt('soundStarted', 210)), 'the sound started 0.2 s after the offer');
    assert.equal(
      sound(receipt('soundStarted', 210, { reason: 'notDecoded' })),
      'the default sound started 0.2 s after the offer because the custom sound could not be decoded',
    );
    assert.equal(sound(receipt('soundBlocked', 210)), 'the sound was blocked');
    assert.equal(
      sound(receipt('soundStarted', 4000), receipt('soundBlocked', 200, { reason: 'contextSuspended' })),
      'the sound was blocked at first because the page had not been clicked yet, and started 4.0 s after the offer',
    );
    assert.equal(
      sound(receipt('soundStarted', 200), receipt('soundBlocked', 4000, { reason: 'contextInterrupted' })),
      'the sound started 0.2 s after the offer, and was blocked after 4.0 s because something else held the audio device',
    );
    assert.equal(sound(receipt('painted', 200)), 'nothing is known about the sound');
  });

  it('says that there was no sound if its terms have none', () => {
    assert.match(
      explainAlert(work({ stamp: { ring: null } }), [receipt('painted', 0)]),
      /; it was offered without a sound; /,
    );
  });

  it('distinguishes an answer that counted from one that was too late', () => {
    const end = (change: Partial<AlertedWork>) =>
      explainAlert(work(change), [receipt('answered', 3100)])
        .split('; ')
        .at(-1);
    assert.equal(end({ status: 'opened', openedBy: 'rep' }), 'answered 3.1 s after the offer.');
    assert.equal(end({ status: 'declined' }), 'answered 3.1 s after the offer.');
    assert.equal(end({}), 'answered 3.1 s after the offer, but the push time-out came first.');
    assert.equal(
      end({ status: 'canceled', cancelReason: 'customerLeft' }),
      'answered 3.1 s after the offer, but the customer left.',
    );
  });

  it('says how every request without an answer ended', () => {
    const ends = new Set<string>();
    for (const status of agentWorkStatusSchema.options)
      if (status === 'canceled')
        for (const cancelReason of cancelReasons) ends.add(explainAlert(work({ status, cancelReason }), []));
      else ends.add(explainAlert(work({ status, openedBy: 'rep' }), []));
    // Four statuses are of accepted work.
    assert.equal(ends.size, agentWorkStatusSchema.options.length - 1 - 3 + cancelReasons.length);
    assert.match(
      explainAlert(work({ status: 'closed', openedBy: 'automatic' }), []),
      /accepted automatically/,
    );
  });

  it('has other words for each obstacle', () => {
    const reasons = soundObstacles.map((reason) =>
      explainAlert(work(), [receipt('soundBlocked', 0, { reason })]),
    );
    assert.equal(new Set(reasons).size, soundObstacles.length);
  });

  it('uses the first receipt of each kind, and dates nothing before the offer', () => {
    const receipts = [receipt('painted', -500), receipt('painted', 900)];
    assert.match(explainAlert(work(), receipts), /^Shown 0\.0 s after/);
  });

  it('can be worded differently', () => {
    const words = {
      ...alertWords,
      notDelivered: 'Nichts kam an',
      ends: { ...alertWords.ends, missed: 'verpasst' },
    };
    assert.equal(explainAlert(work(), [], words), 'Nichts kam an; verpasst.');
  });
});
