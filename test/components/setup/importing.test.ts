import { expect } from '@open-wc/testing';
import { PlanTexts } from '../../../components/setup/setup-import/plan-words.ts';
import type { OmniSetupImport } from '../../../components/setup/setup-import/setup-import.ts';
import { setupDe } from '../../../assets/locales/setup/setup.de.ts';
import { somePlan } from '../../fake-backend/setup/some-plan.ts';
import { translations } from '../../helpers/languages.ts';
import { everything, press, text } from '../../helpers/mount.ts';
import { until } from '../../helpers/until.ts';
import { SetupUnderTest } from './setup-under-test.ts';

describe('import and export', () => {
  let setup: SetupUnderTest;
  const page = (): OmniSetupImport => setup.find('omni-setup-import')!;
  const root = () => page().shadowRoot!;
  const said = () => text(page());

  beforeEach(async () => {
    setup = await SetupUnderTest.open();
    await setup.turnTo('import');
    await until('the page is here', () => setup.find('omni-setup-import') !== undefined);
    await setup.settled();
  });
  afterEach(() => setup.close());

  /** Chooses files, each with a path in a folder. */
  async function choose(...paths: string[]): Promise<void> {
    const input = root().querySelector<HTMLInputElement>('#folder')!;
    const files = paths.map((path) => {
      const file = new File(['<x/>'], path.split('/').at(-1)!);
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      return file;
    });
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    await after(() => void input.dispatchEvent(new Event('change')));
  }
  /** What an action leads to, once it is over. */
  async function after(act: () => void): Promise<void> {
    const before = page().view;
    act();
    await until('it is over', () => page().view !== before && page().view?.doing === null);
    await page().updateComplete;
    await setup.settled();
  }
  const queue = 'org/force-app/A.queue-meta.xml';
  const tabs = () => [...root().querySelectorAll<HTMLElement>('[role=tab]')];
  const turn = async (name: string) => {
    tabs()
      .find((tab) => text(tab).startsWith(name))!
      .click();
    await page().updateComplete;
    // What is folded has no text.
    for (const details of root().querySelectorAll('details')) details.open = true;
  };
  const select = (sentence: string, label: string) => {
    const remark = everything(root()).find(
      (one) => one.classList.contains('remark') && text(one).includes(sentence),
    )!;
    const menu = remark.querySelector('select')!;
    menu.value = [...menu.options].find((option) => text(option) === label)!.value;
    menu.dispatchEvent(new Event('change'));
  };
  const fix = (sentence: string, label: string) => after(() => select(sentence, label));
  const button = (name: string) => [...root().querySelectorAll('button')].find((one) => text(one) === name)!;
  const click = (name: string) => after(() => button(name).click());

  it('only what is metadata is sent, with its path', async () => {
    await choose(queue, 'org/readme.md', 'org/.git/A.queue', 'org/users.csv');
    expect(setup.backend.imports.uploaded).to.deep.equal([queue, 'org/users.csv']);
    expect(said()).to.contain('5 files read, 2 ignored, 1 not read. 2 parts have no place here.');
    await click('Start over');
    await choose('org/readme.md');
    expect(said()).to.contain('There is no metadata of Omni-Channel among these files.');
    expect(setup.backend.imports.uploaded).to.have.length(2);
  });

  it('the plan is shown in tabs with counts, and text from files is never markup', async () => {
    await choose(queue);
    expect(tabs().map(text)).to.deep.equal([
      'Needs a choice 1',
      'New 2',
      'Changed 1',
      'Not mapped 1',
      'Only here 2',
    ]);
    expect(said()).to.contain('ACW duration line 5 Choose…');
    await turn('New');
    expect(said()).to.contain('<img src=x onerror=alert(1)>');
    expect(root().querySelector('img')).to.equal(null);
    await turn('Changed');
    expect(text(root().querySelector('table')!)).to.equal('Field Here After the import Capacity line 21 5 8');
    expect(said()).to.contain('Who moves 1');
    await turn('Only here');
    expect(said()).to.contain('Lunch Decline reason');
  });

  it('nothing can be applied before every choice is made; then it can be undone', async () => {
    await choose(queue);
    expect(said()).to.contain('1 choice is open');
    button('Apply the import').click();
    await setup.settled();
    expect(setup.backend.imports.applied).to.deep.equal([]);
    await fix('ACW duration must be', 'Use 30');
    expect(said()).not.to.contain('choice is open');
    await turn('New');
    await fix('The profile Support Rep is not here', 'Service rep');
    expect(said()).to.contain('Who moves 2');
    await click('Apply the import');
    expect(Object.values(setup.backend.imports.applied[0]!.fixes)).to.deep.equal([
      { fix: 'nearest' },
      { fix: 'choose', value: 'reps' },
    ]);
    expect(said()).to.contain('Done: 4 records written, 2 assignments moved.');
    await click('Undo this import');
    expect(setup.backend.imports.undone).to.equal(1);
    expect(said()).to.contain('Undone: 4 records put back.');
  });

  it('another value can be entered, and a record can be left out', async () => {
    await choose(queue);
    select('ACW duration must be', 'Enter a value');
    await page().updateComplete;
    const form = root().querySelector<HTMLFormElement>('form.entry')!;
    form.querySelector('input')!.value = '45';
    await after(() => form.requestSubmit());
    await turn('New');
    expect(text(root().querySelector('[data-key="ServiceChannel/Web_Messaging"]')!)).to.contain(
      'ACW duration line 5 45',
    );
    await after(() =>
      root()
        .querySelector<HTMLElement>('[data-key="ServiceChannel/Web_Messaging"] .inside > button')!
        .click(),
    );
    expect(tabs().map(text)).to.include('Left out 1');
    await turn('Left out');
    await click('Import it after all');
    expect(tabs().map(text)).not.to.include('Left out 1');
  });

  it('a plan that is out of date is made again', async () => {
    await choose(queue);
    await fix('ACW duration must be', 'Use 30');
    setup.backend.imports.isStale = true;
    await click('Apply the import');
    expect(said()).to.contain('Setup has changed since the plan was made: Lunch (Root).');
    await click('Make the plan again');
    expect(said()).not.to.contain('Setup has changed');
    await click('Apply the import');
    expect(said()).to.contain('Done: 4 records written');
  });

  it('its tabs are turned with the arrow keys', async () => {
    await choose(queue);
    tabs()[0]!.focus();
    await press('ArrowRight');
    await setup.settled();
    expect(root().activeElement).to.equal(tabs()[1]);
    expect(tabs()[1]!.getAttribute('aria-selected')).to.equal('true');
    await press('End');
    await setup.settled();
    expect(root().activeElement).to.equal(tabs().at(-1));
  });

  it('speaks the language of Setup, the sentences about the files too', async () => {
    setup.element.words = setupDe;
    await until('the words are here', () => page().own.apply === 'Import anwenden');
    await choose(queue);
    expect(said()).to.contain('Hier steht ein DOCTYPE, den Metadaten nie haben');
    expect(said()).to.contain('Dauer der Nachbearbeitung: Muss');
    await turn('Neu');
    expect(said()).to.contain('Das Profil Support Rep gibt es hier nicht');
  });

  it('numbers in its sentences are written as the language writes them', () => {
    const plan = somePlan();
    const texts = new PlanTexts(plan, setupDe, translations.de!.import);
    const remark = { ...plan.remarks[0]!, code: 'tooManyFiles' as const, params: { max: 10_000 } };
    expect(texts.sentence(remark).text).to.equal('Es sind mehr als 10.000 Dateien.');
  });

  for (const [language, { setup: words, import: own }] of Object.entries(translations))
    it(`has its words in ${language}`, async () => {
      setup.element.words = words;
      await until('the words are here', () => page().own.apply === own.apply);
      await choose(queue);
      expect(said()).to.contain(own.readFrom(5, 2, 1));
      expect(said()).to.contain(own.remarks!.doctype);
    });
});
