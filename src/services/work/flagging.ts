import type { Id } from '../../domain/values.ts';
import { check } from '../../domain/violations.ts';
import { flagMessageSchema } from '../../domain/work/work-flag.ts';
import { PanelError } from '../../errors.ts';
import type { Commands } from '../connection/commands.ts';
import type { PendingAnswers } from './pending-answers.ts';

/**
 * Raises and lowers the flags of accepted work. A flag is not shown as pending: whatever the server makes of it, the rep
 * can do the same with the work.
 */
export class Flagging {
  readonly #underWay: Pick<PendingAnswers, 'workFor'>;
  readonly #commands: Commands;

  constructor(deps: { readonly underWay: Pick<PendingAnswers, 'workFor'>; readonly commands: Commands }) {
    this.#underWay = deps.underWay;
    this.#commands = deps.commands;
  }

  /** @throws {PanelError} (rejects) if the flag is not changed; a message of nothing but spaces is none. */
  async change(type: 'raise-flag' | 'lower-flag', agentWorkId: Id, message: string | null): Promise<void> {
    this.#underWay.workFor({ type }, agentWorkId);
    const said = message?.trim() ? checked(message) : null;
    await this.#commands.send({ type, agentWorkId, message: said }, { keep: true });
  }
}

function checked(message: string): string {
  const result = check(flagMessageSchema, message);
  if (result.ok) return result.value;
  throw new PanelError('messageInvalid', result.violations[0]?.detail ?? 'The message is invalid.');
}
