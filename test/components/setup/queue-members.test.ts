import { expect } from '@open-wc/testing';
import { aUser } from '../../fake-backend/setup/some-records.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

const LABEL = 'Members';

after(() => SetupUnderTest.stop());

describe('the members of a queue', () => {
  let setup: SetupUnderTest;

  async function start(before?: (setup: SetupUnderTest) => void): Promise<void> {
    setup = await SetupUnderTest.open(before);
    await setup.turnTo('queues');
    await setup.open('Refunds');
  }
  afterEach(() => setup.close());

  const names = (side: 'available' | 'selected') => setup.list(LABEL, side).rows.map(({ name }) => name);
  async function find(text: string): Promise<void> {
    const search = setup.lists(LABEL).shadowRoot!.querySelector('input')!;
    search.value = text;
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await setup.settled();
  }

  it('are listed by name, and other users can be searched for, chosen and saved', async () => {
    await start();
    expect(names('selected')).to.deep.equal(['Amina Diallo', 'Chen Wei']);
    await find('priya');
    await until('she is found', () => names('available').join() === 'Priya Nair');
    await setup.pick(LABEL, 'available', 'priya');
    // Chosen users keep their names, whatever is searched for next.
    await find('yusuf');
    await until('he is found', () => names('available').join() === 'Yusuf Kaya');
    expect(names('selected')).to.deep.equal(['Amina Diallo', 'Chen Wei', 'Priya Nair']);
    await setup.pick(LABEL, 'selected', 'amina');
    await setup.save();
    expect(setup.backend.records.received.at(-1)!.fields.memberIds).to.deep.equal(['chen', 'priya']);
    expect(names('selected')).to.deep.equal(['Chen Wei', 'Priya Nair']);
  });

  it('are searched page by page among ten thousand, a thousand of them chosen', async () => {
    const asked: string[] = [];
    const note = (request: Request) => asked.push(request.url);
    await start(({ backend }) => {
      backend.people.users = Array.from({ length: 10_000 }, (_, index) => aUser(index));
      const memberIds = backend.people.users.slice(5000, 6000).map(({ id }) => id);
      backend.records.kept.queues!.refunds = { ...backend.records.kept.queues!.refunds, memberIds };
      backend.records.seen = note;
    });
    const pages = () => asked.filter((url) => /setup\/users\?.*eligible/.test(url)).length;
    expect(names('selected').length).to.equal(1000);
    expect(names('selected')[0]).to.equal('User 05000');
    expect(names('available').length).to.equal(100);
    expect(pages()).to.equal(1);
    const list = setup.list(LABEL, 'available');
    list.focus();
    list.shadowRoot!.querySelector('[part=list]')!.scrollTop = 1e6;
    await until('the next page came', () => names('available').length === 200);
    expect(pages()).to.equal(2);
    await find('User 09999');
    await until('the last one is found', () => names('available').join() === 'User 09999');
  });

  it('have their names too if somebody else chose them in the meantime', async () => {
    await start();
    await setup.write('/name', 'Returns');
    setup.backend.records.changeElsewhere('queues', 'refunds', { memberIds: ['tomasz'] });
    await setup.save();
    await until('the two are compared', () => setup.find('omni-stale-merge') !== undefined);
    await setup.settled();
    expect(setup.shows('Tomasz Wójcik')).to.equal(true);
  });
});
