import { expect } from '@open-wc/testing';
import type { PresenceOfMember } from '../../../src/protocol/member-messages.ts';
import { OpeningPlace } from '../../../src/services/work/opening-place.ts';
import { chooseSounder } from '../../../src/services/sound/ring-turn.ts';
import { FakePartition } from '../../helpers/fake-partition.ts';
import { Member, OneRepsServer } from '../a-tab-group.ts';

describe('whose turn it is to play', () => {
  let partition: FakePartition;
  let server: OneRepsServer;
  let members: [Member, Member, Member];
  /** The most pages so far that could play at once. */
  let most: number;
  /** When each page's turn ended last. */
  let endedAt: Map<Member, number>;

  beforeEach(async () => {
    partition = new FakePartition();
    server = new OneRepsServer();
    // Including frozen pages whose sound goes on.
    const count = () => (most = Math.max(most, members.filter(({ isHeard }) => isHeard).length));
    const add = () =>
      new Member(partition, server, {
        soundsOn: count,
        turned: (member) => {
          if (!member.turn.isMine) endedAt.set(member, partition.passed);
          // The sound there has faded.
          else
            for (const [other, at] of endedAt)
              if (other !== member && !other.page.isGone && !other.page.isFrozen)
                expect(partition.passed - at).to.be.greaterThan(40);
          count();
        },
      });
    members = [add(), add(), add()];
    most = 0;
    endedAt = new Map();
    for (const member of members) {
      member.start();
      await partition.advance(20);
    }
  });

  const mine = () => members.filter(({ turn, page }) => turn.isMine && !page.isGone && !page.isFrozen);

  it('belongs to one page, and stays there as long as that can be heard', async () => {
    expect(mine()).to.deep.equal([members[0]]);
    members[1].tabGroup.present({ visible: true, turnedAt: 99 });
    members[0].tabGroup.present({ visible: false, turnedAt: 98 });
    await partition.advance(100);
    expect(mine()).to.deep.equal([members[0]]);
    expect(members[1].sound.state.elsewhere).to.equal(true);
  });

  it('passes to another page when its page can no longer be heard, which is silent before the other starts', async () => {
    members[2].sounds('blocked');
    members[0].sounds('blocked');
    await partition.advance(200);
    expect(mine()).to.deep.equal([members[1]]);
    members[1].sounds('blocked');
    await partition.advance(200);
    expect(members.map(({ sound }) => sound.state.elsewhere)).to.deep.equal([false, false, false]);
    members[2].sounds('running');
    await partition.advance(200);
    expect(mine()).to.deep.equal([members[2]]);
    expect(most).to.equal(1);
  });

  it('passes on within 1.8 s when its page crashes, is closed or freezes, the leader’s or not', async () => {
    partition.crash(members[0].page);
    server.close(1006);
    await partition.advance(200);
    expect(mine().length).to.equal(1);
    const [second] = mine();
    // Not the leader, to show that the leader notices.
    const third = members.find(({ tabGroup }) => !tabGroup.isLeader && tabGroup !== members[0].tabGroup)!;
    for (const member of members) if (member !== third && !member.page.isGone) member.sounds('blocked');
    await partition.advance(300);
    expect(mine()).to.deep.equal([third]);
    second?.sounds('running');
    third.page.freeze();
    await partition.advance(1800);
    expect(mine().length).to.equal(1);
    expect(mine()[0]).not.to.equal(third);
    third.page.thaw();
    await partition.advance(500);
    expect(mine().length).to.equal(1);
    expect(most).to.equal(1);
  });

  it('passes on within 1.6 s when a leader that is playing freezes', async () => {
    members[0].page.freeze();
    await partition.advance(1600);
    expect(mine().length).to.equal(1);
    members[0].page.thaw();
    await partition.advance(500);
    expect(mine().length).to.equal(1);
    expect(members[0].turn.isMine).to.equal(false);
    expect(most).to.equal(1);
  });

  it('leaves a frozen page silent within half a second, and lets it go on if it is still its turn', async () => {
    members[0].page.freeze();
    await partition.advance(460);
    expect(members[0].isHeard).to.equal(false);
    members[0].page.thaw();
    await partition.advance(170);
    expect(members[0].turn.isMine).to.equal(true);
    expect(members[0].isHeard).to.equal(true);
  });

  it('waits until a frozen page has fallen silent, whenever it was last pinged', async () => {
    const [leader, sounder, third] = members;
    for (const member of [leader, third]) member.sounds('blocked');
    await partition.advance(300);
    for (let later = 0; later < 1000; later += 90) {
      await partition.advance(later);
      expect(mine()).to.deep.equal([sounder]);
      sounder.page.freeze();
      await partition.advance(1500);
      expect(mine().length).to.equal(1);
      sounder.page.thaw();
      await partition.advance(500);
    }
    expect(most).to.equal(1);
  });

  it('lets the sound go on without a cut-off once it is the only page', async () => {
    for (const { page } of members.slice(1)) partition.crash(page);
    await partition.advance(100);
    members[0].page.freeze();
    await partition.advance(1000);
    expect(members[0].isHeard).to.equal(true);
  });

  it('never belongs to two pages, in any order of being heard and leaving', async () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    for (let step = 0; step < 150; step++) {
      const member = members[random(3)]!;
      const what = random(4);
      if (what === 0) member.sounds('blocked');
      else if (what === 1) member.sounds('running');
      else if (what === 2) member.page.freeze();
      for (const { page } of members) if (random(3) === 0) page.thaw();
      await partition.advance(10 * random(80));
      expect(mine().length, `step ${step}`).to.be.lessThan(2);
      expect(most, `step ${step}`).to.be.lessThan(2);
    }
    for (const { page } of members) page.thaw();
    for (const member of members) member.sounds('running');
    await partition.advance(3000);
    expect(mine().length).to.equal(1);
  });

  it('prefers pages that can be heard, then the present one, then the one seen last', () => {
    const page = (of: Partial<PresenceOfMember>): PresenceOfMember => ({
      visible: false,
      outOfSight: false,
      turnedAt: 0,
      sound: 'able',
      ...of,
    });
    const choose = (present: string | null, of: Record<string, Partial<PresenceOfMember>>) =>
      chooseSounder(new Map(Object.entries(of).map(([id, one]) => [id, page(one)])), present);
    expect(choose('a', { a: {}, b: { visible: true } })).to.equal('a');
    expect(choose('a', { a: { sound: 'unable' }, b: { sound: 'unknown' } })).to.equal('b');
    expect(choose('a', { a: { sound: 'unknown' }, b: {} })).to.equal('b');
    expect(choose('c', { a: { turnedAt: 2 }, b: { turnedAt: 3 } })).to.equal('b');
    expect(choose(null, { a: { turnedAt: 4 }, b: { visible: true } })).to.equal('b');
    expect(choose('a', { a: { sound: 'unable' }, b: { sound: 'unable', visible: true } })).to.equal('a');
    expect(choose('a', {})).to.equal(null);
  });

  it('automatically accepted work opens in the page seen last, or in another one if that is frozen', async () => {
    const opened: number[] = [];
    const places = members.map(
      ({ tabGroup, page: { timers } }, index) =>
        new OpeningPlace({ tabGroup, timers, open: () => opened.push(index) }),
    );
    const open = () => {
      for (const place of places) place.open('work', 'automatic');
    };
    members.forEach(({ tabGroup }, index) => tabGroup.present({ visible: false, turnedAt: index }));
    await partition.advance(20);
    open();
    await partition.advance(600);
    expect(opened).to.deep.equal([2]);
    members[2].page.freeze();
    open();
    await partition.advance(600);
    expect(opened).to.deep.equal([2, 1]);
  });
});
