import type { SoundFormat } from '../../src/domain/configuration/effective-configuration.ts';
import type { SoundFileFault } from '../../src/domain/alerts/sound-file.ts';
import { damagedFiles } from './damaged.ts';
import { encodings, tone44 } from './encodings.ts';
import { honestFiles } from './honest.ts';
import { lyingFiles } from './lying.ts';
import { otherFiles } from './others.ts';
import type { Bytes } from './surgery.ts';
import { tone } from './tools.ts';

/** A file of the table: how to make it, and the expected verdict. */
export interface Recipe {
  readonly file: string;
  /** What it is, for the table in the documentation. */
  readonly what: string;
  /** The expected verdict. */
  readonly expected: SoundFormat | SoundFileFault;
  readonly make: () => Bytes;
}

/** Each encoding just below the limit including encoder padding, just above it, and well above it. */
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
