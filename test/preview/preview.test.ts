import { expect } from '@open-wc/testing';
import type { EffectiveConfiguration } from '../../src/domain/configuration/effective-configuration.ts';
import { lists, SOUND } from '../fake-backend/setup/preview-lists.ts';
import { APreview } from './a-preview.ts';

describe('the preview of a presence configuration', () => {
  let a: APreview;

  beforeEach(() => {
    a = new APreview();
    a.configure();
    a.connect();
  });
  afterEach(() => a.preview.stop());

  const effective = async (): Promise<EffectiveConfiguration> => {
    const answer = await a.preview.overrides.http?.get('v1/presence-configuration');
    return (await answer?.json()) as EffectiveConfiguration;
  };

  it('welcomes the panel with a rep who is online', () => {
    const [welcome] = a.heard;
    expect(welcome?.type).to.equal('welcome');
    if (welcome?.type === 'welcome') expect(welcome.snapshot.presence.status.id).to.equal('available');
  });

  it('resolves the effective configuration as the server does: channels over the draft, without retired reasons', async () => {
    const { settings, channels, route } = await effective();
    expect(route).to.equal('user');
    expect(settings.declineReasons.value.map(({ id }) => id)).to.deep.equal(['busy', 'skills']);
    const voice = channels.find(({ id }) => id === 'voice');
    const chat = channels.find(({ id }) => id === 'chat');
    const messaging = channels.find(({ id }) => id === 'messaging');
    expect(voice?.allowDecline).to.deep.equal({ value: true, source: 'configuration' });
    expect(chat?.automaticallyAccept).to.deep.equal({ value: true, source: 'channel' });
    expect(messaging?.soundLengthSeconds).to.deep.equal({ value: 3, source: 'channel' });
  });

  it('fixes the terms of a request by the draft and its routing configuration', () => {
    const { stamp, offeredAt } = a.raise('voice');
    expect(stamp).to.deep.include({
      size: 2,
      pool: 'primary',
      deadline: offeredAt + 20_000,
      declinable: true,
    });
    expect(stamp.ring).to.deep.equal({ sound: null, lengthSeconds: 10 });
    expect(a.raise('messaging', 'patient').stamp).to.deep.include({ size: 1, deadline: null });
  });

  it('keeps the flag of accepted work, as the server does', () => {
    const { id: agentWorkId } = a.raise('chat');
    const flag = () => a.works.find(({ id }) => id === agentWorkId)?.flag;
    const change = (type: 'raise-flag' | 'lower-flag', message: string | null) =>
      a.do({ type, agentWorkId, message })?.kind;
    expect(change('raise-flag', null)).to.equal('refused');
    a.do({ type: 'accept', agentWorkId });
    expect(change('raise-flag', 'Help')).to.equal('done');
    expect(flag()).to.deep.include({ isFlagged: true, message: 'Help', roleUpdatedBy: 'rep' });
    expect(change('lower-flag', null)).to.equal('done');
    expect(flag()).to.deep.include({ isFlagged: false, message: null });
  });

  it('follows the draft at once; existing requests keep their terms', () => {
    const before = a.raise('voice');
    a.configure({
      allowDecline: false,
      allowDeclineReason: false,
      declineReasonIds: [],
      notificationSound: SOUND,
    });
    expect(a.heard.at(-1)?.type).to.equal('configuration-changed');
    const after = a.raise('voice');
    expect(after.stamp).to.deep.include({ declinable: false, declineReasons: [] });
    expect(after.stamp.ring?.sound).to.equal(SOUND);
    expect(before.stamp.declinable).to.equal(true);
    expect(a.do({ type: 'decline', agentWorkId: before.id, reasonId: 'busy' })).to.deep.equal({
      kind: 'done',
    });
  });

  it('a draft without effect sends the panel nothing', () => {
    const { length } = a.heard;
    a.configure();
    expect(a.heard.length).to.equal(length);
  });

  it('keeps the last valid draft, and says so', async () => {
    a.configure({ soundLengthSeconds: 99 });
    expect(a.preview.store.state.isBehind).to.equal(true);
    expect((await effective()).settings.soundLengthSeconds.value).to.equal(10);
    a.configure({ soundLengthSeconds: 12 });
    expect(a.preview.store.state.isBehind).to.equal(false);
    expect((await effective()).settings.soundLengthSeconds.value).to.equal(12);
  });

  it('wraps up as the channel says, if it overrides the draft', () => {
    const [first, ...channels] = lists.channels;
    a.configure(
      { giveAcw: true, acwDurationSeconds: 60 },
      { ...lists, channels: [{ ...first!, giveAcw: true, acwDurationSeconds: 90 }, ...channels] },
    );
    const wrapUpOf = (channelId: string) => {
      const { id } = a.opened(channelId);
      a.do({ type: 'end-conversation', agentWorkId: id });
      const { acw } = a.work(id);
      a.do({ type: 'end-acw', agentWorkId: id });
      return acw?.terms.durationSeconds;
    };
    expect(wrapUpOf(first!.id)).to.equal(90);
    expect(wrapUpOf('chat')).to.equal(60);
  });

  it('clears what does not apply, as saving would', async () => {
    a.configure({ giveAcw: false });
    expect(a.preview.store.state.isBehind).to.equal(false);
    expect((await effective()).settings.acw.value).to.equal(null);
  });

  it('declines with one of the configured reasons, and sets a call’s rep Offline', () => {
    const { id } = a.raise('voice');
    const without = a.do({ type: 'decline', agentWorkId: id, reasonId: null });
    expect(without).to.deep.include({ kind: 'refused', code: 'reasonMissing' });
    const retired = a.do({ type: 'decline', agentWorkId: id, reasonId: 'old' });
    expect(retired).to.deep.include({ kind: 'refused', code: 'reasonUnknown' });
    expect(a.do({ type: 'decline', agentWorkId: id, reasonId: 'skills' })).to.deep.equal({ kind: 'done' });
    expect(a.work(id)).to.deep.include({
      status: 'declined',
      declineReason: { id: 'skills', label: 'Not my skills' },
      statusUpdate: { id: 'offline', label: 'Offline' },
      takeable: true,
    });
    expect(a.status).to.equal('offline');
  });

  it('declining other work leaves the status unless the draft sets one', () => {
    a.do({ type: 'decline', agentWorkId: a.raise('case').id, reasonId: 'busy' });
    expect(a.status).to.equal(undefined);
    a.configure({ statusOnDeclineId: 'lunch' });
    a.do({ type: 'decline', agentWorkId: a.raise('case').id, reasonId: 'busy' });
    expect(a.status).to.equal('lunch');
  });

  it('refuses to decline if the draft does not allow it', () => {
    a.configure({ allowDecline: false });
    const { id } = a.raise('voice');
    expect(a.do({ type: 'decline', agentWorkId: id, reasonId: null })).to.deep.include({
      code: 'notDeclinable',
    });
  });

  it('lets the push time-out pass, by itself or on demand', () => {
    const first = a.raise('messaging');
    a.pass(19_999);
    expect(a.work(first.id).status).to.equal('assigned');
    a.pass(1);
    expect(a.work(first.id).status).to.equal('declinedOnPushTimeout');
    expect(a.status).to.equal(undefined);
    const second = a.raise('voice');
    a.preview.timeOut(second.id);
    a.pass(0);
    expect(a.work(second.id).status).to.equal('declinedOnPushTimeout');
    expect(a.status).to.equal('offline');
  });

  it('a request without a push time-out waits for ever', () => {
    const { id } = a.raise('voice', 'patient');
    a.preview.timeOut(id);
    a.pass(3_600_000);
    expect(a.work(id).status).to.equal('assigned');
  });

  it('accepts automatically once the panel has confirmed the request', () => {
    const { id } = a.raise('chat');
    expect(a.work(id).status).to.equal('assigned');
    a.send({ type: 'delivered', agentWorkIds: [id] });
    a.pass(0);
    expect(a.work(id)).to.deep.include({ status: 'opened', openedBy: 'automatic' });
  });

  it('the customer leaves: a request is canceled, a conversation ends, a case stays the rep’s', () => {
    const request = a.raise('voice');
    a.preview.customerLeft(request.id);
    a.pass(0);
    expect(a.work(request.id)).to.deep.include({ status: 'canceled', cancelReason: 'customerLeft' });
    const aCase = a.opened('case');
    a.preview.customerLeft(aCase.id);
    a.pass(0);
    expect(a.work(aCase.id).status).to.equal('opened');
    expect(a.work(aCase.id).customerLeftAt).to.not.equal(null);
    const call = a.opened();
    a.preview.customerLeft(call.id);
    a.pass(0);
    expect(a.work(call.id).status).to.equal('afterConversationWork');
  });

  it('ends a conversation in wrap-up that can be extended, and that ends by itself', () => {
    const { id } = a.opened();
    a.do({ type: 'end-conversation', agentWorkId: id });
    a.configure({ acwDurationSeconds: 600, acwMaxExtensions: 3 });
    const { acw } = a.work(id);
    expect(a.do({ type: 'extend-acw', agentWorkId: id })).to.deep.equal({ kind: 'done' });
    expect(a.do({ type: 'extend-acw', agentWorkId: id })).to.deep.include({ code: 'noExtensionLeft' });
    expect(a.work(id).acw?.endsAt).to.equal((acw?.startedAt ?? 0) + 90_000);
    a.pass(89_999);
    expect(a.work(id).status).to.equal('afterConversationWork');
    a.pass(1);
    expect(a.work(id)).to.deep.include({ status: 'closed', acw: null });
  });

  it('a status chosen during wrap-up takes effect when it ends, and keeps who chose it', () => {
    const { id } = a.opened();
    a.do({ type: 'end-conversation', agentWorkId: id });
    a.do({ type: 'set-status', statusId: 'lunch', by: 'host' });
    expect(a.status).to.equal('available');
    a.do({ type: 'end-acw', agentWorkId: id });
    expect(a.status).to.equal('lunch');
    expect(a.preview.presence?.cause).to.equal('host');
  });

  it('an online status chosen during wrap-up gives way to what a missed call sets', () => {
    const call = a.raise('voice');
    const { id } = a.opened('messaging');
    a.do({ type: 'end-conversation', agentWorkId: id });
    a.do({ type: 'set-status', statusId: 'calls-only' });
    a.preview.timeOut(call.id);
    a.pass(0);
    expect(a.status).to.equal('offline');
    a.do({ type: 'end-acw', agentWorkId: id });
    expect(a.status).to.equal('offline');
  });

  it('a busy status leaves what rings, unless the rep gives it back', () => {
    const { id } = a.raise('messaging', 'patient');
    a.do({ type: 'set-status', statusId: 'lunch' });
    expect(a.work(id).status).to.equal('assigned');
    a.do({ type: 'set-status', statusId: 'lunch', giveBack: true });
    expect(a.work(id)).to.deep.include({ status: 'canceled', cancelReason: 'givenBack' });
  });

  it('an outbound conversation ends wrap-up and keeps requests away, as does a limit of new offers', () => {
    const obstacle = () => {
      try {
        a.raise('messaging');
      } catch {
        return a.preview.store.state.obstacle?.why;
      }
      return undefined;
    };
    const { id } = a.opened();
    a.do({ type: 'end-conversation', agentWorkId: id });
    a.do({ type: 'start-outbound', maxSeconds: 60 });
    expect(a.work(id).status).to.equal('closed');
    expect(obstacle()).to.equal('outbound');
    a.pass(59_999);
    expect(obstacle()).to.equal('outbound');
    a.pass(1);
    const told = a.heard.findLast((message) => message.type === 'presence-changed');
    expect(told).to.deep.include({ outboundEndsAt: null });
    a.do({ type: 'start-outbound', maxSeconds: 60 });
    a.do({ type: 'end-outbound' });
    a.configure({ maxNewOffers: 1 });
    expect([obstacle(), obstacle()]).to.deep.equal([undefined, 'enoughOffers']);
  });

  it('ends without wrap-up if the draft has none; a case is closed', () => {
    a.configure({ giveAcw: false });
    const call = a.opened();
    expect(a.do({ type: 'close', agentWorkId: call.id })).to.deep.include({ code: 'notAcceptable' });
    a.do({ type: 'end-conversation', agentWorkId: call.id });
    expect(a.work(call.id).status).to.equal('closed');
    const aCase = a.opened('case');
    a.do({ type: 'close', agentWorkId: aCase.id });
    expect(a.work(aCase.id).status).to.equal('closed');
  });

  it('says why no request can be created', () => {
    const why = (channelId = 'voice') => {
      const before = a.works.length;
      try {
        a.raise(channelId);
      } catch {
        expect(a.works.length).to.equal(before);
      }
      return a.preview.store.state.obstacle?.why;
    };
    a.do({ type: 'set-status', statusId: 'calls-only' });
    expect(why('case')).to.equal('notOnline');
    expect([why(), why(), why()]).to.deep.equal([undefined, undefined, 'noCapacity']);
    a.do({ type: 'set-status', statusId: 'offline' });
    a.do({ type: 'set-status', statusId: 'available' });
    const { id } = a.opened();
    a.do({ type: 'end-conversation', agentWorkId: id });
    expect(why()).to.equal('wrappingUp');
    a.preview.cut();
    expect(why()).to.equal('notConnected');
  });

  it('Offline takes requests back, which counts as neither missed nor declined', () => {
    const { id } = a.raise('voice');
    a.do({ type: 'set-status', statusId: 'offline' });
    expect(a.work(id)).to.deep.include({ status: 'canceled', cancelReason: 'repWentOffline' });
  });

  it('loses the connection until it is restored, and sets the rep Offline after the grace period', () => {
    a.preview.cut();
    expect(a.closed).to.deep.equal([1006]);
    a.connect();
    expect(a.closed).to.deep.equal([1006, 1006]);
    a.pass(30_000);
    a.preview.restore();
    a.connect();
    const welcome = a.heard.at(-1);
    if (welcome?.type !== 'welcome') throw new Error('There was no welcome.');
    expect(welcome.snapshot.presence).to.deep.include({ cause: 'grace' });
  });

  it('leaves the rep unchanged if the connection is restored in time', () => {
    a.preview.cut();
    a.pass(29_000);
    a.preview.restore();
    a.pass(5000);
    a.connect();
    const welcome = a.heard.at(-1);
    if (welcome?.type !== 'welcome') throw new Error('There was no welcome.');
    expect(welcome.snapshot.presence.status.id).to.equal('available');
  });

  it('a repeated command has one effect', () => {
    const { id } = a.opened();
    a.do({ type: 'end-conversation', agentWorkId: id });
    const again = {
      type: 'extend-acw',
      id: '8f14e45f-ceea-467f-9a2b-2b2f6b3c9d11',
      agentWorkId: id,
    } as const;
    a.send(again);
    a.send(again);
    a.pass(0);
    const outcomes = a.heard.flatMap((message) =>
      message.type === 'result' && message.id === again.id ? [message.outcome.kind] : [],
    );
    expect(outcomes).to.deep.equal(['done', 'done']);
    expect(a.work(id).acw?.extensionsUsed).to.equal(1);
  });

  it('numbers every change, and sends heartbeats', () => {
    a.opened();
    const numbers = a.heard.flatMap((message) => ('revision' in message ? [message.revision] : []));
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
    a.pass(4000);
    expect(a.heard.at(-1)).to.deep.include({ type: 'beat', beat: 1 });
  });

  it('keeps no more settled work than a panel shows', () => {
    for (let made = 0; made < 60; made += 1) {
      const { id } = a.raise('messaging');
      a.preview.customerLeft(id);
    }
    expect(a.works.length).to.equal(50);
  });

  it('restarts with a rep who is online and has no work', () => {
    a.raise('voice');
    a.do({ type: 'set-status', statusId: 'lunch' });
    a.preview.reset();
    a.pass(0);
    const told = a.heard.at(-1);
    if (told?.type !== 'snapshot') throw new Error('There was no snapshot.');
    expect(told.snapshot.agentWorks).to.deep.equal([]);
    expect(told.snapshot.presence.status.id).to.equal('available');
  });

  it('leaves only the link’s timers once it is stopped', () => {
    a.opened();
    a.raise('voice');
    a.preview.cut();
    a.preview.stop();
    expect(a.timers.count).to.equal(0);
  });

  it('skips records that it does not understand', () => {
    a.configure({}, { ...lists, channels: [...lists.channels, { id: 'odd', name: 'Odd' }] });
    expect(a.preview.store.state.effective?.channels.map(({ id }) => id)).to.not.include('odd');
  });
});
