import { expect } from '@open-wc/testing';
import { press, text } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

after(() => SetupUnderTest.stop());

describe('several administrators', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
    await setup.open('Billing voice');
  });
  afterEach(() => setup.close());

  const merge = () => setup.find('omni-stale-merge');
  const radio = (name: string) =>
    [...merge()!.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]')].find(
      ({ ariaLabel }) => ariaLabel === name,
    )!;

  it('never overwrite each other: a stale save shows what was changed, and by whom', async () => {
    setup.backend.configurations.changeElsewhere('billing', { capacity: 7, soundLengthSeconds: 5 });
    await setup.write('/capacity', '12');
    await setup.save();
    const rows = [...merge()!.shadowRoot!.querySelectorAll('tbody tr')].map(text);
    expect(rows[0]).to.match(/^Capacity Ada Brandt, .* 10 7 12$/);
    expect(rows[1]).to.match(/^Sound length Ada Brandt, .* 20 5 20$/);
    expect(setup.backend.configurations.stored.get('billing')!.configuration.capacity).to.equal(7);
  });

  it('can keep their own or take the other value, setting by setting, and save again', async () => {
    setup.backend.configurations.changeElsewhere('billing', {
      capacity: 7,
      soundLengthSeconds: 5,
      giveAcw: false,
    });
    await setup.write('/capacity', '12');
    await setup.write('/name', 'Billing, voice');
    await setup.save();
    // Settings that the user did not touch default to the other's value.
    expect(radio('Capacity: Keep mine: 12').checked).to.equal(true);
    expect(radio('Sound length: Take theirs: 5').checked).to.equal(true);
    radio('Capacity: Take theirs: 7').click();
    radio('Sound length: Keep mine: 20').click();
    await setup.settled();
    setup.button('Use these').click();
    await until('the merge is gone', () => merge() === undefined);
    await setup.settled();
    expect(setup.control('/capacity').value).to.equal('7');
    await setup.save();
    expect(setup.shows('Saved')).to.equal(true);
    const { configuration } = setup.backend.configurations.stored.get('billing')!;
    expect(configuration).to.include({ capacity: 7, soundLengthSeconds: 20, name: 'Billing, voice' });
    expect(configuration.giveAcw).to.equal(false);
  });

  it('save their choices with Save itself, without another step', async () => {
    setup.backend.configurations.changeElsewhere('billing', { capacity: 7, soundLengthSeconds: 5 });
    await setup.write('/capacity', '12');
    await setup.save();
    radio('Sound length: Keep mine: 20').click();
    await setup.settled();
    await setup.save();
    expect(merge()).to.equal(undefined);
    expect(setup.shows('Saved')).to.equal(true);
    const { configuration } = setup.backend.configurations.stored.get('billing')!;
    expect(configuration).to.include({ capacity: 12, soundLengthSeconds: 20 });
  });

  it('see who changed what in the history of a configuration', async () => {
    setup.backend.configurations.changeElsewhere('billing', { capacity: 7, statusOnDeclineId: 'lunch' });
    setup.backend.configurations.changeElsewhere('night', { capacity: 3 });
    setup.button('History').click();
    await until('the history is there', () => setup.find('omni-audit-history')?.entries.length === 1);
    await setup.settled();
    const dialog = setup.find('omni-audit-history')!.shadowRoot!.querySelector('dialog')!;
    expect(text(dialog)).to.contain('History of Billing voice');
    expect(text(dialog)).to.contain('Ada Brandt changed Billing voice');
    expect([...dialog.querySelectorAll('tbody tr')].map(text)).to.deep.equal([
      'Capacity 10 7',
      'Update status on decline Blank Lunch',
    ]);
    await press('Escape');
    await until('it is closed', () => setup.find('omni-audit-history') === undefined);
  });
});

describe('the other records', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
  });
  afterEach(() => setup.close());

  it('are created from one table of fields', async () => {
    await setup.turnTo('routing-configurations');
    setup.button('New routing configuration').click();
    await setup.until('Capacity weight');
    await setup.write('/name', 'First line');
    await setup.write('/capacityWeight', '12.5');
    await setup.write('/pushTimeoutSeconds', '30');
    await setup.save();
    expect(setup.backend.records.received.at(-1)!.fields).to.deep.equal({
      name: 'First line',
      developerName: 'First_line',
      priority: 1,
      capacityWeight: { kind: 'units', units: 12.5 },
      capacityType: 'channel',
      pushTimeoutSeconds: 30,
      model: 'leastActive',
    });
  });

  it('show their own problems', async () => {
    await setup.turnTo('service-channels');
    await setup.open('Voice');
    await setup.write('/soundLengthSeconds', '31');
    await setup.leave('/soundLengthSeconds');
    expect(setup.sentence('/soundLengthSeconds')).to.equal(
      'Sound length must be a whole number from 1 to 30.',
    );
  });

  it('of every kind have a Developer Name that follows their name or label', async () => {
    for (const [page, button, pointer] of [
      ['presence-statuses', 'New presence status', '/name'],
      ['decline-reasons', 'New decline reason', '/label'],
      ['profiles', 'New profile', '/name'],
    ] as const) {
      await setup.turnTo(page);
      setup.button(button).click();
      await setup.until('Developer Name');
      await setup.write(pointer, 'On a break');
      expect(setup.control('/developerName').value, page).to.equal('On_a_break');
      await setup.write('/developerName', 'Away');
      await setup.write(pointer, 'Away for lunch');
      expect(setup.control('/developerName').value, page).to.equal('Away');
      setup.button('Discard').click();
      await setup.settled();
    }
  });

  it('are retired if they can never be deleted', async () => {
    await setup.turnTo('decline-reasons');
    await setup.open('Wrong language');
    expect(() => setup.button('Delete')).to.throw();
    await setup.choose('/retired', true);
    await setup.save();
    expect(setup.backend.records.kept['decline-reasons']!.language).to.include({ retired: true });
  });

  const dialog = () => setup.find('omni-confirm-dialog')!.shadowRoot!;
  const inUse = () =>
    setup.backend.records.usedBy.set('refunds', [
      { kind: 'flows', id: 'returns', name: 'Returns' },
      { kind: 'work-items', id: 'w', name: 'A call' },
    ]);

  it('are deleted after confirmation', async () => {
    await setup.turnTo('queues');
    await setup.open('Refunds');
    setup.button('Delete').click();
    await setup.until('Delete Refunds?');
    [...dialog().querySelectorAll('button')].at(-1)!.click();
    await until('it is gone', () => !('refunds' in setup.backend.records.kept.queues!));
  });

  it('say where they are used before anything is confirmed, and lead there', async () => {
    await setup.turnTo('queues');
    await setup.open('Refunds');
    inUse();
    setup.button('Delete').click();
    await setup.until('Refunds cannot be deleted');
    expect([...dialog().querySelectorAll('li')].map(text)).to.deep.equal(['Flow Returns', 'Work A call']);
    expect([...dialog().querySelectorAll('footer button')].map(text)).to.deep.equal(['Close']);
    setup.button('Returns').click();
    await until(
      'the flow is open',
      () => setup.element.page === 'flows' && setup.element.record === 'returns',
    );
    expect(setup.find('omni-confirm-dialog')).to.equal(undefined);
  });

  it('stay if they came into use since, and it is not called saving', async () => {
    await setup.turnTo('queues');
    await setup.open('Refunds');
    setup.button('Delete').click();
    await setup.until('Delete Refunds?');
    inUse();
    [...dialog().querySelectorAll('button')].at(-1)!.click();
    await setup.until('Not deleted. It is still used.');
    expect(setup.backend.records.kept.queues).to.have.property('refunds');
  });

  it('can be asked for again wherever the server did not answer', async () => {
    await setup.turnTo('queues');
    let isDown = true;
    setup.backend.records.instead = () => (isDown ? Response.error() : null);
    const again = async (what: string, isThere: () => boolean) => {
      await setup.until('The server did not answer.');
      isDown = false;
      setup.button('Try again').click();
      await until(what, isThere);
      await setup.settled();
      isDown = true;
    };
    void setup.element.goTo({ page: 'queues', record: 'refunds' });
    await again('the queue is open', () => setup.find('h1')?.innerText === 'Refunds');
    setup.button('Delete').click();
    await setup.until('Not deleted.');
    await again('it asks', () => setup.shows('Delete Refunds?'));
    [...dialog().querySelectorAll('button')][0]!.click();
    void setup.element.goTo({ page: 'flows', record: null });
    await again('the list is here', () => setup.find('omni-record-list')?.rows.length === 1);
  });
});

describe('the overrides of a channel', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
    await setup.turnTo('service-channels');
    await setup.open('Voice');
  });
  afterEach(() => setup.close());

  it('has wrap-up of its own, or none, or that of the presence configuration', async () => {
    expect(setup.field('/acwDurationSeconds')).to.equal(null);
    await setup.choose('/giveAcw', 'on');
    expect(setup.field('/acwDurationSeconds')).not.to.equal(null);
    await setup.write('/acwDurationSeconds', '29');
    await setup.leave('/acwDurationSeconds');
    expect(setup.sentence('/acwDurationSeconds')).to.equal(
      'ACW duration must be a whole number from 30 to 3,600.',
    );
    await setup.write('/acwDurationSeconds', '90');
    await setup.save();
    const kept = () => setup.backend.records.kept['service-channels']!.voice;
    expect(kept()).to.include({ giveAcw: true, acwDurationSeconds: 90, letRepsExtendAcw: false });
    await setup.choose('/giveAcw', 'off');
    await setup.save();
    expect(kept()).to.include({ giveAcw: false, acwDurationSeconds: null });
    await setup.choose('/giveAcw', '');
    await setup.save();
    expect(kept()).to.include({ giveAcw: null, acwDurationSeconds: null });
    setup.button('History').click();
    await until('the history is there', () => setup.find('omni-audit-history')?.entries.length === 3);
    await setup.settled();
    expect(text(setup.find('omni-audit-history')!.shadowRoot!.querySelector('tbody')!)).to.contain(
      'Give wrap-up time Off As in the presence configuration',
    );
  });

  it('include the default sound, whatever the presence configuration says', async () => {
    const picker = setup.find('omni-sound-picker')!;
    setup.button('Change: Sound').click();
    await setup.settled();
    const choices = () => [...picker.shadowRoot!.querySelectorAll('.choice')].map(text);
    expect(choices()).to.deep.equal([
      'As in the presence configuration',
      'Default',
      'two-tone-bell.ogg 2.4 s',
      'harp.mp3 11.8 s',
    ]);
    picker.shadowRoot!.querySelector<HTMLElement>('[value=default]')!.click();
    await setup.settled();
    expect(text(picker.shadowRoot!.querySelector('[part=chosen]')!)).to.contain('Default');
    await setup.save();
    expect(setup.backend.records.kept['service-channels']!.voice).to.include({ sound: 'default' });
    setup.button('History').click();
    await until('the history is there', () => setup.find('omni-audit-history')?.entries.length === 1);
    await setup.settled();
    expect(text(setup.find('omni-audit-history')!.shadowRoot!.querySelector('tbody')!)).to.equal(
      'Sound As in the presence configuration Default',
    );
  });
});

describe('custom sounds', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
    await setup.open('Billing voice');
    setup.button('Change: Notification sound').click();
    await setup.settled();
  });
  afterEach(() => setup.close());

  const picker = () => setup.find('omni-sound-picker')!;
  async function upload(file: File): Promise<void> {
    const input = picker().shadowRoot!.querySelector<HTMLInputElement>('[type=file]')!;
    const chosen = new DataTransfer();
    chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    await setup.settled();
    await until('the upload is over', () => picker().view.upload === 'idle');
    await setup.settled();
  }
  const fixture = async (name: string) =>
    new File([await (await fetch(`/test/fixtures/sounds/${name}`)).arrayBuffer()], name);

  it('are listed with their measured length, and chosen', async () => {
    const rows = [...picker().shadowRoot!.querySelectorAll('.choice')].map(text);
    expect(rows).to.deep.equal(['Default', 'two-tone-bell.ogg 2.4 s', 'harp.mp3 11.8 s']);
    picker().shadowRoot!.querySelector<HTMLElement>('[value^=bbb]')!.click();
    await setup.save();
    expect(setup.backend.configurations.received[0]!.notificationSound).to.equal('b'.repeat(64));
  });

  it('are chosen as soon as they are uploaded', async () => {
    await upload(await fixture('wav-usual.wav'));
    expect(setup.backend.sounds.uploaded).to.deep.equal(['wav-usual.wav']);
    expect(text(picker().shadowRoot!.querySelector('[part=chosen]')!)).to.contain('wav-usual.wav 1.0 s');
  });

  it('are refused before they are sent, with the reason', async () => {
    await upload(await fixture('wav-45s.wav'));
    expect(text(picker())).to.contain('This is 45.0 s long; the limit is 30 s.');
    expect(setup.backend.sounds.uploaded).to.deep.equal([]);
  });

  it('are refused by the server in the same place', async () => {
    setup.backend.sounds.refuses = 'This is not a sound.';
    await upload(await fixture('wav-usual.wav'));
    expect(text(picker())).to.contain('This is not a sound.');
    expect(picker().value).to.equal(null);
  });

  const dialog = () => setup.find('omni-confirm-dialog')!.shadowRoot!;

  it('stay if they are in use, and show where before anything is confirmed', async () => {
    setup.button('Delete harp.mp3').click();
    await setup.until('harp.mp3 cannot be deleted');
    expect([...dialog().querySelectorAll('li')].map(text)).to.deep.equal([
      'Presence configuration Night shift',
    ]);
    [...dialog().querySelectorAll('footer button')].at(-1)!.dispatchEvent(new MouseEvent('click'));
    await setup.settled();
    setup.button('Delete two-tone-bell.ogg').click();
    await setup.until('Delete two-tone-bell.ogg?');
    expect(setup.backend.sounds.sounds.length).to.equal(2);
    [...dialog().querySelectorAll('button')].at(-1)!.click();
    await until('it is gone', () => setup.backend.sounds.sounds.length === 1);
  });

  it('stay while they are chosen in the form', async () => {
    picker().shadowRoot!.querySelector<HTMLElement>('[value^=aaa]')!.click();
    await setup.settled();
    setup.button('Delete two-tone-bell.ogg').click();
    await setup.until('two-tone-bell.ogg cannot be deleted');
    expect(text(dialog().querySelector('p')!)).to.contain('It is selected here: choose another sound first.');
  });

  it('show where they came into use since', async () => {
    setup.button('Delete two-tone-bell.ogg').click();
    await setup.until('Delete two-tone-bell.ogg?');
    const [bell] = setup.backend.sounds.sounds;
    setup.backend.sounds.sounds[0] = { ...bell!, usedBy: setup.backend.sounds.sounds[1]!.usedBy };
    [...dialog().querySelectorAll('button')].at(-1)!.click();
    await until('it says why', () => text(picker()).includes('is used by'));
    expect([...picker().shadowRoot!.querySelectorAll('.used li')].map(text)).to.deep.equal(['Night shift']);
  });

  it('are sent again if the server did not answer', async () => {
    const file = await fixture('wav-usual.wav');
    setup.backend.sounds.isDown = true;
    await upload(file);
    expect(text(picker())).to.contain('The server did not answer.');
    setup.backend.sounds.isDown = false;
    setup.button('Try again').click();
    await until('it is chosen', () => picker().value !== null);
    expect(setup.backend.sounds.uploaded).to.deep.equal(['wav-usual.wav']);
  });

  it('can be played and stopped', async () => {
    setup.button('Play Default').click();
    await until('it is heard', () => picker().view.playing === 'default');
    await setup.settled();
    setup.button('Stop Default').click();
    await until('it is silent', () => picker().view.playing === null);
  });
});
