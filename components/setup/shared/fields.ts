import type { FieldName } from '../../../assets/locales/setup.en.ts';
import type { Fields } from '../../../src/domain/pointers.ts';

/** How a field is filled in. */
export type Control =
  | { readonly kind: 'text'; readonly mono?: boolean; readonly blankIsNull?: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'switch' }
  /** One record of a resource; `blank`: the word for none, where none may be chosen. */
  | {
      readonly kind: 'record';
      readonly from: string;
      readonly blank?: 'none' | 'statusOnDeclineBlank' | 'statusOnPushTimeoutBlank';
      /** Whether an online status deserves a warning. */
      readonly warnsOfOnline?: boolean;
    }
  | { readonly kind: 'value'; readonly values: readonly string[] }
  /** Records of a resource. */
  | { readonly kind: 'records'; readonly from: string; readonly ordered?: boolean }
  /** Users, looked for page by page. */
  | { readonly kind: 'users' }
  /** `override`: blank is no sound of its own. */
  | { readonly kind: 'sound'; readonly override?: boolean }
  | { readonly kind: 'answering' }
  | { readonly kind: 'alias' }
  | { readonly kind: 'weight' };

/** A field of a form. */
export interface Field {
  readonly pointer: string;
  readonly control: Control;
  /** Whether it takes the whole line. */
  readonly wide?: boolean;
  readonly optional?: boolean;
  /** What a blank field shows. */
  readonly placeholder?: (draft: Fields) => string;
  /** Other pointers whose problems are shown here. */
  readonly covers?: readonly string[];
}

/** Under which name the words have a field. */
export const fieldName = (pointer: string): FieldName => pointer.slice(1) as FieldName;

/** The field in which a problem at a pointer is shown; `undefined`: none has it. */
export function fieldFor(fields: readonly Field[], pointer: string): Field | undefined {
  return fields.find((field) => isAbout(field, pointer));
}

/** Whether a problem is shown in a field: it is about the field, something within it, or what it covers. */
export function isAbout({ pointer, covers = [] }: Field, problem: string): boolean {
  return [pointer, ...covers].some((own) => problem === own || problem.startsWith(`${own}/`));
}
