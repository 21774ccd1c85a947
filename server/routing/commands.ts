import { and, eq } from 'drizzle-orm';
import type { Id } from '../../src/domain/values.ts';
import type { Command, CommandOutcome } from '../../src/protocol/messages.ts';
import { commandRecords } from '../database/schema/routing.ts';
import { accept, close, decline, endConversationOf } from './work-commands.ts';
import { setStatus, signOut } from './presence-commands.ts';
import { lockRep, type RepRow } from './reps.ts';
import type { Step } from './step.ts';

/**
 * Does a command of a rep. Its outcome is kept with its effect, in one transaction: sent again, it has no second
 * effect and comes to the same. Throws `UnknownRepError`.
 */
export async function executeCommand(step: Step, repId: Id, command: Command): Promise<CommandOutcome> {
  const rep = await lockRep(step, repId);
  const [record] = await step.tx
    .select({ outcome: commandRecords.outcome })
    .from(commandRecords)
    .where(and(eq(commandRecords.repId, repId), eq(commandRecords.commandId, command.id)));
  if (record) return record.outcome;
  const outcome = await effectOf(step, rep, command);
  await step.tx.insert(commandRecords).values({ repId, commandId: command.id, outcome, at: step.now() });
  return outcome;
}

function effectOf(step: Step, rep: RepRow, command: Command): Promise<CommandOutcome> {
  switch (command.type) {
    case 'set-status':
      return setStatus(step, rep, command.statusId);
    case 'accept':
      return accept(step, rep, command.agentWorkId);
    case 'decline':
      return decline(step, rep, command.agentWorkId, command.reasonId);
    case 'end-conversation':
      return endConversationOf(step, rep, command.agentWorkId);
    case 'close':
      return close(step, rep, command.agentWorkId);
    case 'sign-out':
      return signOut(step, rep);
  }
}
