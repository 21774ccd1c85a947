import * as v from 'valibot';
import { developerNameSchema } from './developer-name.ts';
import { idSchema, text } from './values.ts';

/** Where work waits: it has one routing configuration and member reps. */
export const queueSchema = v.strictObject({
  name: text('Name', 80),
  developerName: developerNameSchema,
  routingConfigurationId: idSchema,
  memberIds: v.pipe(
    v.array(idSchema, 'Members must be a list of ids.'),
    v.check((list) => new Set(list).size === list.length, 'Members must not name one twice.'),
  ),
});
export type Queue = v.InferOutput<typeof queueSchema>;
