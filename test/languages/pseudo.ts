import { formats } from '../../assets/locales/formats.ts';

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...Array.from('aàbƀcçdđeèfƒgĝhĥiìjĵkķlļmḿnñoòpþqɋrřsštţuùvṽwŵxẋyýzž'),
    ...Array.from('AÀBƁCÇDĐEÈFƑGĜHĤIÌJĴKĶLĻMḾNÑOÒPÞQɊRŘSŠTŢUÙVṼWŴXẊYÝZŽ'),
  ].flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1]!]] : [])),
);

/** A word with 40 % more letters, as in many another language: the letters repeat from its second on. */
function lengthened(word: string): string {
  const letters = [...word];
  const extra = Math.round(letters.length * 0.4);
  return letters.map((letter, at) => (at >= 1 && at <= extra ? letter.repeat(2) : letter)).join('');
}

/** A text that can be read and yet is in no language. A part that is accented already is left alone. */
export function pseudoText(text: string): string {
  return text.replace(/[a-z]+/gi, (word) =>
    lengthened(word).replace(/[a-z]/gi, (letter) => accents[letter]!),
  );
}

/**
 * Words in a language that does not exist: every text, and every text that a function of them returns, is longer and
 * has accents. How numbers and times are written stays as it is.
 */
export function pseudo<Words extends object>(words: Words): Words {
  return translated(words, ['locale', 'direction', ...Object.keys(formats('en'))]) as Words;
}

function translated(value: unknown, kept: readonly string[] = []): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (Array.isArray(value)) return value.map((one) => translated(one));
  if (typeof value === 'function')
    return (...about: unknown[]) => translated((value as (...about: unknown[]) => unknown)(...about));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]: [string, unknown]) => [
    key,
    // The words of the preview contain those of its panel.
    kept.includes(key) ? part : key === 'panel' ? pseudo(part as object) : translated(part),
  ]);
  return Object.fromEntries(parts) as unknown;
}
