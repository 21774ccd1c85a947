import type { SoundFormat } from '../../src/domain/configuration/effective-configuration.ts';
import type { SoundFileFault } from '../../src/domain/alerts/sound-file.ts';
import type { Bytes } from './surgery.ts';

/** One file of the table: how it is made, and what has to be found. */
export interface Recipe {
  readonly file: string;
  /** What it is, for the table in the documentation. */
  readonly what: string;
  /** What it has to be taken for. */
  readonly expected: SoundFormat | SoundFileFault;
  readonly make: () => Bytes;
}
