import type { CommandOutcome, CommandRefusal } from '../../../src/protocol/messages.ts';

/** The command had its effect. */
export const done: CommandOutcome = { kind: 'done' };

/** The command has no effect; `detail` tells the rep why, in one sentence. */
export function refused(code: CommandRefusal, detail: string): CommandOutcome {
  return { kind: 'refused', code, detail };
}
