import { expect } from '@open-wc/testing';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Command } from '../../../src/protocol/messages.ts';
import { aRequest } from '../../fake-backend/records.ts';
import { FakePartition } from '../../helpers/fake-partition.ts';
import { Member, OneRepsServer } from '../a-tab-group.ts';

describe('the one connection of several browser tabs', () => {
  let partition: FakePartition;
  let server: OneRepsServer;
  let members: [Member, Member, Member];

  beforeEach(async () => {
    partition = new FakePartition();
    server = new OneRepsServer();
    members = [add(), add(), add()];
    for (const member of members) {
      member.start();
      await partition.advance(20);
    }
  });

  const add = (options = {}) => new Member(partition, server, options);
  const accept = (): Command => ({ type: 'accept', id: crypto.randomUUID(), agentWorkId: 'request' });
  const leaders = (among: readonly Member[] = members) => among.filter(({ tabGroup }) => tabGroup.isLeader);
  const states = (among: readonly Member[] = members) => among.map(({ state }) => state);
  const all = (state: string, count = 3) => Array.from({ length: count }, () => state);

  it('is one socket; each tab is sent the same, even one that opens later', async () => {
    expect(states()).to.deep.equal(all('connected'));
    expect(server.hellos).to.equal(1);
    server.tell(7);
    await partition.advance(20);
    expect(members.map(({ capacity }) => capacity)).to.deep.equal([7, 7, 7]);
    const late = add();
    late.start();
    await partition.advance(20);
    expect([late.state, late.capacity]).to.deep.equal(['connected', 7]);
    expect(server.hellos).to.equal(1);
  });

  it('shows a tab that opens while it is lost since when, with the last known state', async () => {
    server.tell(7);
    await partition.advance(20);
    const open = server.open.bind(server);
    server.open = (page, listener) => {
      page.later(() => listener.closed(1006));
      return { send: () => undefined, close: () => undefined };
    };
    server.close(1006);
    await partition.advance(5000);
    const late = add();
    late.start();
    await partition.advance(20);
    expect([late.state, late.capacity]).to.deep.equal(['lost', 7]);
    const ago = late.page.timers.now() - late.views.at(-1)!.since;
    expect(ago).to.be.closeTo(5000, 60);
    server.open = open;
    await partition.advance(20_000);
    expect(states([...members, late])).to.deep.equal(all('connected', 4));
  });

  it('sends what any tab sends, and returns the outcome there', async () => {
    const command = accept();
    const outcome = members[2].connection.send(command, { keep: true });
    await partition.advance(20);
    expect(await outcome).to.deep.equal({ kind: 'done' });
    expect(server.effects.size).to.equal(1);
    const proven = members[1].connection.prove();
    await partition.advance(20);
    expect(await proven).to.equal(true);
  });

  it('moves on when its tab is closed, crashes or freezes: one leader, one socket, within 1.6 s', async () => {
    const ends = [
      (member: Member) => member.leave(),
      (member: Member) => {
        partition.crash(member.page);
        server.close(1006);
      },
      (member: Member) => member.page.freeze(),
    ];
    for (const end of ends) {
      const [leader] = leaders();
      const others = members.filter((member) => member !== leader);
      end(leader!);
      await partition.advance(1600);
      expect(leaders(others).length).to.equal(1);
      expect(states(others)).to.deep.equal(all('connected', 2));
      expect(server.sockets).to.equal(1);
      leader!.page.thaw();
      await partition.advance(500);
      expect(leaders(others).length).to.equal(1);
      if (leader!.page.isGone || leader!.state === 'signedOut') {
        members = [...others, add()] as typeof members;
        members[2].start();
        await partition.advance(50);
      }
      expect(states()).to.deep.equal(all('connected'));
      expect(leaders().length).to.equal(1);
      expect(server.sockets).to.equal(1);
    }
  });

  it('stays where it is when the frozen leader comes back: its stale state reaches nobody', async () => {
    const [leader, ...others] = members;
    // They ping it, and it will answer once it wakes.
    for (const { tabGroup } of others) tabGroup.hello();
    leader.page.freeze();
    await partition.advance(1600);
    server.tell(9);
    await partition.advance(20);
    for (const { capacity } of others) expect(capacity).to.equal(9);
    const told = others.map(({ update }) => update.length);
    leader.page.thaw();
    await partition.advance(1000);
    expect(others.map(({ update }) => update.length)).to.deep.equal(told);
    expect(members.map(({ capacity }) => capacity)).to.deep.equal([9, 9, 9]);
    expect(leaders()).to.not.include(leader);
  });

  it('detects at once which tabs are gone, and which are alive', async () => {
    const [first, second, third] = members;
    partition.crash(third.page);
    await partition.advance(20);
    for (const { tabGroup } of [first, second]) expect(tabGroup.members.size).to.equal(1);
    partition.crash(first.page);
    server.close(1006);
    await partition.advance(50);
    expect(second.tabGroup.members.size).to.equal(0);
    expect(await second.tabGroup.liveMembers()).to.deep.equal(new Set([second.tabGroup.id]));
  });

  it('loses no answer when its tab crashes or freezes in between: it is sent again with the same id', async () => {
    for (const end of ['freeze', 'crash'] as const) {
      const [leader] = leaders();
      const sender = members.find((member) => member !== leader && !member.page.isGone)!;
      server.isMute = true;
      const command = accept();
      const outcome = sender.connection.send(command, { keep: true });
      await partition.advance(20);
      server.isMute = false;
      if (end === 'crash') partition.crash(leader!.page);
      else leader!.page.freeze();
      await partition.advance(2000);
      expect(await outcome).to.deep.equal({ kind: 'done' });
      expect(server.received.filter(({ id }) => id === command.id).length).to.equal(2);
      leader!.page.thaw();
      await partition.advance(500);
    }
  });

  it('is not taken from a tab that only seems silent because this one slept', async () => {
    const [leader] = leaders();
    for (const { page } of members) page.freeze();
    await partition.advance(60_000);
    // The follower wakes first.
    for (const { page } of [...members].reverse()) page.thaw();
    await partition.advance(3000);
    expect(leaders()).to.deep.equal([leader]);
  });

  it('is not taken from a tab that was pinged just before the machine slept', async () => {
    const [leader] = leaders();
    leader!.page.freeze();
    await partition.advance(1000);
    for (const { page } of members) page.freeze();
    await partition.advance(60_000);
    for (const { page } of [...members].reverse()) page.thaw();
    await partition.advance(3000);
    expect(leaders()).to.deep.equal([leader]);
  });

  it('sends nothing and uses no timer while there is only one tab', async () => {
    const alone = new FakePartition();
    const member = new Member(alone, server, { name: 'alone' });
    member.start();
    await alone.advance(50);
    const probing = 1;
    expect(member.page.timers.count).to.equal(probing);
  });

  it('sends an extension that two tabs request at once only once', async () => {
    server.isMute = true;
    const extend = (): Command => ({ type: 'extend-acw', id: crypto.randomUUID(), agentWorkId: 'work' });
    const asked = members.map(({ connection }) => connection.send(extend(), { keep: true }));
    await partition.advance(20);
    expect(server.received.length).to.equal(1);
    server.isMute = false;
    partition.crash(leaders()[0]!.page);
    await partition.advance(500);
    expect(await Promise.race(asked)).to.deep.equal({ kind: 'done' });
    expect(server.effects.size).to.equal(1);
  });

  it('signs out all tabs; a tab opened afterwards signs in again', async () => {
    members[1].connection.disconnect();
    await partition.advance(50);
    expect(states()).to.deep.equal(all('signedOut'));
    expect(server.sockets).to.equal(0);
    const late = add();
    late.start();
    await partition.advance(50);
    expect(states([...members, late])).to.deep.equal(all('connected', 4));
    members[2].connection.disconnect();
    await partition.advance(50);
    members[1].connection.connect();
    // At once: a caller no longer sees it as signed out.
    expect(members[1].state).to.equal('connecting');
    await partition.advance(50);
    expect(states([...members, late])).to.deep.equal(all('connected', 4));
    late.connection.disconnect();
    await partition.advance(50);
    partition.crash(leaders()[0]!.page);
    await partition.advance(50);
    expect(states([...members, late].filter(({ page }) => !page.isGone))).to.deep.equal(all('signedOut', 3));
    expect(server.sockets).to.equal(0);
  });

  it('is replaced by another browser, and returns to any tab on "Use here"', async () => {
    const elsewhere = new Member(new FakePartition(), server, { session: crypto.randomUUID() });
    elsewhere.start();
    await partition.advance(50);
    expect(states()).to.deep.equal(all('replaced'));
    await partition.advance(60_000);
    expect(server.hellos).to.equal(2);
    members[1].connection.connect();
    await partition.advance(50);
    expect(states()).to.deep.equal(all('connected'));
  });

  it('leaves other reps alone, and works without missing browser features', async () => {
    const other = add({ name: 'another rep', session: crypto.randomUUID() });
    const otherServer = server.hellos;
    other.start();
    await partition.advance(50);
    expect(other.tabGroup.isLeader).to.equal(true);
    expect(server.hellos).to.equal(otherServer + 1);
    const old = add({ isShared: false, session: crypto.randomUUID() });
    old.start();
    await partition.advance(50);
    expect([old.state, old.turn.isMine]).to.deep.equal(['connected', true]);
  });

  it('ignores messages that break the schema', async () => {
    const stranger = partition.open();
    const channel = stranger.tabs.join('rep', () => undefined);
    channel.post({
      from: crypto.randomUUID(),
      to: null,
      body: { type: 'update', term: Infinity, update: '<b>' },
    });
    channel.post('nonsense');
    channel.post({ from: crypto.randomUUID(), to: null, body: { type: 'of a later release' } });
    await partition.advance(20);
    expect(members[1].surprises.length).to.equal(3);
    expect(states()).to.deep.equal(all('connected'));
  });

  it('uses a state without its bad parts in every tab, and reports them once', async () => {
    const works = [aRequest(), { ...aRequest(), stamp: null }, { ...aRequest(), cancelReason: 'merged' }];
    server.state = (snapshot) => ({ ...snapshot, agentWorks: works, statusAfterAcw: 'Lunch' });
    server.close(1006);
    await partition.advance(1000);
    expect(states()).to.deep.equal(all('connected'));
    const [{ id }, , unknown] = works as [AgentWork, unknown, AgentWork];
    for (const { update, surprises } of members) {
      const latest = update.at(-1);
      const snapshot = latest && 'snapshot' in latest ? latest.snapshot : null;
      expect(snapshot?.agentWorks.map((work) => [work.id, work.cancelReason])).to.deep.equal([
        [id, null],
        [unknown.id, 'unknown'],
      ]);
      expect(snapshot?.statusAfterAcw).to.equal(null);
      expect(surprises).to.deep.equal([]);
    }
    const problems = members.flatMap((member) => member.problems);
    expect(problems.length).to.equal(1);
    expect(problems[0]).to.match(/snapshot\/statusAfterAcw and 1 other place|agentWorks\/1/);
  });

  it('is connected in no tab while the state that the server sends cannot be used, and says why', async () => {
    server.state = (snapshot) => ({ ...snapshot, presence: null });
    server.close(1006);
    await partition.advance(5000);
    expect(states()).to.deep.equal(all('lost'));
    for (const { views } of members) expect(views.at(-1)?.reason).to.equal('unreadable');
    server.state = (snapshot) => snapshot;
    await partition.advance(20_000);
    expect(states()).to.deep.equal(all('connected'));
  });
});
