import type { FieldName } from '../../../assets/locales/setup/fields.en.ts';
import type { Fields } from '../../../src/domain/pointers.ts';

/** The control of a field. */
export type Control =
  | { readonly kind: 'text'; readonly mono?: boolean; readonly blankIsNull?: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'switch' }
  /** On, off, or blank: as the presence configuration says. */
  | { readonly kind: 'override' }
  /** A record of a resource; `blank`: the label for none, if that is allowed. */
  | {
      readonly kind: 'record';
      readonly from: string;
      readonly blank?: 'none' | 'statusOnDeclineBlank' | 'statusOnPushTimeoutBlank';
      /** Whether an online status needs a warning. */
      readonly warnsOfOnline?: boolean;
    }
  | { readonly kind: 'value'; readonly values: readonly string[] }
  /** Records of a resource. */
  | { readonly kind: 'records'; readonly from: string; readonly ordered?: boolean }
  /** Users, searched page by page. */
  | { readonly kind: 'users' }
  /** `override`: blank means no override. */
  | { readonly kind: 'sound'; readonly override?: boolean }
  | { readonly kind: 'answering' }
  | { readonly kind: 'alias' }
  | { readonly kind: 'weight' };

/** A field of a form. */
export interface Field {
  readonly pointer: string;
  readonly control: Control;
  /** Whether it spans the full width. */
  readonly wide?: boolean;
  readonly optional?: boolean;
  /** The placeholder of a blank field. */
  readonly placeholder?: (draft: Fields) => string;
  /** Other pointers whose problems are shown here. */
  readonly covers?: readonly string[];
}

/** The settings of wrap-up, once it is given: in a presence configuration, and in a channel that overrides it. */
export const acwFields: readonly Field[] = [
  { pointer: '/acwDurationSeconds', control: { kind: 'number' } },
  { pointer: '/letRepsExtendAcw', control: { kind: 'switch' }, wide: true },
  { pointer: '/acwExtensionSeconds', control: { kind: 'number' } },
  { pointer: '/acwMaxExtensions', control: { kind: 'number' } },
];

/** The name of a field in the texts. */
export const fieldName = (pointer: string): FieldName => pointer.slice(1) as FieldName;

/** The field that shows a problem at a pointer; `undefined` if none does. */
export function fieldFor(fields: readonly Field[], pointer: string): Field | undefined {
  return fields.find((field) => isAbout(field, pointer));
}

/** Whether a field shows a problem: it concerns the field, something within it, or what it covers. */
export function isAbout({ pointer, covers = [] }: Field, problem: string): boolean {
  return [pointer, ...covers].some((own) => problem === own || problem.startsWith(`${own}/`));
}
