import { createContext } from '@lit/context';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { Fields } from '../../../src/domain/pointers.ts';
import type { SoundRecord, UsedBy, UserRow } from '../../../src/domain/setup/setup-api.ts';
import type { Violation } from '../../../src/domain/violations.ts';

/** A record that a field may refer to. */
export type Choice = Fields & { readonly id: string; readonly name: string };

/** The custom sounds, and the state of playing and uploading them. */
export interface SoundsView {
  readonly sounds: readonly SoundRecord[];
  /** The SHA-256 of the playing sound, or `default`. */
  readonly playing: string | null;
  readonly upload: 'idle' | 'checking' | 'uploading';
  /** Why a file was rejected, or a sound could not be played or deleted. */
  readonly problem: string | null;
  /** Whether the same may be tried again. */
  readonly canRetry: boolean;
  readonly usedBy: UsedBy;
}

/** Users, possibly too many to load them all. */
interface DirectoryView {
  /** The users found so far. */
  readonly users: readonly UserRow[];
  /** The number of matches; `null` if unknown. */
  readonly total: number | null;
  /** The cursor of the next page; `null` if all are here. */
  readonly next: string | null;
  /** Why they could not be found; `null` if they were. */
  readonly problem: string | null;
  /** All users seen so far, by id. */
  readonly known: ReadonlyMap<string, UserRow>;
}

/** The reps whose nickname or alias is blank, if the alias merges it. */
interface NamelessView {
  readonly field: 'nickname' | 'alias' | null;
  /** Those to whom the open configuration would apply; `null` while they are being loaded. */
  readonly reps: readonly UserRow[] | null;
  readonly problem: string | null;
}

/** The open record, as its fields need it. */
export interface FormState {
  readonly draft: Fields;
  /** The problems to show. */
  readonly problems: readonly Violation[];
  /** Whether a field applies, given the others. */
  readonly applies: (pointer: string) => boolean;
  /** The records that fields may refer to, by resource. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly sounds: SoundsView;
  readonly directory: DirectoryView;
  readonly nameless: NamelessView;
}

export const noSounds: SoundsView = {
  sounds: [],
  playing: null,
  upload: 'idle',
  problem: null,
  canRetry: false,
  usedBy: [],
};
const nobodyFound: DirectoryView = { users: [], total: null, next: null, problem: null, known: new Map() };
export const emptyForm: FormState = {
  draft: {},
  problems: [],
  applies: () => true,
  choices: {},
  sounds: noSounds,
  directory: nobodyFound,
  nameless: { field: null, reps: null, problem: null },
};

/** The texts of Setup in the administrator's language. */
export const setupWordsContext = createContext<SetupStrings>(Symbol('omni-setup-words'));
/** The open record. */
export const formContext = createContext<FormState>(Symbol('omni-setup-form'));
