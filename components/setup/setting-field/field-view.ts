import type { nothing } from 'lit';
import type { FormState } from '../shared/contexts.ts';
import type { SetupElement } from '../shared/setup-element.ts';

/** What the parts of a field need of it. */
export interface FieldView {
  readonly value: unknown;
  readonly form: FormState;
  readonly words: SetupElement['words'];
  /** For the control: which elements describe it, and whether it is wrong. */
  readonly describedBy: string | typeof nothing;
  readonly invalid: boolean;
  readonly change: (value: unknown, pointer?: string) => void;
}
