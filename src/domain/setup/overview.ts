import * as v from 'valibot';
import { idSchema } from '../values.ts';

/** What may be wrong in Setup although no rule is broken. */
const overviewProblems = [
  /** None of its members is a rep: its work waits for ever. */
  'queueWithoutMembers',
  /** No profile grants it. */
  'statusNotGranted',
  /** No online status is online for it: nobody gets its work. */
  'channelWithoutStatus',
  /** Neither a presence configuration nor a channel uses it. */
  'soundNotUsed',
] as const;
export type OverviewProblem = (typeof overviewProblems)[number];

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** `overview`: how much there is, and what may be wrong. */
export const overviewSchema = v.object({
  presenceConfigurations: whole,
  reps: whole,
  /** Reps to whom the default applies: neither they nor their profile are assigned to a presence configuration. */
  repsByDefault: whole,
  queues: whole,
  sounds: whole,
  /** By kind: some of the records, in the order of their names, and how many there are. */
  problems: v.array(
    v.object({
      problem: v.picklist(overviewProblems),
      records: v.array(v.object({ id: idSchema, name: v.string() })),
      total: whole,
    }),
  ),
});
export type Overview = v.InferOutput<typeof overviewSchema>;
