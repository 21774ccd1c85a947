import * as v from 'valibot';
import { fieldSentence, idSchema, text } from '../values.ts';

/** A named route for messaging work: work transferred to it goes to its queue. */
export const flowSchema = v.strictObject({ name: text('Name', 80), queueId: idSchema }, fieldSentence);
export type Flow = v.InferOutput<typeof flowSchema>;
