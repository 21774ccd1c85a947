import { createContext } from '@lit/context';
import type { SetupStrings } from '../../../assets/locales/setup.en.ts';
import type { Fields } from '../../../src/domain/pointers.ts';
import type { SoundRecord, UsedBy, UserRow } from '../../../src/domain/setup/setup-api.ts';
import type { Violation } from '../../../src/domain/violations.ts';

/** What a field may refer to. */
export type Choice = Fields & { readonly id: string; readonly name: string };

/** The custom sounds, and what is done with them. */
export interface SoundsView {
  readonly sounds: readonly SoundRecord[];
  /** The SHA-256 of the sound that is heard, or `default`. */
  readonly playing: string | null;
  readonly upload: 'idle' | 'checking' | 'uploading';
  /** Why a file was refused, or a sound not played or deleted. */
  readonly problem: string | null;
  readonly usedBy: UsedBy;
}

/** Users, of whom there may be too many to have them all here. */
interface DirectoryView {
  /** Those who were found so far. */
  readonly users: readonly UserRow[];
  /** How many match; `null`: unknown. */
  readonly total: number | null;
  /** Everybody who came by, by id. */
  readonly known: ReadonlyMap<string, UserRow>;
}

/** The record under edit, as its fields need it. */
export interface FormState {
  readonly draft: Fields;
  /** The problems that are shown. */
  readonly problems: readonly Violation[];
  /** Whether a field applies, as the others are. */
  readonly applies: (pointer: string) => boolean;
  /** What fields refer to, by resource. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly sounds: SoundsView;
  readonly directory: DirectoryView;
}

export const noSounds: SoundsView = { sounds: [], playing: null, upload: 'idle', problem: null, usedBy: [] };
const nobodyFound: DirectoryView = { users: [], total: null, known: new Map() };
export const emptyForm: FormState = {
  draft: {},
  problems: [],
  applies: () => true,
  choices: {},
  sounds: noSounds,
  directory: nobodyFound,
};

/** The words of Setup in the administrator's language. */
export const setupWordsContext = createContext<SetupStrings>(Symbol('omni-setup-words'));
/** The record under edit. */
export const formContext = createContext<FormState>(Symbol('omni-setup-form'));
