import type { Refusal, RefusalCode } from './domain/work/refusals.ts';
import type { Open } from './domain/values.ts';

/**
 * Why a method of the panel failed: the server's refusals (`unknown`: one that this release does not know), and
 * `unknownWork` (the panel has no such agent work), `notConnected` (the outcome is unknown, or the server cannot be asked
 * now), `notUnderstood` (the server could not read the command, which has no effect), `notReady` (something prevents the
 * rep from becoming available; `message` says what), `messageInvalid` (the message of a flag is too long, for instance).
 */
export type PanelErrorCode =
  | Open<RefusalCode>
  | 'unknownWork'
  | 'notConnected'
  | 'notUnderstood'
  | 'notReady'
  | 'messageInvalid';

/** The error that every method of the panel throws; its message is one sentence for the rep. */
export class PanelError extends Error {
  override readonly name = 'PanelError';
  readonly code: PanelErrorCode;

  constructor(code: PanelErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  /** Throws what a rule of the domain refuses; `null`: it refuses nothing. */
  static throwIf(refusal: Refusal | null): void {
    if (refusal) throw new PanelError(refusal.code, refusal.detail);
  }
}
