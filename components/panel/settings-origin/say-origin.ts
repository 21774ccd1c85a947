import type { OriginWords } from '../../../assets/locales/origin.en.ts';
import type {
  EffectiveLine,
  Origin,
} from '../../../src/domain/configuration/explaining/explain-effective.ts';
import { isolated } from '../../shared/join-with-dots.ts';

/** An effective value and its origin, as text. */
export interface LineText {
  readonly value: string;
  readonly origin: string;
}

/** The text for a line of the effective configuration. */
export function lineText(line: EffectiveLine, words: OriginWords): LineText {
  return { value: valueOf(line, words), origin: originText(line.origin, words) };
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

/** The text for a value's origin. */
export function originText(origin: Origin, words: OriginWords): string {
  return origin.from === 'default' ? words.default : words[origin.from](isolated(origin.name));
}
