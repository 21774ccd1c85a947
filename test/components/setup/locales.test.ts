import { expect } from '@open-wc/testing';
import { ruleTemplates } from '../../../assets/locales/setup/rules.ts';
import { setupAr } from '../../../assets/locales/setup/setup.ar.ts';
import { setupDe } from '../../../assets/locales/setup/setup.de.ts';
import { setupEn, type SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { translateRule } from '../../../components/setup/shared/say-rule.ts';
import { SetupUnderTest } from './setup-under-test.ts';
import { settingBounds } from '../../helpers/setting-bounds.ts';

/** Words that are the same in German. */
const same = [
  'direction',
  'name',
  'Name',
  'online',
  'offline',
  'chat',
  'Chat',
  'Online',
  'Offline',
  'Profile',
];

/** Every sentence about a violation in the settings of a presence configuration. */
const sentences = [...new Set(settingBounds.flatMap(({ sentence }) => sentence ?? []))];

describe('the sentences of violated rules', () => {
  for (const [name, words] of Object.entries<SetupStrings>({ de: setupDe, ar: setupAr })) {
    it(`are complete in ${name}, with the numbers of the rule`, () => {
      expect(sentences.length).to.be.greaterThan(20);
      expect(sentences.filter((sentence) => translateRule(sentence, words) === null)).to.deep.equal([]);
      expect(Object.keys(words.rules)).to.deep.equal([...ruleTemplates]);
      for (const said of Object.values(words.rules)) expect(said).to.not.match(/\{n?\}/);
    });
  }

  it('have numbers formatted for the language', () => {
    const rule = 'Capacity must be a whole number from 1 to 10,000.';
    expect(translateRule(rule, setupDe)).to.equal('Muss eine ganze Zahl von 1 bis 10.000 sein.');
    expect(translateRule('Name must have at most 80 characters.', setupAr)).to.contain('80');
  });

  it('are shown beside their field in that language, and in English marked as such', async () => {
    const setup = await SetupUnderTest.open(({ element }) => (element.words = setupDe));
    await setup.open('Trainees');
    await setup.write('/capacity', '0');
    await setup.leave('/capacity');
    expect(setup.sentence('/capacity')).to.equal('Muss eine ganze Zahl von 1 bis 10.000 sein.');
    setup.element.words = setupEn;
    await setup.settled();
    expect(setup.sentence('/capacity')).to.equal('Capacity must be a whole number from 1 to 10,000.');
    const problem = setup.field('/capacity')!.shadowRoot!.querySelector('[part=problem]')!;
    expect(problem.querySelector('[lang=en]')).to.not.equal(null);
    setup.close();
    SetupUnderTest.stop();
  });

  it('stands as it came where it is not known, and in English', () => {
    expect(translateRule('Something new must be so.', setupDe)).to.equal(null);
    expect(translateRule('Name must be text.', setupEn)).to.equal(null);
    // A name may contain any characters.
    expect(translateRule('Ann (x*) is not active.', setupDe)).to.equal(
      '\u2068Ann (x*)\u2069 ist nicht aktiv.',
    );
  });
});

describe('the words of Setup', () => {
  const plain = (words: object): [string, string][] =>
    Object.entries(words).flatMap(([key, value]): [string, string][] => {
      // In English the rules' own sentences are used.
      if (key === 'rules') return [];
      if (typeof value === 'string') return [[key, value]];
      return typeof value === 'object' && value !== null ? plain(value as object) : [];
    });

  for (const [name, words] of Object.entries({ de: setupDe, ar: setupAr }))
    it(`differ from English wherever ${name} has words of its own`, () => {
      const own = plain(words);
      const english = plain(setupEn);
      expect(own.map(([key]) => key).sort()).to.deep.equal(english.map(([key]) => key).sort());
      const untranslated = english.filter(
        ([key, value]) =>
          !same.includes(key) && !same.includes(value) && own.some(([k, v]) => k === key && v === value),
      );
      expect(untranslated).to.deep.equal([]);
    });

  for (const [name, words] of Object.entries<SetupStrings>({ en: setupEn, de: setupDe, ar: setupAr }))
    it(`have plural forms in ${name}`, () => {
      for (const count of [1, 2, 3, 11, 100]) {
        const said = [
          words.members(count, count),
          words.destinations(count, count, count),
          words.unsavedChanges(count),
          words.savingMoves(count),
          words.movedCount(count),
          words.leaveWhat(count),
          words.problems(count, 'x'),
        ];
        for (const sentence of said) expect(sentence).to.not.contain('undefined');
      }
      expect(words.unsavedChanges(1)).to.not.equal(words.unsavedChanges(2));
      expect(words.members(0, 0)).to.not.match(/\d/);
    });
});
