import { expect, html } from '@open-wc/testing';
import '../../../components/panel/move-notice/move-notice.ts';
import '../../../components/panel/readiness-line/readiness-line.ts';
import '../../../components/panel/settings-origin/settings-origin.ts';
import { storyConfiguration } from '../../../components/shared/stories/story-fixtures.ts';
import { ConfigurationChangedEvent } from '../../../src/events/facts.ts';
import { reportHostEvents } from '../../../src/services/diagnostics/host-events.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { PresenceStore } from '../../../src/stores/presence.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aConfiguration } from '../../fake-backend/records.ts';
import { mount, one, press, text, within } from '../../helpers/mount.ts';

const night = { id: 'night', name: 'Night shift', developerName: 'Night_shift' };

describe('<omni-settings-origin>', () => {
  it('shows for each channel what rings, for how long, how it is answered, and where that is set', async () => {
    const [voice, ...others] = aConfiguration().channels;
    const channels = [{ ...voice!, soundLengthSeconds: { value: 4, source: 'channel' as const } }, ...others];
    const effective = { ...aConfiguration(), channels, route: 'profile' as const };
    const { get } = await mount(
      html`<omni-settings-origin open .effective=${effective}></omni-settings-origin>`,
    );
    const element = get('omni-settings-origin');
    const said = text(element);
    expect(said).to.contain('presence configuration Standard: it is assigned to your profile');
    expect(said).to.contain('Rings for 4 s from the channel Voice');
    expect(said).to.contain('Rings for 10 s from the presence configuration Standard');
    expect(said).to.contain('Accept or decline from the presence configuration Standard');
    expect(within(element, 'dt').map((name) => name.innerText)).to.deep.equal([
      'Voice',
      'Messaging',
      'Chat',
      'Case',
      'Wrap-up',
      'Alarm on connection loss',
    ]);
  });

  it('says the wrap-up of a channel that has its own', async () => {
    const [voice, ...others] = aConfiguration().channels;
    const own = { value: { durationSeconds: 90, extension: null }, source: 'channel' as const };
    const effective = { ...aConfiguration(), channels: [{ ...voice!, acw: own }, ...others] };
    const { get } = await mount(
      html`<omni-settings-origin open .effective=${effective}></omni-settings-origin>`,
    );
    const said = text(get('omni-settings-origin'));
    expect(said).to.contain('Wrap-up: 90 s from the channel Voice');
    expect(said.match(/Wrap-up/g)).to.have.length(2);
  });

  it('is in the panel’s settings, collapsed, and opens with the keyboard', async () => {
    const { get } = await mount(html`<omni-readiness-line></omni-readiness-line>`);
    one(get('omni-readiness-line'), '[part=open-settings]').click();
    const details = one(get('omni-settings-origin'), 'details') as HTMLDetailsElement;
    expect(details.open).to.equal(false);
    one(get('omni-settings-origin'), 'summary').focus();
    await press('Enter');
    expect(details.open).to.equal(true);
  });

  it('is empty until the configuration is known', async () => {
    const { get } = await mount(html`<omni-settings-origin></omni-settings-origin>`);
    expect(text(get('omni-settings-origin'))).to.equal('');
  });
});

describe('<omni-move-notice>', () => {
  const place = (name: string) => ({ id: name, name, route: 'user' as const });
  const moved = { from: place('Support'), to: place('Night shift') };

  it('announces from where to where the rep was moved, until it is dismissed', async () => {
    const { get, change } = await mount(html`<omni-move-notice></omni-move-notice>`);
    const notice = get('omni-move-notice');
    const status = one(notice, '[role=status]');
    expect(text(notice)).to.equal('');
    await change({ configuration: { ...storyConfiguration, moved } });
    expect(one(notice, '[role=status]')).to.equal(status);
    expect(text(status)).to.contain('from the presence configuration Support to Night shift');
    one(notice, '[part=dismiss]').click();
    await change({ configuration: { ...storyConfiguration, moved, asOf: 5 } });
    expect(text(notice)).to.equal('');
    await change({ configuration: { ...storyConfiguration, moved: { from: moved.to, to: moved.from } } });
    expect(text(status)).to.contain('from the presence configuration Night shift to Support');
  });
});

describe('a move to another presence configuration', () => {
  let configuration: ConfigurationStore;
  let told: ConfigurationChangedEvent[];
  let stop: () => void;

  beforeEach(() => {
    configuration = new ConfigurationStore();
    told = [];
    stop = reportHostEvents({
      configuration,
      connection: new ConnectionStore(0),
      presence: new PresenceStore(),
      work: new WorkStore(),
      repId: () => 'rosa',
      logoutReason: () => 'server',
      dispatch: (event) => Boolean(event instanceof ConfigurationChangedEvent && told.push(event)),
    });
  });
  afterEach(() => stop());

  it('is reported once, even if the cache held another configuration', () => {
    configuration.take(aConfiguration(), 'v1', 0, true);
    configuration.take({ ...aConfiguration(), configuration: night, route: 'user' }, 'v2', 1, false);
    configuration.revalidated(2);
    expect(told.map(({ from, to }) => [from, to])).to.deep.equal([
      [
        { id: 'standard', name: 'Standard', route: 'default' },
        { id: 'night', name: 'Night shift', route: 'user' },
      ],
    ]);
  });

  it('is not reported for a change of the same configuration, or for a sign-in', () => {
    configuration.take(aConfiguration(), 'v1', 0, false);
    configuration.take({ ...aConfiguration(), route: 'user' }, 'v2', 1, false);
    configuration.empty();
    configuration.take({ ...aConfiguration(), configuration: night }, 'v3', 2, false);
    expect(told).to.deep.equal([]);
    expect(configuration.state.moved).to.equal(null);
  });
});
