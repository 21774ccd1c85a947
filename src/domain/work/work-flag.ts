import * as v from 'valibot';
import { idSchema, instantSchema, open, text } from '../values.ts';
import type { Instant } from '../time.ts';
import type { Id } from '../values.ts';

/** The longest message of a flag, characters. */
const MAX_FLAG_MESSAGE = 255;

/** What a rep says with a flag, as they send it. */
export const flagMessageSchema = text('The message of a flag', MAX_FLAG_MESSAGE);

/** The latest change of an agent work's flag, with the names of the Omni toolkit. Its text is untrusted. */
export const workFlagSchema = v.object({
  /** Whether the flag is up: the rep asks a supervisor for help. */
  isFlagged: v.boolean(),
  /** What was said with that change; `null` if nothing was. */
  message: v.nullable(v.pipe(v.string(), v.maxLength(MAX_FLAG_MESSAGE))),
  updatedAt: instantSchema,
  /** The id of the user who did it. */
  updatedBy: idSchema,
  roleUpdatedBy: open(['rep', 'supervisor']),
});
export type WorkFlag = v.InferOutput<typeof workFlagSchema>;

/** A rep raises the flag of one of their works, or lowers it. */
interface FlagChange {
  readonly type: 'raise-flag' | 'lower-flag';
  readonly message: string | null;
}

/**
 * The flag after a change by the rep. What changes nothing keeps the flag as it is: lowering one that is not up, and
 * raising it again with the same message. Another message replaces the first.
 */
export function changeFlag(
  flag: WorkFlag | null,
  { type, message }: FlagChange,
  updatedBy: Id,
  updatedAt: Instant,
): WorkFlag | null {
  const isFlagged = type === 'raise-flag';
  const isSame = isFlagged ? isUp(flag) && flag.message === message : !isUp(flag);
  return isSame ? flag : { isFlagged, message, updatedAt, updatedBy, roleUpdatedBy: 'rep' };
}

/** Whether a flag is up. */
export function isUp(flag: WorkFlag | null): flag is WorkFlag {
  return flag?.isFlagged ?? false;
}
