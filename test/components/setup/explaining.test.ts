import { expect } from '@open-wc/testing';
import { press, text } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

after(() => SetupUnderTest.stop());

describe('why the settings of a rep are as they are', () => {
  let setup: SetupUnderTest;

  async function explain(name: string, before?: (setup: SetupUnderTest) => void): Promise<void> {
    setup = await SetupUnderTest.open(before);
    await setup.turnTo('explain');
    await setup.open(name);
  }
  afterEach(() => setup.close());

  const shown = () => setup.find('omni-rep-explanation')!.shadowRoot!;
  const ways = () => [...shown().querySelectorAll('[part=ways] li')].map(text);
  const rows = (section: string) =>
    [...shown().querySelectorAll(`section[aria-labelledby="${section}"] tbody tr`)].map(text);

  it('a rep can be searched for and chosen; nothing can be created there', async () => {
    setup = await SetupUnderTest.open();
    await setup.turnTo('explain');
    expect(setup.shows('Choose a rep to see which settings they have, and why.')).to.equal(true);
    expect(setup.shows('New')).to.equal(false);
    const search = setup.find('omni-record-list')!.shadowRoot!.querySelector('input')!;
    expect(search.ariaLabel).to.equal('Find a rep');
    search.value = 'yus';
    search.dispatchEvent(new InputEvent('input'));
    await until('one is left', () => setup.find('omni-record-list')!.rows.length === 1);
    await setup.settled();
    await setup.open('Yusuf Kaya');
    expect(setup.backend.explanations.asked).to.deep.equal(['yusuf']);
  });

  it('the path shows which configuration applies: the user’s own before the profile’s', async () => {
    await explain('Hugo Ferreira');
    expect(ways()).to.deep.equal([
      'Assigned to the user Billing voice Applies',
      'Assigned to the profile Team lead Night shift Overruled',
      'Default, for everybody not assigned elsewhere Default Presence Configuration Overruled',
    ]);
    expect(setup.shows('Profile: Team lead')).to.equal(true);
  });

  it('the profile’s applies before the default, and the default to everybody else', async () => {
    await explain('Hugo Ferreira', ({ backend: { people } }) => {
      people.users = people.users.map((user) => ({ ...user, assignedTo: null }));
    });
    expect(ways().slice(0, 2)).to.deep.equal([
      'Assigned to the user None',
      'Assigned to the profile Team lead Night shift Applies',
    ]);
    await setup.open('Chen Wei');
    expect(ways()[2]).to.match(/Default Presence Configuration Applies$/);
  });

  it('every value is shown with its origin: the channel over the configuration', async () => {
    await explain('Amina Diallo');
    expect(rows('all')).to.deep.equal([
      'Capacity 10 units from the presence configuration Billing voice',
      'Interruptible Capacity 10 units from the presence configuration Billing voice',
      'Most new offers at once 20 requests default',
      'Update status on decline Offline after a call, otherwise unchanged default',
      'Selected decline reasons On another call, Needs a specialist from the presence configuration Billing voice',
      'Update status on push time-out Offline after a call, otherwise unchanged default',
      'Agent alias Amina from the presence configuration Billing voice',
      'Messaging transfers to Everywhere default',
      'Voice transfers to Everywhere default',
      'Wrap-up 60 s, 2 × 60 s more from the presence configuration Billing voice',
      'Alarm on connection loss On from the presence configuration Billing voice',
      'Statuses to choose from Available, Offline from the profile Service rep',
    ]);
    expect(rows('channel-voice')).to.deep.equal([
      'Sound Default sound default',
      'Sound length Rings for 20 s from the presence configuration Billing voice',
      'Answering Accept or decline from the presence configuration Billing voice',
      'Wrap-up 60 s, 2 × 60 s more from the presence configuration Billing voice',
      'Interruptible Off from the channel Voice',
      'Stop the sound when the customer leaves On from the channel Voice',
    ]);
    expect(rows('channel-messaging')).to.deep.equal([
      'Sound two-tone-bell.ogg from the channel Messaging',
      'Sound length Rings for 3 s from the channel Messaging',
      'Answering Accepted automatically from the channel Messaging',
      'Wrap-up 90 s from the channel Messaging',
      'Interruptible On from the channel Messaging',
      'Stop the sound when the customer leaves Off from the channel Messaging',
    ]);
  });

  it('transfer destinations are shown by name', async () => {
    await explain('Amina Diallo', ({ backend: { configurations } }) =>
      configurations.changeElsewhere('billing', {
        transferDestinations: {
          messaging: { profileIds: ['lead'], queueIds: ['refunds'], flowIds: ['returns'] },
          voice: { profileIds: [], queueIds: [] },
        },
      }),
    );
    expect(rows('all')).to.include(
      'Messaging transfers to Team lead, Refunds, Returns from the presence configuration Billing voice',
    );
  });

  it('if the user is not a rep, the page says so and why', async () => {
    await explain('Yusuf Kaya', ({ backend: { people } }) => {
      people.users = people.users.map((user) => ({ ...user, active: false, omniChannel: false }));
    });
    expect(
      setup.shows(
        'This user is not a rep: the user is not active, the user does not have the Omni-Channel permission.',
      ),
    ).to.equal(true);
    expect(shown().querySelectorAll('table').length).to.equal(0);
    expect(ways()[2]).to.match(/Applies$/);
  });

  it('links to the configuration that applies', async () => {
    await explain('Priya Nair');
    setup.button('Messaging, first line').click();
    await until('it is open', () => setup.find('omni-configuration-editor') !== undefined);
    await setup.settled();
    expect(setup.element.page).to.equal('presence-configurations');
    expect(setup.control('/name').value).to.equal('Messaging, first line');
  });

  it('can be reached with the keyboard alone: the rep, then the configuration', async () => {
    setup = await SetupUnderTest.open();
    await setup.turnTo('explain');
    setup.find('omni-record-list')!.shadowRoot!.querySelector('input')!.focus();
    await press('Tab');
    await press('ArrowDown');
    await press('Enter');
    await until('a rep is explained', () => setup.find('omni-rep-explanation') !== undefined);
    await until('the focus followed', () => setup.element.shadowRoot!.activeElement?.localName === 'main');
    await press('Tab');
    const link = shown().activeElement;
    expect(text(link!)).to.equal('Default Presence Configuration');
    await press('Enter');
    await until('its configuration is open', () => setup.find('omni-configuration-editor') !== undefined);
  });

  it('missing information from the server is shown as such', async () => {
    setup = await SetupUnderTest.open();
    await setup.turnTo('explain');
    setup.backend.people.users = [];
    await setup.element.goTo({ page: 'explain', record: 'gone' });
    expect(setup.shows('There is no such user.')).to.equal(true);
    expect(setup.find('omni-rep-explanation')).to.equal(undefined);
  });
});
