import * as v from 'valibot';
import { fieldSentence, text, yesNo } from '../values.ts';

/** A label that an administrator offers for declining. Retired ones are offered no more and never erased. */
export const declineReasonSchema = v.strictObject(
  { label: text('Label', 80), retired: yesNo('Retired') },
  fieldSentence,
);
export type DeclineReason = v.InferOutput<typeof declineReasonSchema>;
