import { ruleTemplates } from '../../../assets/locales/rules.ts';
import type { SetupStrings } from '../../../assets/locales/setup.en.ts';
import { isolated } from '../../panel/settings-origin/say-origin.ts';

/** Each kind of sentence, as it is recognised; made when the first one is said. */
let known: readonly (readonly [(typeof ruleTemplates)[number], RegExp])[] | undefined;

/**
 * A violated rule in the person's language; `null`: it is not known there, and stands as it came. Rules and their English
 * are written once, in the domain: what they say is found again by how it says it.
 */
export function sayRule(sentence: string, words: SetupStrings): string | null {
  known ??= ruleTemplates.map((template) => [template, patternOf(template)] as const);
  for (const [template, pattern] of known) {
    const said = pattern.exec(sentence);
    const translated = said && words.rules[template];
    if (translated)
      return translated.replace(/\{(\d|name)\}/g, (_, place: string) =>
        place === 'name'
          ? isolated(said.groups?.name ?? '')
          : words.number(Number((said[Number(place)] ?? '').replaceAll(',', ''))),
      );
  }
  return null;
}

function patternOf(template: string): RegExp {
  const literal = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${literal.replaceAll('{n}', '([\\d,]+)').replaceAll('{name}', '(?<name>.+)').replaceAll('{}', '.+')}$`,
    'u',
  );
}
