import { expect } from '@open-wc/testing';
import { setupAr } from '../../../assets/locales/setup/setup.ar.ts';
import { setupDe } from '../../../assets/locales/setup/setup.de.ts';
import { setupEn } from '../../../assets/locales/setup/setup.en.ts';
import { translateRule } from '../../../components/setup/shared/say-rule.ts';
import { checkPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration-references.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import * as rules from '../../../src/domain/rules.ts';
import { english, translations } from '../../helpers/languages.ts';
import { existing, settingBounds } from '../../helpers/setting-bounds.ts';
import { SetupUnderTest } from './setup-under-test.ts';

/** Every violation in the settings of a presence configuration. */
const violations = settingBounds.flatMap(({ setting, base, value }) => {
  const checked = checkPresenceConfiguration(
    { ...defaultPresenceConfiguration, ...base, [setting]: value },
    {
      statusIds: new Set([existing.statusId]),
      declineReasonIds: new Set(existing.declineReasonIds),
      sounds: new Set([existing.sound]),
      profileIds: new Set([existing.profileId]),
      queueIds: new Set([existing.queueId]),
      flowIds: new Set(),
      takenDeveloperNames: [existing.developerName],
      somePushTimeout: true,
    },
  );
  return checked.ok ? [] : checked.violations;
});

/** A violation of every rule. */
const catalogue = Object.values(rules).map((rule) =>
  (rule as (...about: unknown[]) => rules.BrokenRule)('x', 1, 2),
);

describe('the sentences of violated rules', () => {
  for (const [name, language] of Object.entries(translations)) {
    const words = language.setup;
    it(`are complete in ${name}, with the numbers of the rule`, () => {
      const sentences = new Set(settingBounds.flatMap(({ sentence }) => sentence ?? []));
      const details = new Set(violations.map(({ detail }) => detail));
      expect(sentences.size).to.be.greaterThan(20);
      expect([...sentences].filter((sentence) => !details.has(sentence))).to.deep.equal([]);
      expect(violations.filter((violation) => translateRule(violation, words) === null)).to.deep.equal([]);
    });

    it(`have in ${name} no placeholders but the parameters of their rules`, () => {
      for (const [rule, sentence] of Object.entries(words.rules ?? {})) {
        const broken = catalogue.find((one) => one.rule === rule);
        const placeholders = [...sentence.matchAll(/\{(\w*)\}/g)].map(([, key]) => key);
        expect(Object.keys(broken?.params ?? {}), rule).to.include.members(placeholders);
      }
    });
  }

  it('have numbers formatted for the language', () => {
    const bounds = rules.wholeNumber('Capacity', 1, 10_000);
    expect(translateRule(bounds, setupDe)).to.equal('Muss eine ganze Zahl von 1 bis 10.000 sein.');
    expect(translateRule(rules.maxLength('Name', 80), setupAr)).to.contain('80');
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

  it('stay in English for an unknown code, and if the language is English', () => {
    for (const rule of ['somethingNew', 'toString'])
      expect(translateRule({ rule, params: {} }, setupDe)).to.equal(null);
    expect(translateRule(rules.text('Name'), setupEn)).to.equal(null);
    // A name may contain any characters.
    expect(translateRule(rules.userActive('Ann (x*) {$&}'), setupDe)).to.equal(
      '\u2068Ann (x*) {$&}\u2069 ist nicht aktiv.',
    );
  });
});

describe('the words of Setup', () => {
  for (const [name, { setup: words }] of Object.entries({ en: english, ...translations }))
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
