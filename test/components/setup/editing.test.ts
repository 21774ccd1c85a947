import { expect } from '@open-wc/testing';
import { focused, text } from '../../helpers/mount.ts';
import { settingBounds } from '../../helpers/setting-bounds.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

describe('editing a presence configuration', () => {
  let setup: SetupUnderTest;

  async function start(): Promise<void> {
    setup = await SetupUnderTest.open();
  }
  afterEach(() => setup.close());
  after(() => SetupUnderTest.stop());

  it('lists the configurations with how many are assigned, default first', async () => {
    await start();
    const rows = [...setup.find('omni-record-list')!.shadowRoot!.querySelectorAll('li')].map(text);
    expect(rows).to.deep.equal([
      'Default Presence Configuration Everybody who is not assigned elsewhere',
      'Billing voice 2 users',
      'Messaging, first line 1 user',
      'Night shift 1 user, 1 profile',
      'Trainees Nobody assigned',
    ]);
  });

  it('derives the Developer Name from the Name until the user enters one', async () => {
    await start();
    setup.button('New presence configuration').click();
    await setup.until('Developer Name');
    await setup.write('/name', 'Ärzte 2. Linie');
    expect(setup.control('/developerName').value).to.equal('Arzte_2_Linie');
    await setup.write('/developerName', 'Doctors');
    await setup.write('/name', 'Ärzte');
    expect(setup.control('/developerName').value).to.equal('Doctors');
  });

  it('keeps the Developer Name of an existing configuration when its Name changes', async () => {
    await start();
    await setup.open('Trainees');
    await setup.write('/name', 'Beginners');
    expect(setup.control('/developerName').value).to.equal('Trainees');
  });

  it('hides settings that do not apply, keeps their values for now, and clears them on saving', async () => {
    await start();
    await setup.open('Billing voice');
    await setup.choose('/giveAcw', false);
    for (const pointer of ['/acwDurationSeconds', '/letRepsExtendAcw', '/acwMaxExtensions'])
      expect(setup.field(pointer), pointer).to.equal(null);
    await setup.choose('/giveAcw', true);
    expect(setup.control('/acwDurationSeconds').value).to.equal('60');
    expect(setup.control('/acwMaxExtensions').value).to.equal('2');
    await setup.choose('/giveAcw', false);
    await setup.save();
    const [sent] = setup.backend.configurations.received;
    expect(sent).to.include({ giveAcw: false, acwDurationSeconds: null, acwMaxExtensions: null });
    expect(sent!.letRepsExtendAcw).to.equal(false);
  });

  it('offers one of three: reps accept, reps accept or decline, or automatic acceptance', async () => {
    await start();
    await setup.open('Billing voice');
    const ways = [
      ...setup.field('/allowDecline')!.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]'),
    ];
    expect(ways.map(({ checked }) => checked)).to.deep.equal([false, true, false]);
    ways[2]!.click();
    await setup.settled();
    expect(setup.field('/statusOnDeclineId')).to.equal(null);
    await setup.save();
    const [sent] = setup.backend.configurations.received;
    expect(sent).to.include({ automaticallyAccept: true, allowDecline: false, allowDeclineReason: false });
  });

  it('warns if a status that is set for voice is an online one', async () => {
    await start();
    await setup.open('Billing voice');
    const field = setup.field('/statusOnPushTimeoutId')!;
    await setup.choose('/statusOnPushTimeoutId', 'lunch');
    expect(text(field)).to.not.contain('External telephony');
    await setup.choose('/statusOnPushTimeoutId', 'available');
    expect(text(field)).to.contain('choose Busy or Offline');
  });

  it('shows what is wrong with a field once it loses focus, until it is right', async () => {
    await start();
    await setup.open('Billing voice');
    await setup.write('/capacity', '0');
    expect(setup.sentence('/capacity')).to.equal(null);
    await setup.leave('/capacity');
    expect(setup.sentence('/capacity')).to.equal('Capacity must be a whole number from 1 to 10,000.');
    expect(setup.control('/capacity').ariaInvalid).to.equal('true');
    await setup.write('/capacity', '10,000');
    expect(setup.sentence('/capacity')).to.equal(null);
  });

  it('moves the focus to the first invalid field on saving, and sends nothing', async () => {
    await start();
    await setup.open('Billing voice');
    await setup.write('/acwDurationSeconds', '5');
    await setup.write('/interruptibleCapacity', 'many');
    await setup.save();
    await until('the field has the focus', () => focused() === setup.control('/interruptibleCapacity'));
    expect(setup.backend.configurations.received).to.deep.equal([]);
    expect(setup.shows('2 problems: Interruptible Capacity')).to.equal(true);
  });

  it('shows a server-side violation beside its field, until the field changes', async () => {
    await start();
    await setup.open('Trainees');
    await setup.write('/developerName', 'night_SHIFT');
    await setup.save();
    const taken = 'Another presence configuration has this Developer Name.';
    expect(setup.sentence('/developerName')).to.equal(taken);
    await until('the field has the focus', () => focused() === setup.control('/developerName'));
    await setup.write('/developerName', 'Beginners');
    expect(setup.sentence('/developerName')).to.equal(null);
    await setup.save();
    expect(setup.shows('Saved')).to.equal(true);
  });

  it('keeps changes made while saving', async () => {
    await start();
    await setup.open('Trainees');
    await setup.write('/capacity', '6');
    setup.find('omni-save-bar')!.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    await setup.write('/soundLengthSeconds', '12');
    await until(
      'it is saved',
      () => setup.backend.configurations.received.length === 1 && !setup.shows('Saving'),
    );
    await setup.settled();
    expect(setup.control('/soundLengthSeconds').value).to.equal('12');
    expect(setup.shows('1 unsaved change')).to.equal(true);
  });

  it('shows no message about one record in the form of another', async () => {
    await start();
    await setup.open('Trainees');
    await setup.write('/developerName', 'night_shift');
    setup.find('omni-save-bar')!.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    void setup.open('Billing voice').catch(() => undefined);
    await setup.until('Leave without saving?');
    setup.button('Leave').click();
    await until('the other one is open', () => setup.find('h1')?.innerText === 'Billing voice');
    await until('it was refused', () => setup.backend.configurations.received.length === 1);
    await setup.settled();
    expect(setup.control('/developerName').value).to.equal('Billing_voice');
    expect(setup.shows('Not saved')).to.equal(false);
  });

  it('asks before discarding unsaved changes, and stays if the user cancels', async () => {
    await start();
    await setup.open('Billing voice');
    await setup.write('/name', 'Billing');
    const leave = () => setup.open('Night shift').catch(() => undefined);
    void leave();
    await setup.until('Leave without saving? 1 change would be lost.');
    setup.button('Stay').click();
    await until('the question is gone', () => setup.find('omni-confirm-dialog') === undefined);
    expect(setup.control('/name').value).to.equal('Billing');
    void leave();
    await setup.until('Leave without saving?');
    setup.button('Leave').click();
    await until('the other one is open', () => setup.find('h1')?.innerText === 'Night shift');
  });

  it('makes the browser ask before unload only while something is unsaved', async () => {
    await start();
    await setup.open('Billing voice');
    const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(asks()).to.equal(false);
    await setup.write('/name', 'Billing');
    expect(asks()).to.equal(true);
    await setup.write('/name', 'Billing voice');
    expect(asks()).to.equal(false);
    await setup.write('/name', 'Billing');
    setup.close();
    await until('nothing is left behind', () => !asks());
  });

  it('never interprets a name as markup', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    setup = await SetupUnderTest.open(({ backend }) =>
      backend.configurations.changeElsewhere('trainees', { name: hostile }),
    );
    await setup.open('<img');
    expect(setup.find('h1')!.innerText).to.equal(hostile);
    expect(setup.all('img')).to.deep.equal([]);
  });

  it('shows nothing of Setup without the permission', async () => {
    setup = await SetupUnderTest.open(({ backend }) => {
      backend.configurations.instead = () =>
        Response.json({ detail: 'The token lacks a permission.' }, { status: 403 });
    });
    await setup.until('Setup needs the permission to customize the application.');
    expect(setup.find('omni-record-list')).to.equal(undefined);
  });

  describe('says the same sentence as the API', () => {
    // What can be entered in a field: text, numbers and blanks; other values come only from programs.
    const written = settingBounds.filter(
      ({ setting, tried, value, sentence }) =>
        (setting === 'name' ||
          setting === 'developerName' ||
          /Seconds$|apacity$|Extensions$/.test(setting)) &&
        tried !== 'text' &&
        tried !== 'condition off' &&
        tried !== 'a character that nobody sees' &&
        !(typeof value === 'number' && /^(name|developerName)$/.test(setting)) &&
        !sentence?.startsWith('Another presence configuration'),
    );
    it('for many bounds', () => expect(written.length).to.be.greaterThan(40));

    for (const setting of new Set(written.map((row) => row.setting)))
      it(setting, async () => {
        await start();
        setup.button('New presence configuration').click();
        await setup.until('Developer Name');
        await setup.choose('/giveAcw', true);
        await setup.choose('/letRepsExtendAcw', true);
        for (const { tried, value, sentence } of written.filter((row) => row.setting === setting)) {
          await setup.write(`/${setting}`, value === null ? '' : String(value as string | number));
          await setup.leave(`/${setting}`);
          expect(setup.sentence(`/${setting}`), tried).to.equal(sentence);
        }
      });
  });
});
