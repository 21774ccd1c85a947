import { expect } from '@open-wc/testing';
import { ar } from '../../assets/locales/ar.ts';
import { de } from '../../assets/locales/de.ts';
import { en } from '../../assets/locales/en.ts';
import { es } from '../../assets/locales/es.ts';
import { ja } from '../../assets/locales/ja.ts';
import { previewAr } from '../../assets/locales/setup/ar/preview.ts';
import { previewDe } from '../../assets/locales/setup/de/preview.ts';
import { previewEn } from '../../assets/locales/setup/preview.en.ts';
import { setupAr } from '../../assets/locales/setup/setup.ar.ts';
import { setupDe } from '../../assets/locales/setup/setup.de.ts';
import { setupEn } from '../../assets/locales/setup/setup.en.ts';
import { setupEs } from '../../assets/locales/setup/setup.es.ts';
import { setupJa } from '../../assets/locales/setup/setup.ja.ts';

/** Those that take a list. */
const takesList = ['list', 'sentence'];

/** Stands for any parameter, a number or a text. */
const any = Object.assign(Object('2') as object, { toFixed: () => '2' });

/** Every sentence, with the same in place of each parameter. */
function sentences(words: object): string[] {
  return Object.entries(words).flatMap(([key, value]): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function')
      return takesList.includes(key)
        ? []
        : sentences({ said: (value as (...of: object[]) => unknown)(any, any, any, any) });
    return typeof value === 'object' && value !== null ? sentences(value as object) : [];
  });
}

/** What people who read it stumbled over: unclear, untrue, or translated word by word. */
const stumbled = {
  en: /set by (an administrator|the server)|goes to another rep|^blank:|keeps? (its|their) terms|counts on\.|where to\.?$|missed lately|declines? asks? for none|assigned nowhere|nothing holds|this is a text|is kept$|sent once|set not to disturb|on the way blocks|whom it moved|as may at once|make a new one|what there is/i,
  de: /^deren\b|^meins$|freiwillig|dazugebeten|flugschreiber|hier gehen nur|spitzname|seriendruck|wie zugleich dürfen|der server nannte|was der server sendete|schlief von|wurden offline gesetzt|nimmt keine arbeit|sichern|gesichert|weitergeben|weitergegeben|auftreten/i,
  ar: /قيمتهم|سمّى الخادم|ممثل|التعريفي|إنهاء العمل|وقت الإنهاء|لم يمكن (فكه|جلبه)|صوتك الخاص|ما تكون الحالة متصلة له/,
};

describe('the words of the panel and of Setup', () => {
  const all = {
    en: [en, setupEn, previewEn],
    de: [de, setupDe, previewDe],
    ar: [ar, setupAr, previewAr],
  };
  for (const language of ['en', 'de', 'ar'] as const)
    it(`say in ${language} what a person would say`, () => {
      const said = all[language].flatMap(sentences);
      expect(said.length).to.be.greaterThan(400);
      expect(said.filter((sentence) => stumbled[language].test(sentence))).to.deep.equal([]);
    });

  it('have the same word for the same thing in the panel and in Setup', () => {
    for (const [panel, setup] of [
      [de, setupDe],
      [es, setupEs],
      [ja, setupJa],
      [ar, setupAr],
    ] as const) {
      expect(sentences(setup).join()).to.contain(panel.wrappingUp);
      expect(setup.pages.profiles.title).to.equal(panel.destinationKinds.profile);
      expect(setup.pages.queues.title).to.equal(panel.destinationKinds.queue);
      expect(setup.pages.flows.title).to.equal(panel.destinationKinds.flow);
      expect(setup.values.busy).to.equal(panel.kinds.busy);
    }
    expect(setupDe.transferTo.voice.toLowerCase()).to.contain(de.transfer.toLowerCase());
  });

  it('name the transfer’s button after what it does', () => {
    expect([en, de, ar].map(({ transfer }) => transfer)).to.deep.equal(['Transfer', 'Weiterleiten', 'تحويل']);
  });
});
