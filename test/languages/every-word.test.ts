import { expect } from '@open-wc/testing';
import { formats } from '../../assets/locales/formats.ts';
import { fileRemarks } from '../../src/domain/import/file-remarks.ts';
import { planRemarks } from '../../src/domain/import/plan-remarks.ts';
import { english, translations } from '../helpers/languages.ts';

type Word = string | ((...about: never[]) => string);

/** Every word by its place: `readiness.outputMissing`. How a locale writes numbers and times is not among them. */
function wordsOf(words: object, within = ''): Map<string, Word> {
  const all = new Map<string, Word>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    if (within === '' && (key in formats('en') || key === 'direction')) continue;
    if (typeof value === 'string' || typeof value === 'function') all.set(within + key, value as Word);
    else if (typeof value === 'object' && value !== null)
      for (const [place, word] of wordsOf(value, `${within}${key}.`)) all.set(place, word);
  }
  return all;
}

/** Words of which Setup has none in English: the sentences of rules are those of the rules themselves. */
const isRule = (place: string) => place.startsWith('rules.');

/** These look something up by what they are given, take a list, or write a number as their language does. */
const byValue = ['alert.sentence', 'alert.shown', 'alert.onlyDelivered', 'length'];

/** What a word says of four large numbers, or of names that consist of digits: it must work with either. */
const said = (word: Word): string =>
  typeof word === 'string' ? word : word(...(['7000', '8000', '9000', '6000'] as never[]));
const digits = (text: string) => ['7', '8', '9', '6'].filter((digit) => text.includes(digit));

/** What a sentence says of its parameters: `{name}` for each, as translations have it. */
const named = new Proxy<Record<string, string>>({}, { get: (_, name) => `{${String(name)}}` });
const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** The remarks of an import in English, which are those of the domain. */
const remarks = Object.fromEntries(
  Object.entries<(params: typeof named) => string>({ ...fileRemarks, ...planRemarks }).map(
    ([code, sentence]) => [code, sentence(named)],
  ),
);
const sources = { ...english, import: { ...english.import, remarks } };

for (const [language, words] of Object.entries(translations))
  for (const part of ['panel', 'setup', 'preview', 'import'] as const)
    describe(`the words of the ${part} in ${language}`, () => {
      // The preview's own words: those of its panel are checked with the panel.
      const own = (all: object) => wordsOf(part === 'preview' ? { ...all, panel: {} } : all);
      const translated = own(words[part]);
      const source = own(sources[part]);

      it('are those of English, each a text or each made of the same', () => {
        const places = [...translated.keys()].filter((place) => !isRule(place));
        expect(places.sort()).to.deep.equal([...source.keys()].sort());
        for (const [place, word] of source) expect(typeof translated.get(place), place).to.equal(typeof word);
      });

      it('are never empty, and have no spaces around them that English has not', () => {
        for (const [place, word] of translated) {
          if (typeof word !== 'string') continue;
          expect(word, place).to.not.equal('');
          expect(word.trim(), place).to.equal(word);
        }
      });

      it('say every name and number that English says', () => {
        for (const [place, word] of source) {
          if (byValue.includes(place)) continue;
          const inTranslation = said(translated.get(place)!);
          expect(digits(inTranslation), place).to.include.members(digits(said(word)));
          expect(parameters(inTranslation), place).to.deep.equal(parameters(said(word)));
        }
      });

      it('are not English', () => {
        // Terms that the language has taken over, names, and letters that are no words.
        const kept =
          /^(?:Status|Name|Format|Alias|Chat|Plan|Online|Offline|Profile|optional|Omni-Channel|Import|Export|JSON|CSV|Business|Ines Carvalho|Jonas Lindqvist|Amara Okafor|Priya Nair|[\d.\s×+]*(?:s|min|h)?)$/;
        const same = [...source].filter(
          ([place, word]) => typeof word === 'string' && word === translated.get(place) && !kept.test(word),
        );
        expect(same.map(([place]) => place)).to.deep.equal([]);
      });
    });
