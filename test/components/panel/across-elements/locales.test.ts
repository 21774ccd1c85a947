import { expect } from '@open-wc/testing';
import { ar } from '../../../../assets/locales/ar.ts';
import { de } from '../../../../assets/locales/de.ts';
import { en, type Strings } from '../../../../assets/locales/en.ts';
import { formats } from '../../../../assets/locales/formats.ts';

const locales: Record<string, Strings> = { en, de, ar };
const at = new Date(2026, 10, 20, 14, 2, 31).getTime();

describe('the words', () => {
  it('differ from English wherever a language has its own words', () => {
    const same = (words: Strings) =>
      Object.entries(words).filter(
        ([key, value]) => typeof value === 'string' && value === en[key as 'accept'],
      );
    expect(same(ar).map(([key]) => key)).to.deep.equal([]);
    expect(same(de).map(([key]) => key)).to.deep.equal(['separator', 'direction', 'status']);
  });

  for (const [name, words] of Object.entries(locales))
    it(`have plural forms in ${name} for every number`, () => {
      for (const count of [1, 2, 3, 11, 100]) {
        expect(words.secondsToAnswer(count)).to.not.contain('undefined');
        expect(words.more(count)).to.match(/^\+ /);
      }
      expect(words.secondsToAnswer(1)).to.not.equal(words.secondsToAnswer(2));
    });

  it('write times as the locale does, in the same digits everywhere', () => {
    expect(en.time(at)).to.equal('14:02');
    expect(en.exactTime(at)).to.equal('14:02:31');
    expect(formats('en-US').time(at)).to.match(/02:02\sPM/);
    expect(ar.time(at)).to.match(/[0-9]/);
  });

  it('write lengths of time as a stopwatch does', () => {
    expect([0, 59, 60, 3599, 3600, 45_296].map((seconds) => en.duration(seconds))).to.deep.equal([
      '0:00',
      '0:59',
      '1:00',
      '59:59',
      '1:00:00',
      '12:34:56',
    ]);
  });

  it('write numbers with two decimals at most', () => {
    expect(en.number(0.1 + 0.2)).to.equal('0.3');
    expect(de.number(10_000.256)).to.equal('10.000,26');
  });

  it('are right-to-left in Arabic only', () => {
    expect([en, de, ar].map(({ direction }) => direction)).to.deep.equal(['ltr', 'ltr', 'rtl']);
  });
});
