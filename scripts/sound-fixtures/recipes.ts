import { damagedFiles } from './damaged.ts';
import { encodings, tone44 } from './encodings.ts';
import { honestFiles } from './honest.ts';
import { lyingFiles } from './lying.ts';
import { otherFiles } from './others.ts';
import type { Recipe } from './recipe.ts';
import { tone } from './tools.ts';

/** Each encoding just below the limit, with what encoders add, just above it, and well above it. */
function atTheLimit(): Recipe[] {
  return encodings.flatMap(({ name, ending, format, rate, args }) =>
    [30.05, 30.3, 45].map((seconds): Recipe => ({
      file: `${name}-${seconds}s.${ending}`,
      what: `${name}, ${seconds} s`,
      expected: seconds < 30.1 ? format : 'tooLong',
      make: () => tone(`a.${ending}`, seconds, { rate, args }),
    })),
  );
}

/** Each encoding in its usual form: 44,100 Hz, two channels. */
function usual(): Recipe[] {
  return encodings.map(({ name, ending, format, usual: args }) => ({
    file: `${name}-usual.${ending}`,
    what: `${name}, 1.5 s in stereo at 44,100 or 48,000`,
    expected: format,
    make: () => tone44(ending, args),
  }));
}

export const recipes: readonly Recipe[] = [
  ...usual(),
  ...atTheLimit(),
  ...honestFiles,
  ...lyingFiles,
  ...damagedFiles,
  ...otherFiles,
];
