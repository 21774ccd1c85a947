import { ruleTemplates } from '../../../assets/locales/setup/rules.ts';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { isolated } from '../../panel/settings-origin/say-origin.ts';

/** A pattern for each kind of sentence; created on first use. */
let known: readonly (readonly [(typeof ruleTemplates)[number], RegExp])[] | undefined;

/**
 * The sentence about a violated rule in the user's language; `null` if it is not translated and stays as it is. Rules
 * and their English sentences are written once, in the domain; a translation is found by matching the sentence.
 */
export function translateRule(sentence: string, words: SetupStrings): string | null {
  known ??= ruleTemplates.map((template) => [template, patternOf(template)] as const);
  for (const [template, pattern] of known) {
    const match = pattern.exec(sentence);
    const translated = match && words.rules[template];
    if (translated)
      return translated.replace(/\{(\d|name)\}/g, (_, place: string) =>
        place === 'name'
          ? isolated(match.groups?.name ?? '')
          : words.number(Number((match[Number(place)] ?? '').replaceAll(',', ''))),
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
