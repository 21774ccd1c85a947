import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import { isolated } from '../../shared/join-with-dots.ts';

/**
 * The sentence about a violated rule in the user's language, with its numbers and names; `null` if it is not translated
 * and stays in English.
 */
export function translateRule(
  { rule, params }: Pick<Violation, 'rule' | 'params'>,
  words: SetupStrings,
): string | null {
  const sentences: Readonly<Record<string, string>> = words.rules ?? {};
  const sentence = Object.hasOwn(sentences, rule) ? sentences[rule] : undefined;
  if (sentence === undefined) return null;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? words.number(value) : isolated(value);
  });
}
