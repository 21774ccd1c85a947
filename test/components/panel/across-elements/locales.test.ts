import { expect } from '@open-wc/testing';
import { ar } from '../../../../assets/locales/ar.ts';
import { de } from '../../../../assets/locales/de.ts';
import { en } from '../../../../assets/locales/en.ts';
import { es } from '../../../../assets/locales/es.ts';
import { formats } from '../../../../assets/locales/formats.ts';
import { ja } from '../../../../assets/locales/ja.ts';
import { counter } from '../../../../assets/locales/plural.ts';

const locales = { en, de, es, ja, ar };
const at = new Date(2026, 10, 20, 14, 2, 31).getTime();

describe('the words', () => {
  for (const [name, words] of Object.entries(locales))
    it(`have plural forms in ${name} for every number`, () => {
      for (const count of [1, 2, 3, 11, 100]) {
        expect(words.secondsToAnswer(count)).to.not.contain('undefined');
        expect(words.more(count)).to.match(/^\+ /);
      }
      expect(words.secondsToAnswer(1)).to.not.equal(words.secondsToAnswer(2));
    });

  it('have the plural forms of Spanish, also for millions', () => {
    const said = [0, 1, 2, 1_000_000].map((count) => es.announceMoreRequests(count));
    expect(said).to.deep.equal([
      'Y 0 solicitudes más.',
      'Y 1 solicitud más.',
      'Y 2 solicitudes más.',
      'Y 1000000 de solicitudes más.',
    ]);
    expect(counter('ja')(1, { one: 'never', other: '件' })).to.equal('1 件');
  });

  it('write the hour of one with its own article in Spanish', () => {
    const since = [1, 11, 21, 14].map((hour) => es.since(es.time(new Date(2026, 10, 20, hour, 5).getTime())));
    expect(since).to.deep.equal(['desde la 01:05', 'desde las 11:05', 'desde las 21:05', 'desde las 14:05']);
  });

  it('write names in a row with the comma of the language', () => {
    expect([es, ja].map((words) => words.list(['Voz', 'Chat']))).to.deep.equal(['Voz, Chat', 'Voz、Chat']);
  });

  it('write times as the locale does, in the same digits everywhere', () => {
    expect(en.time(at)).to.equal('14:02');
    expect(en.exactTime(at)).to.equal('14:02:31');
    expect(formats('en-US').time(at)).to.match(/02:02\sPM/);
    expect(ar.time(at)).to.match(/[0-9]/);
    expect([es.time(at), ja.exactTime(at), ja.dayTime(at)]).to.deep.equal([
      '14:02',
      '14:02:31',
      '11月20日 14:02',
    ]);
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
    expect(Object.values(locales).map(({ direction }) => direction)).to.deep.equal([
      'ltr',
      'ltr',
      'ltr',
      'ltr',
      'rtl',
    ]);
  });
});
