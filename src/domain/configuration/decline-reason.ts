import * as v from 'valibot';
import { developerNameSchema } from '../setup/developer-name.ts';
import { fieldSentence, text, yesNo } from '../values.ts';

/** A decline reason defined by an administrator. Retired ones are no longer offered, and never deleted. */
export const declineReasonSchema = v.strictObject(
  { label: text('Label', 80), developerName: developerNameSchema, retired: yesNo('Retired') },
  fieldSentence,
);
export type DeclineReason = v.InferOutput<typeof declineReasonSchema>;
