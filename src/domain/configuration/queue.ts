import * as v from 'valibot';
import { developerNameSchema } from '../setup/developer-name.ts';
import { fieldSentence, idList, idSchema, text } from '../values.ts';

/** Holds waiting work; it has one routing configuration and member reps. */
export const queueSchema = v.strictObject(
  {
    name: text('Name', 80),
    developerName: developerNameSchema,
    routingConfigurationId: idSchema,
    memberIds: idList('Members', 20_000),
  },
  fieldSentence,
);
export type Queue = v.InferOutput<typeof queueSchema>;
