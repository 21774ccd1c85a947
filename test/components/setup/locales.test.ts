import { expect } from '@open-wc/testing';
import { setupAr } from '../../../assets/locales/setup.ar.ts';
import { setupDe } from '../../../assets/locales/setup.de.ts';
import { setupEn, type SetupStrings } from '../../../assets/locales/setup.en.ts';

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

describe('the words of Setup', () => {
  const plain = (words: object): [string, string][] =>
    Object.entries(words).flatMap(([key, value]): [string, string][] => {
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
    it(`count in ${name}: each number has its form`, () => {
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
