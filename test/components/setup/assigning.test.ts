import { expect } from '@open-wc/testing';
import { aUser } from '../../fake-backend/setup/some-records.ts';
import { press, text } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

const names = (list: { rows: readonly { name: string }[] }) => list.rows.map(({ name }) => name);

after(() => SetupUnderTest.stop());

describe('assigning users and profiles', () => {
  let setup: SetupUnderTest;

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
    await setup.open('Billing voice');
  });
  afterEach(() => setup.close());

  it('names everybody whom saving would move, and from where, beforehand', async () => {
    expect(setup.shows('Saving moves')).to.equal(false);
    await setup.pick('Users', 'available', 'priya', 'chen');
    await setup.pick('Profiles', 'available', 'lead');
    const warnings = setup.all('omni-move-warning').map(text);
    expect(warnings).to.deep.equal([
      'Saving moves 1 assignment here Priya Nair, from Messaging, first line Leave there',
      'Saving moves 1 assignment here Team lead, from Night shift Leave there',
    ]);
    expect(setup.shows('Save and move 2')).to.equal(true);
    expect(setup.backend.assignments.received).to.deep.equal([]);
  });

  it('leaves somebody where they are', async () => {
    await setup.pick('Users', 'available', 'priya', 'tomasz');
    setup.button('Leave there: Priya Nair').click();
    await setup.settled();
    expect(names(setup.list('Users', 'selected'))).to.deep.equal([
      'Amina Diallo',
      'Hugo Ferreira',
      'Tomasz Wójcik',
    ]);
    expect(names(setup.list('Users', 'available'))).to.include('Priya Nair');
  });

  it('shows who was moved, and can undo it', async () => {
    await setup.pick('Users', 'available', 'priya');
    await setup.pick('Users', 'selected', 'hugo');
    await setup.save();
    expect(setup.backend.assignments.received).to.deep.equal([
      { userIds: ['amina', 'priya'], profileIds: [] },
    ]);
    expect(setup.shows('2 assignments changed')).to.equal(true);
    const moved = text(setup.find('omni-save-bar')!.shadowRoot!.querySelector('.moved')!);
    expect(moved).to.contain('2 assignments changed');
    setup.button('Undo').click();
    await until('it was undone', () => setup.backend.assignments.undone.length === 1);
    await until('the lists are as before', () =>
      names(setup.list('Users', 'selected')).includes('Hugo Ferreira'),
    );
    expect(names(setup.list('Users', 'selected'))).to.deep.equal(['Amina Diallo', 'Hugo Ferreira']);
    expect(setup.shows('unsaved change')).to.equal(false);
  });

  it('can undo a move later from the history of the configuration', async () => {
    await setup.pick('Users', 'available', 'priya', 'chen');
    await setup.save();
    await setup.open('Night shift');
    await setup.open('Messaging, first line');
    setup.button('History').click();
    await until('the history is there', () => setup.find('omni-audit-history')?.entries.length === 1);
    await setup.settled();
    const entries = () =>
      [...setup.find('omni-audit-history')!.shadowRoot!.querySelectorAll('.content li')].map(text);
    expect(entries()[0]).to.match(
      /^Root Admin changed 1 assignment .* Undo Setting From To Priya Nair Messaging, first line Billing voice$/,
    );
    setup.button('Undo: Root Admin changed 1 assignment').click();
    await setup.until('Undo this change of assignments?');
    [...setup.find('omni-confirm-dialog')!.shadowRoot!.querySelectorAll('button')].at(-1)!.click();
    await until('it was undone', () => entries().length === 2);
    expect(entries()[0]).to.match(/^Root Admin undid the change of 1 assignment/);
    expect(entries()[1]).to.match(/Undone/);
    expect(names(setup.list('Users', 'selected'))).to.deep.equal(['Priya Nair']);
    setup.backend.assignments.refusesUndo = true;
    setup.button('Undo: Root Admin undid the change of 1 assignment').click();
    await setup.until('Undo this change of assignments?');
    [...setup.find('omni-confirm-dialog')!.shadowRoot!.querySelectorAll('button')].at(-1)!.click();
    await setup.until('This cannot be undone: Priya Nair was moved again since.');
  });

  it('assigns people together with a new configuration', async () => {
    setup.button('New presence configuration').click();
    await until('the form is empty', () => setup.find('h1')?.innerText === 'New presence configuration');
    await setup.write('/name', 'Weekend');
    await setup.pick('Users', 'available', 'chen');
    await setup.save();
    expect(setup.shows('Saved')).to.equal(true);
    expect(setup.backend.assignments.received).to.deep.equal([{ userIds: ['chen'], profileIds: [] }]);
  });

  it('reports that others were moved in the meantime, and can be retried', async () => {
    await setup.pick('Users', 'available', 'chen');
    setup.backend.assignments.changeElsewhere();
    await setup.save();
    expect(setup.shows('Not saved. Somebody has changed these assignments meanwhile.')).to.equal(true);
    await setup.save();
    expect(setup.backend.assignments.received.at(-1)).to.deep.equal({
      userIds: ['amina', 'hugo', 'chen'],
      profileIds: [],
    });
  });

  it('assigns nobody to the default configuration: it applies to everybody else', async () => {
    await setup.open('Default Presence Configuration');
    expect(setup.all('omni-dual-list').map(({ label }) => label)).to.not.include('Users');
    expect(setup.shows('Everybody who is not assigned elsewhere')).to.equal(true);
    expect(() => setup.button('Delete')).to.throw();
  });

  it('searches for users on the server', async () => {
    const search = setup.lists('Users').shadowRoot!.querySelector('input')!;
    search.value = 'wei';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until('only one is found', () => setup.list('Users', 'available').rows.length === 1);
    expect(names(setup.list('Users', 'available'))).to.deep.equal(['Chen Wei']);
  });

  it('orders reasons with the keyboard', async () => {
    const label = 'Selected decline reasons';
    const selected = setup.list(label, 'selected');
    selected.focus();
    await press('ArrowDown', 'Alt+ArrowUp');
    await setup.settled();
    expect(names(selected)).to.deep.equal(['Needs a specialist', 'On another call', 'Wrong language']);
    const said = setup.lists(label).shadowRoot!.querySelector('[role=status]')!;
    expect(text(said)).to.equal('Needs a specialist: place 1 of 3');
    await press('Enter');
    await setup.settled();
    expect(names(selected)).to.deep.equal(['On another call', 'Wrong language']);
    await setup.save();
    expect(setup.backend.configurations.received[0]!.declineReasonIds).to.deep.equal([
      'another-call',
      'language',
    ]);
  });
});

describe('ten thousand users', () => {
  it('open without rendering a row for each of them', async () => {
    const night = { id: 'night', name: 'Night shift' };
    const setup = await SetupUnderTest.open(({ backend }) => {
      backend.people.users = Array.from({ length: 10_000 }, (_, index) => aUser(index, night));
    });
    await setup.open('Night shift');
    const list = setup.list('Users', 'selected');
    expect(list.rows.length).to.equal(10_000);
    const drawn = () => [...list.shadowRoot!.querySelectorAll('[role=option]')];
    expect(drawn().length).to.be.within(4, 30);
    list.focus();
    await press('End');
    await until('the last one is drawn', () => drawn().some((row) => text(row).startsWith('User 09999')));
    expect(drawn().length).to.be.below(30);
    const last = list.shadowRoot!.querySelector('[aria-posinset="10000"]')!;
    expect(last.getAttribute('aria-setsize')).to.equal('10000');
    setup.close();
  });
});

describe('three hundred and three users', () => {
  let setup: SetupUnderTest;
  const many = Array.from({ length: 303 }, (_, index) => aUser(index));

  beforeEach(async () => {
    setup = await SetupUnderTest.open(({ backend }) => {
      backend.people.users = many;
    });
    await setup.open('Billing voice');
  });
  afterEach(() => setup.close());

  const hint = () => text(setup.lists('Users').shadowRoot!.querySelector('.head .hint')!);

  it('are counted as a part while only a part is loaded', () => {
    expect(hint()).to.equal('100 of 303');
  });

  it('are all meant by Ctrl+A, also those that are not loaded yet', async () => {
    setup.list('Users', 'available').focus();
    await press('Control+a');
    await until('all are marked', () => hint() === '303 marked');
    const said = setup.lists('Users').shadowRoot!.querySelector('[role=status]')!;
    expect(text(said)).to.equal('303 marked');
    setup.button('Add: Users').click();
    await setup.settled();
    expect(setup.list('Users', 'selected').rows.length).to.equal(303);
    expect(setup.list('Users', 'available').rows.length).to.equal(0);
  });

  it('are all added if the button is pressed before they are loaded', async () => {
    setup.list('Users', 'available').focus();
    await press('Control+a');
    setup.button('Add: Users').click();
    await until('all are selected', () => setup.list('Users', 'selected').rows.length === 303);
  });

  it('are no longer all meant once another row is marked', async () => {
    const list = setup.list('Users', 'available');
    list.focus();
    await press('Control+a', 'End', 'Enter');
    await setup.settled();
    await until('one was added', () => setup.list('Users', 'selected').rows.length > 0);
    expect(setup.list('Users', 'selected').rows.length).to.equal(1);
  });

  it('are not marked by what loads later, once another row is marked', async () => {
    const list = document.createElement('omni-dual-list');
    const rows = many.map(({ id }) => ({ id, name: id }));
    Object.assign(list, {
      label: 'Reps',
      available: rows.slice(0, 100),
      remote: true,
      more: true,
      total: 303,
    });
    document.body.append(list);
    await list.updateComplete;
    const available = list.shadowRoot!.querySelector('omni-pick-list')!;
    available.focus();
    await press('Control+a');
    await until('the loaded ones are marked', () => available.marked.length === 100);
    await press('End');
    Object.assign(list, { available: rows, more: false });
    await list.updateComplete;
    await available.updateComplete;
    expect(available.marked).to.deep.equal([rows[99]!.id]);
    list.remove();
  });

  it('stay in reach once all that were loaded are selected', async () => {
    await setup.pick('Users', 'available', ...many.slice(0, 100).map(({ id }) => id));
    await until('the next ones are here', () => setup.list('Users', 'available').rows.length === 100);
    expect(setup.list('Users', 'available').rows[0]!.name).to.equal('User 00100');
  });

  it('can be asked for again if the server did not answer', async () => {
    let isDown = true;
    setup.backend.records.instead = (request) =>
      isDown && request.url.includes('/users?') ? Response.error() : null;
    setup.list('Users', 'available').focus();
    await press('Control+a');
    await setup.until('The server did not answer.');
    expect(setup.list('Users', 'available').rows.length).to.equal(100);
    isDown = false;
    setup.button('Try again').click();
    await until('the next ones are here', () => setup.list('Users', 'available').rows.length === 200);
    expect(setup.shows('The server did not answer.')).to.equal(false);
  });
});
