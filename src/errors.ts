import type { CommandRefusal } from './protocol/messages.ts';

/**
 * Why a method of the panel failed: the server's refusals, and `unknownWork` (the panel has no such agent work),
 * `notConnected` (the outcome is unknown, or the server cannot be asked now), `notReady` (something prevents the rep
 * from becoming available; `message` says what).
 */
export type PanelErrorCode = CommandRefusal | 'unknownWork' | 'notConnected' | 'notReady';

/** The error that every method of the panel throws; its message is one sentence for the rep. */
export class PanelError extends Error {
  override readonly name = 'PanelError';
  readonly code: PanelErrorCode;

  constructor(code: PanelErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
