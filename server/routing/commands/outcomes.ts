import type { Refusal } from '../../../src/domain/work/refusals.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';

/** The command had its effect. */
export const done: CommandOutcome = { kind: 'done' };

/** The command has no effect; `detail` is the reason, in one sentence for the rep. */
export function refused(refusal: Refusal): CommandOutcome {
  return { kind: 'refused', ...refusal };
}
