import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import {
  alertReceiptSchema,
  type AlertReceipt,
  type SoundObstacle,
} from '../../../src/domain/alerts/alert-receipt.ts';
import { Receipts } from '../../../src/services/alerts/receipts.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { ReceiptsStore } from '../../../src/stores/receipts.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { OtherTabs } from '../other-tabs.ts';

const pool = { used: 0, total: 5 };
const CAPACITY = { primary: pool, interruptible: pool };

describe('alert receipts', () => {
  let timers: FakeTimers;
  let stores: { work: WorkStore; sound: SoundStore; connection: ConnectionStore; receipts: ReceiptsStore };
  let isHidden: boolean;
  let obstacle: SoundObstacle | null;
  let messages: AlertReceipt[][];
  let receipts: Receipts;
  let otherTabs: OtherTabs;
  let stop: () => void;

  beforeEach(() => {
    timers = new FakeTimers();
    stores = {
      work: new WorkStore((tell) => tell()),
      sound: new SoundStore(),
      connection: new ConnectionStore(0),
      receipts: new ReceiptsStore(),
    };
    stores.connection.update({ status: 'connected' });
    isHidden = false;
    obstacle = null;
    messages = [];
    otherTabs = new OtherTabs();
    receipts = new Receipts({
      ...stores,
      tabGroup: otherTabs,
      timers,
      clock: timers,
      isHidden: () => isHidden,
      isSeen: () => !isHidden,
      soundObstacle: () => obstacle,
      post(message) {
        if (stores.connection.state.status !== 'connected') return false;
        messages.push([...message.receipts]);
        return true;
      },
    });
    stop = receipts.start();
  });
  afterEach(() => stop());

  const arrives = (change: Partial<AgentWork> = {}): AgentWork => {
    const request = aRequest({ offeredAt: timers.now(), ...change });
    stores.work.put(request);
    return request;
  };
  const settles = (request: AgentWork, change: Partial<AgentWork> = { status: 'declinedOnPushTimeout' }) =>
    stores.work.put({ ...request, settledAt: timers.now(), ...change });
  const told = () => messages.flat();
  const kinds = () => told().map(({ kind }) => kind);
  const blockedFor = () => told().flatMap(({ kind, reason }) => (kind === 'soundBlocked' ? [reason] : []));

  it('count what was seen and done in another tab, and report it once', () => {
    const { id } = arrives();
    otherTabs.say({ type: 'painted', agentWorkIds: [id] });
    otherTabs.say({ type: 'notified', agentWorkId: id });
    otherTabs.say({ type: 'answered', agentWorkId: id, answer: 'accept' });
    receipts.painted([id]);
    timers.advance(1000);
    expect(kinds()).to.deep.equal(['delivered', 'painted', 'notified', 'answered']);
    expect(told().at(-1)?.detail).to.equal('accept');
    // What comes from there does not go back.
    expect(otherTabs.told).to.deep.equal([{ type: 'painted', agentWorkIds: [id] }]);
  });

  it('pass on what was seen and done here', () => {
    const { id } = arrives();
    receipts.painted([]);
    receipts.painted([id]);
    receipts.notified(id);
    stores.work.answer(id, { kind: 'decline', state: 'checking' });
    stores.work.answer(id, { kind: 'decline', state: 'kept' });
    expect(otherTabs.told).to.deep.equal([
      { type: 'painted', agentWorkIds: [id] },
      { type: 'notified', agentWorkId: id },
      { type: 'answered', agentWorkId: id, answer: 'decline' },
    ]);
  });

  it('report what arrived, was painted, was heard and was answered, in this order, in one message', () => {
    const { id } = arrives();
    const at = timers.now();
    timers.advance(20);
    receipts.painted([id]);
    stores.sound.update({ ringing: id, status: 'running' });
    stores.work.answer(id, { kind: 'accept', state: 'checking' });
    expect(messages).to.have.length(0);
    timers.advance(230);
    expect(messages).to.have.length(1);
    expect(kinds()).to.deep.equal(['delivered', 'painted', 'soundStarted', 'answered']);
    expect(told()[0]).to.deep.equal({ agentWorkId: id, kind: 'delivered', at, visibility: 'visible' });
    expect(told()[3]).to.deep.include({ at: at + 20, detail: 'accept' });
    for (const receipt of told()) v.parse(alertReceiptSchema, receipt);
  });

  it('report each event once', () => {
    const request = arrives();
    for (let times = 0; times < 3; times++) {
      receipts.painted([request.id]);
      receipts.notified(request.id);
      stores.sound.update({ ringing: request.id });
      stores.sound.update({ ringing: null });
      stores.work.put({ ...request, subject: `Changed ${times}` });
      timers.advance(250);
    }
    expect(kinds()).to.deep.equal(['delivered', 'painted', 'notified', 'soundStarted']);
  });

  it('say nothing of works that this page met only after they were answered', () => {
    const { id } = arrives({ status: 'opened' });
    receipts.painted([id, 'unknown']);
    timers.advance(250);
    expect(messages).to.deep.equal([]);
  });

  it('report which requests have no room among the toasts', () => {
    const [shown, counted] = [arrives(), arrives()];
    receipts.painted([shown.id]);
    timers.advance(250);
    const details = told()
      .filter(({ kind }) => kind === 'delivered')
      .map(({ detail }) => detail);
    expect(details).to.deep.equal([undefined, 'not among the toasts shown']);
    expect(told().some(({ kind, agentWorkId }) => kind === 'painted' && agentWorkId === counted.id)).to.equal(
      false,
    );
  });

  it('are sent at once from a hidden page, whose timers are late', async () => {
    isHidden = true;
    arrives();
    await Promise.resolve();
    expect(told().map(({ kind, visibility }) => `${kind} ${visibility}`)).to.deep.equal(['delivered hidden']);
    expect(told()[0]).to.not.have.property('detail');
  });

  it('are sent in the order of the snapshot, at most 40 per message and 5 messages at once', () => {
    const works = Array.from({ length: 250 }, () => aRequest());
    stores.work.resynchronise(works, CAPACITY);
    timers.advance(250);
    expect(messages.map(({ length }) => length)).to.deep.equal([40, 40, 40, 40, 40]);
    timers.advance(250);
    expect(told().map(({ agentWorkId }) => agentWorkId)).to.deep.equal(works.map(({ id }) => id));
  });

  describe('of a sound that was not heard', () => {
    for (const reason of ['contextSuspended', 'contextInterrupted', 'contextClosed'] as const)
      it(`report ${reason} as soon as that is known, and a later start of the sound`, () => {
        obstacle = reason;
        stores.sound.update({ status: reason === 'contextClosed' ? 'failed' : 'blocked' });
        const { id } = arrives();
        timers.advance(250);
        expect(blockedFor()).to.deep.equal([reason]);
        obstacle = null;
        stores.sound.update({ status: 'running', ringing: id });
        timers.advance(250);
        expect(kinds()).to.deep.equal(['delivered', 'soundBlocked', 'soundStarted']);
      });

    it('report silent output if the context claims to be running', () => {
      const { id } = arrives();
      stores.sound.update({ status: 'running', ringing: id });
      stores.sound.update({ status: 'failed' });
      timers.advance(250);
      expect(told().at(-1)).to.deep.include({ kind: 'soundBlocked', detail: 'silent output' });
    });

    it('report why the default sound rang instead', () => {
      const { id } = arrives();
      stores.sound.update({ fault: 'notDecoded', ringing: id });
      timers.advance(250);
      expect(told().at(-1)).to.deep.include({ kind: 'soundStarted', reason: 'notDecoded' });
    });

    it('report that a newer request rang', () => {
      const older = arrives();
      const newer = arrives();
      stores.sound.update({ ringing: newer.id });
      settles(older);
      timers.advance(250);
      expect(blockedFor()).to.deep.equal(['newerRequest']);
    });

    it('report that it was too slow', () => {
      settles(arrives());
      timers.advance(250);
      expect(blockedFor()).to.deep.equal(['tooSlow']);
    });

    it('report a lost connection, but not a mere interruption', () => {
      arrives();
      stores.connection.update({ status: 'interrupted' });
      expect(stores.connection.state.status).to.equal('interrupted');
      timers.advance(250);
      stores.connection.update({ status: 'lost' });
      stores.connection.update({ status: 'connected' });
      timers.advance(250);
      expect(blockedFor()).to.deep.equal(['notConnected']);
    });

    it('are not sent if no sound was due, or for automatic acceptance', () => {
      settles(arrives({ stamp: { ...aRequest().stamp, ring: null } }));
      settles(arrives(), { status: 'opened', openedBy: 'automatic' });
      timers.advance(250);
      expect(blockedFor()).to.deep.equal([]);
    });
  });

  describe('without a connection', () => {
    it('wait for it, but are in the log at once', () => {
      const { id } = arrives();
      stores.connection.update({ status: 'lost' });
      timers.advance(250);
      expect(messages).to.deep.equal([]);
      expect(stores.receipts.state.get(id)?.map(({ kind }) => kind)).to.deep.equal([
        'delivered',
        'soundBlocked',
      ]);
      stores.connection.update({ status: 'connected' });
      timers.advance(250);
      expect(kinds()).to.deep.equal(['delivered', 'soundBlocked']);
    });

    it('are sent again if the connection may have been dead', () => {
      arrives();
      timers.advance(250);
      timers.advance(9000);
      stores.connection.update({ status: 'interrupted' });
      stores.connection.update({ status: 'connected' });
      timers.advance(250);
      expect(kinds()).to.deep.equal(['delivered', 'delivered']);
      timers.advance(20_000);
      stores.connection.update({ status: 'interrupted' });
      stores.connection.update({ status: 'connected' });
      timers.advance(250);
      expect(kinds()).to.deep.equal(['delivered', 'delivered']);
    });

    it('are limited to the latest 2,000', () => {
      stores.connection.update({ status: 'lost' });
      for (let batch = 0; batch < 25; batch++) {
        for (let count = 0; count < 100; count++) arrives({ stamp: { ...aRequest().stamp, ring: null } });
        timers.advance(250);
      }
      const last = arrives().id;
      stores.connection.update({ status: 'connected' });
      timers.advance(60_000);
      expect(told().filter(({ kind }) => kind === 'delivered')).to.have.length.within(1900, 2000);
      expect(told().some(({ agentWorkId }) => agentWorkId === last)).to.equal(true);
    });
  });

  it('are dropped for works that are no longer known', () => {
    const [one, two] = [arrives(), arrives()];
    timers.advance(250);
    stores.work.resynchronise([two], CAPACITY);
    receipts.painted([one.id, two.id]);
    timers.advance(250);
    expect([...stores.receipts.state.keys()]).to.deep.equal([two.id]);
  });

  it('of one rep are never sent for another: sign-out drops them', () => {
    stores.connection.update({ status: 'lost' });
    arrives();
    timers.advance(250);
    stores.work.empty();
    stores.connection.update({ status: 'connected' });
    timers.advance(250);
    expect(messages).to.deep.equal([]);
  });

  it('leave no timer behind', () => {
    arrives();
    stop();
    expect(timers.count).to.equal(0);
    expect(stores.receipts.state.size).to.equal(0);
  });
});
