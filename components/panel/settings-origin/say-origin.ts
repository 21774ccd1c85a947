import type { OriginWords } from '../../../assets/locales/origin.en.ts';
import type { EffectiveLine, Origin } from '../../../src/domain/configuration/explain-effective.ts';

/** A value that holds, and where it comes from, in words. */
export interface SaidLine {
  readonly value: string;
  readonly origin: string;
}

/** What holds by one line, and why. */
export function sayLine(line: EffectiveLine, words: OriginWords): SaidLine {
  return { value: valueOf(line, words), origin: sayOrigin(line.origin, words) };
}

function valueOf(line: EffectiveLine, words: OriginWords): string {
  switch (line.about) {
    case 'sound':
      return words.sounds[line.sound];
    case 'soundLength':
      return words.length(line.seconds);
    case 'answering':
      return words.answering[line.answering];
    case 'acw': {
      if (!line.acw) return words.acwNone;
      const { durationSeconds, extension } = line.acw;
      return extension
        ? words.acwExtended(durationSeconds, extension.seconds, extension.max)
        : words.acwOf(durationSeconds);
    }
    case 'alarm':
      return line.isOn ? words.on : words.off;
  }
}

/** Where a value comes from. */
export function sayOrigin(origin: Origin, words: OriginWords): string {
  return origin.from === 'default' ? words.default : words[origin.from](isolated(origin.name));
}

/** A name of another script keeps to itself within a sentence. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
