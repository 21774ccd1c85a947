import { expect } from '@open-wc/testing';
import { en } from '../../assets/locales/en.ts';
import { english } from '../helpers/languages.ts';
import { pseudo, pseudoText } from './pseudo.ts';

const letters = (text: string) => text.normalize('NFD').replace(/[^\p{L}]/gu, '').length;

describe('the pseudo-language', () => {
  it('has accents on every letter, and 40 % more of them', () => {
    expect(pseudoText('Decline reason')).to.equal('Đèèççļļìñè řèèààšòñ');
    const words = pseudo(en);
    expect(letters(words.lostMeans) / letters(en.lostMeans)).to.be.within(1.35, 1.45);
    expect(words.lostMeans).to.not.match(/[a-z]/i);
  });

  it('is spoken by every part and by what functions return, once', () => {
    const words = pseudo(en);
    expect(words.readiness.soundSilent).to.not.match(/[a-z]/i);
    expect(words.goTo('Lunch')).to.equal(pseudoText('Go Lunch'));
    expect(words.about(words.accept, '')).to.equal(`${words.accept}: `);
    expect(pseudo(english.preview).panel.accept).to.equal(words.accept);
    expect(pseudo(english.preview).samples.chat.subject).to.not.match(/[a-z]/i);
    expect(pseudo(english.setup).fields.capacity.unit).to.equal(pseudoText('units'));
  });

  it('writes numbers and times as English does', () => {
    const words = pseudo(en);
    expect([words.locale, words.direction, words.duration(90), words.number(0.5)]).to.deep.equal([
      'en-GB',
      'ltr',
      '1:30',
      '0.5',
    ]);
  });
});
