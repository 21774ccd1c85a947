import * as v from 'valibot';
import { fieldSentence, idSchema } from '../values.ts';
import { choicesSchema, plannedMoveSchema } from './import-plan.ts';

/** `POST /v1/setup/import`: the plan that is applied, or made again with other choices. */
export const importRequestSchema = v.strictObject(
  { plan: idSchema, choices: v.optional(choicesSchema, { fixes: {}, leftOut: [] }) },
  fieldSentence,
);

/** What an import wrote. `POST /v1/setup/changes/{id}/undo` reverts it. */
export const importResultSchema = v.object({
  changeId: idSchema,
  /** How many records were written. */
  applied: v.number(),
  moved: v.array(plannedMoveSchema),
});
export type ImportResult = v.InferOutput<typeof importResultSchema>;

export const importUndoneSchema = v.object({ changeId: idSchema, undone: v.number() });
export type ImportUndone = v.InferOutput<typeof importUndoneSchema>;
