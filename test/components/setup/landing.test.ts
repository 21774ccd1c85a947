import { expect } from '@open-wc/testing';
import { setupAr } from '../../../assets/locales/setup/setup.ar.ts';
import { setupDe } from '../../../assets/locales/setup/setup.de.ts';
import { setupEn } from '../../../assets/locales/setup/setup.en.ts';
import { text } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

after(() => SetupUnderTest.stop());

describe('the landing of Setup', () => {
  let setup: SetupUnderTest;
  const inside = (selector: string) =>
    [...(setup.find('omni-setup-overview')?.shadowRoot?.querySelectorAll(selector) ?? [])].map(text);

  afterEach(() => setup.close());

  it('says what there is, and what may be wrong, with links to the records', async () => {
    setup = await SetupUnderTest.open();
    await until('it is loaded', () => inside('dl div').length > 0);
    expect(inside('dl div')).to.deep.equal([
      'Presence configurations 5',
      'Reps 7',
      'Reps without their own configuration 3',
      'Queues 1',
      'Custom sounds 2',
    ]);
    expect(inside('.problems > li')).to.deep.equal([
      'No rep is a member of these queues, so their work waits: Refunds',
      'These sounds are never used: two-tone-bell.ogg and 2 more',
    ]);
    setup.button('Refunds').click();
    await until('the queue is open', () => setup.find('h1')?.innerText === 'Refunds');
    expect(setup.element.page).to.equal('queues');
  });

  it('is up to date when the user comes back to it', async () => {
    setup = await SetupUnderTest.open();
    await until('it is loaded', () => inside('dl div').length > 0);
    setup.backend.records.overview = { ...setup.backend.records.overview, queues: 9, problems: [] };
    await setup.turnTo('queues');
    await setup.turnTo('presence-configurations');
    await until('it is loaded again', () => inside('dl div').includes('Queues 9'));
    expect(setup.shows('every queue has reps')).to.equal(true);
  });

  it('shows every page of Setup in a navigation, the present one marked', async () => {
    setup = await SetupUnderTest.open();
    const pages = setup.element.shadowRoot!.querySelector('[part=pages]')!;
    expect([...pages.querySelectorAll('button')].map(text)).to.deep.equal([
      'Presence configurations',
      'Service channels',
      'Routing configurations',
      'Queues',
      'Flows',
      'Presence statuses',
      'Decline reasons',
      'Users',
      'Profiles',
      'Explain a rep',
      'Import / Export',
    ]);
    await setup.turnTo('queues');
    const current = () => [...pages.querySelectorAll('[aria-current=page]')].map(text);
    expect(current()).to.deep.equal(['Queues']);
    expect(setup.element.shadowRoot!.querySelectorAll('select').length).to.equal(0);
  });

  for (const words of [setupEn, setupAr])
    it(`brings the present page into view where they do not fit in a row, in ${words.locale}`, async () => {
      setup = await SetupUnderTest.open(({ element }) => {
        element.words = words;
        element.style.cssText = 'display: block; inline-size: 360px';
      });
      const pages = setup.element.shadowRoot!.querySelector('[part=pages]')!;
      expect(pages.scrollWidth, 'they do not fit').to.be.greaterThan(pages.clientWidth + 100);
      for (const page of ['profiles', 'presence-configurations'] as const) {
        await setup.turnTo(page);
        const [row, current] = [pages, pages.querySelector('[aria-current]')!].map((one) =>
          one.getBoundingClientRect(),
        );
        expect(current!.left, page).to.be.at.least(row!.left);
        expect(current!.right, page).to.be.at.most(row!.right);
      }
    });

  it('has room for long words', async () => {
    setup = await SetupUnderTest.open(({ element }) => (element.words = setupDe));
    await until('it is loaded', () => inside('dl div').length > 0);
    const counts = [...setup.find('omni-setup-overview')!.shadowRoot!.querySelectorAll('dl div')];
    expect(
      counts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(text),
    ).to.deep.equal([]);
  });
});

describe('the audit log', () => {
  it('names what a change refers to, also while no list of it was ever loaded', async () => {
    const setup = await SetupUnderTest.open();
    const kept = setup.backend.records.kept;
    const { audit } = setup.backend;
    const note = (resource: string, pointer: string, from: unknown, to: unknown) =>
      audit.note({
        by: 'Ada Brandt',
        action: 'changed',
        resource,
        record: { id: 'refunds', name: 'Refunds' },
        changes: [{ pointer, from, to }],
      });
    note('queues', '/memberIds', ['amina'], ['amina', 'chen']);
    note('users', '/profileId', 'rep', 'gone');
    note('presence-configurations', '/statusOnDeclineId', null, Object.keys(kept['presence-statuses']!)[0]);
    setup.button('Audit log').click();
    await until('it is there', () => setup.find('omni-audit-history')?.entries.length === 3);
    const changes = setup
      .find('omni-audit-history')!
      .entries.map(({ changes: [change] }) => [change?.from, change?.to]);
    const [status] = Object.values(kept['presence-statuses']!) as { name: string }[];
    expect(changes).to.deep.equal([
      ['Blank', status!.name],
      ['Service rep', 'gone'],
      ['Amina Diallo', 'Amina Diallo, Chen Wei'],
    ]);
    setup.close();
  });

  it('can be limited by name, kind and action, and its columns stand below one another', async () => {
    const setup = await SetupUnderTest.open();
    setup.backend.configurations.changeElsewhere('billing', {
      capacity: 7,
      name: 'A name that is rather long',
    });
    setup.backend.configurations.changeElsewhere('night', { capacity: 3 });
    setup.button('Audit log').click();
    const log = () => setup.find('omni-audit-history')!;
    await until('it is there', () => setup.find('omni-audit-history')?.entries.length === 2);
    await setup.settled();
    const lefts = [...log().shadowRoot!.querySelectorAll('table')].map((table) =>
      [...table.rows[1]!.cells].map((cell) => Math.round(cell.getBoundingClientRect().left)),
    );
    expect(lefts[0]).to.deep.equal(lefts[1]);

    const search = log().shadowRoot!.querySelector<HTMLInputElement>('[type=search]')!;
    search.value = 'night';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until('only one is left', () => log().entries.length === 1);
    expect(log().entries[0]!.title).to.equal('Ada Brandt changed Night shift');
    const choose = (name: string, value: string) => {
      const select = log().shadowRoot!.querySelector<HTMLSelectElement>(`[aria-label="${name}"]`)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose('Action', 'deleted');
    await until('none is left', () => log().entries.length === 0 && setup.shows('Nothing found'));
    choose('Action', '');
    await until('it is back', () => log().entries.length === 1);
    choose('Kind of record', 'queues');
    await until('none is left', () => log().entries.length === 0 && setup.shows('Nothing found'));
    setup.close();
  });

  it('of one record has nothing to limit', async () => {
    const setup = await SetupUnderTest.open();
    await setup.open('Billing voice');
    setup.button('History').click();
    await setup.until('Nothing has been changed yet.');
    expect(setup.find('omni-audit-history')!.shadowRoot!.querySelector('[role=search]')).to.equal(null);
    setup.close();
  });
});
