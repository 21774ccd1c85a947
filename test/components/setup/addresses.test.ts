import { expect } from '@open-wc/testing';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

after(() => SetupUnderTest.stop());

describe('the address of a place in Setup', () => {
  let setup: SetupUnderTest;
  const began = location.href;

  async function start(fragment = ''): Promise<void> {
    history.pushState(null, '', began.replace(/#.*/, '') + fragment);
    setup = await SetupUnderTest.open(({ element }) => (element.addresses = 'hash'));
  }
  afterEach(() => {
    setup.close();
    history.pushState(null, '', began);
  });

  const name = () => (setup.find('h1')?.innerText ?? '').trim();
  const isOpen = (wanted: string) => until(`${wanted} is open`, () => name() === wanted);
  const isAt = (fragment: string) => until(`the address is ${fragment}`, () => location.hash === fragment);
  async function goBack(): Promise<void> {
    const gone = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    history.back();
    await gone;
  }

  it('names the page and the record; back and forward navigate between them', async () => {
    await start();
    expect(location.hash).to.equal('');
    await setup.open('Night shift');
    expect(location.hash).to.equal('#presence-configurations/night');
    await setup.open('Trainees');
    await setup.turnTo('queues');
    expect(location.hash).to.equal('#queues');
    await setup.open('Refunds');
    expect(location.hash).to.equal('#queues/refunds');

    await goBack();
    await until('nothing is open', () => setup.find('omni-record-editor') === undefined);
    await goBack();
    await isOpen('Trainees');
    await goBack();
    await isOpen('Night shift');
    history.forward();
    await isOpen('Trainees');
    expect(setup.element.record).to.equal('trainees');
  });

  it('takes what stood over the page along: the audit log, and a question about its record', async () => {
    await start();
    await setup.open('Night shift');
    await setup.open('Trainees');
    setup.button('History').click();
    await until('the history is open', () => setup.find('omni-audit-history') !== undefined);
    await goBack();
    await isOpen('Night shift');
    expect(setup.find('omni-audit-history') === undefined, 'it was about Trainees').to.equal(true);
    history.forward();
    await isOpen('Trainees');
    setup.button('Delete').click();
    await until('Setup asks', () => setup.find('omni-confirm-dialog') !== undefined);
    await goBack();
    await isOpen('Night shift');
    expect(setup.find('omni-confirm-dialog') === undefined, 'a yes would delete another record').to.equal(
      true,
    );
    expect([...setup.backend.configurations.stored.keys()]).to.include.members(['night', 'trainees']);
  });

  it('opens what it names, after a reload and from a link, for every page', async () => {
    await start('#presence-configurations/night');
    await isOpen('Night shift');
    location.hash = '#explain/amina';
    await isOpen('Amina Diallo');
    expect(setup.element.page).to.equal('explain');
    await goBack();
    await isOpen('Night shift');
  });

  it('is left to the page if it names nothing in Setup', async () => {
    await start('#queues/refunds');
    await isOpen('Refunds');
    location.hash = '#somewhere';
    await isAt('#somewhere');
    await setup.settled();
    expect(name()).to.equal('Refunds');
    expect(location.hash).to.equal('#somewhere');
  });

  it('changes to a new record’s id once it is saved, and to the page’s when a record is deleted', async () => {
    await start();
    setup.button('New presence configuration').click();
    await setup.until('Developer Name');
    expect(location.hash).to.equal('#presence-configurations/+');
    const { length } = history;
    await setup.write('/name', 'Weekend');
    await setup.save();
    expect(location.hash).to.match(/^#presence-configurations\/configuration-\d+$/);
    setup.button('Delete').click();
    await setup.until('Delete Weekend?');
    setup.find('omni-confirm-dialog')!.shadowRoot!.querySelector<HTMLElement>('.danger')!.click();
    await isAt('#presence-configurations');
    expect(history.length).to.equal(length);
  });

  it('stays on unsaved changes until the user agrees to discard them', async () => {
    await start();
    await setup.open('Night shift');
    await setup.open('Trainees');
    await setup.write('/name', 'Beginners');
    await goBack();
    await setup.until('Leave without saving?');
    setup.button('Stay').click();
    await isAt('#presence-configurations/trainees');
    expect(setup.control('/name').value).to.equal('Beginners');

    await goBack();
    await setup.until('Leave without saving?');
    setup.button('Leave').click();
    await isOpen('Night shift');
    expect(location.hash).to.equal('#presence-configurations/night');
    history.forward();
    await isOpen('Trainees');
  });

  it('keeps asking about the last step when the user keeps going back', async () => {
    await start();
    await setup.open('Night shift');
    await setup.open('Billing voice');
    await setup.open('Trainees');
    await setup.write('/name', 'Beginners');
    await goBack();
    await setup.until('Leave without saving?');
    await goBack();
    await setup.settled();
    setup.button('Stay').click();
    await isAt('#presence-configurations/trainees');
    await goBack();
    await setup.until('Leave without saving?');
    setup.button('Leave').click();
    await isOpen('Billing voice');
  });

  it('is left to the host unless Setup is asked to manage it: each place is reported, and can be navigated to', async () => {
    const places: string[] = [];
    setup = await SetupUnderTest.open(({ element }) =>
      element.addEventListener('omni-place-changed', ({ page, record, isSameStep }) =>
        places.push(`${page} ${record ?? '-'}${isSameStep ? ' (same)' : ''}`),
      ),
    );
    await setup.open('Night shift');
    await setup.turnTo('queues');
    setup.element.record = 'refunds';
    await isOpen('Refunds');
    expect(places).to.deep.equal([
      'presence-configurations -',
      'presence-configurations night',
      'queues -',
      'queues refunds',
    ]);
    expect(location.hash).to.equal('');
    await setup.write('/name', 'Returns');
    const going = setup.element.goTo({ page: 'flows', record: 'returns' });
    await setup.until('Leave without saving?');
    setup.button('Stay').click();
    expect(await going).to.equal(false);
    expect([setup.element.page, setup.element.record]).to.deep.equal(['queues', 'refunds']);
  });
});
