import { and, eq } from 'drizzle-orm';
import type { Id } from '../../../src/domain/values.ts';
import type { Command, CommandOutcome } from '../../../src/protocol/messages.ts';
import type { Database } from '../../database/database.ts';
import { commandRecords } from '../../database/schema/routing.ts';
import { endEveryAcw, executeOnWork, startOutboundConversation } from './work-commands.ts';
import { done } from './outcomes.ts';
import { setStatus, signOut } from './presence-commands.ts';
import { endOutbound } from '../reps/outbound.ts';
import { lockRep, type RepRow } from '../reps/reps.ts';
import type { RunStepFor } from '../engine/run-step.ts';
import { TransactionNeeded, type Step } from '../engine/step.ts';

/** Thrown to roll back the transaction of a command that was executed before. */
class DoneBefore extends Error {
  override readonly name = 'DoneBefore';
}

/**
 * Executes a rep's command. Its outcome is stored with its effect in one transaction, so that a repeated command has no
 * second effect and gets the same answer. Throws `UnknownRepError`.
 */
export async function executeCommand(
  { queries }: Database,
  runFor: RunStepFor,
  repId: Id,
  command: Command,
): Promise<CommandOutcome> {
  try {
    return await runFor(repId, (step) => executeOnce(step, repId, command));
  } catch (error) {
    if (!(error instanceof DoneBefore)) throw error;
    const [record] = await queries
      .select({ outcome: commandRecords.outcome })
      .from(commandRecords)
      .where(and(eq(commandRecords.repId, repId), eq(commandRecords.commandId, command.id)));
    if (!record) throw new Error(`The record of command ${command.id} is gone.`, { cause: error });
    return record.outcome;
  }
}

/** Nearly every command is new, so a repeated one is detected only when it is recorded: that saves a query. */
async function executeOnce(step: Step, repId: Id, command: Command): Promise<CommandOutcome> {
  const rep = await lockRep(step, repId);
  const outcome = await effectOf(step, rep, command);
  if (step.draft) {
    // A refusal must not be due to what is no longer so.
    if (outcome.kind !== 'done') throw new TransactionNeeded();
    step.draft.recordOutcome(command.id, outcome);
    return outcome;
  }
  const recorded = await step.tx
    .insert(commandRecords)
    .values({ repId, commandId: command.id, outcome, at: step.now() })
    .onConflictDoNothing()
    .returning({ commandId: commandRecords.commandId });
  if (recorded.length === 0) throw new DoneBefore();
  return outcome;
}

function effectOf(step: Step, rep: RepRow, command: Command): Promise<CommandOutcome> {
  switch (command.type) {
    case 'set-status':
      return setStatus(step, rep, command);
    case 'sign-out':
      return signOut(step, rep);
    case 'start-outbound':
      return startOutboundConversation(step, rep, command.maxSeconds);
    case 'end-outbound':
      endOutbound(step, rep);
      return Promise.resolve(done);
    case 'end-acw':
      if (command.agentWorkId === null) return endEveryAcw(step, rep);
      return executeOnWork(step, rep, { ...command, agentWorkId: command.agentWorkId });
    default:
      return executeOnWork(step, rep, command);
  }
}
