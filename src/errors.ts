import type { CommandRefusal } from './protocol/messages.ts';

/**
 * Why a method of the panel did not do what it was asked to: the server's own refusals, and `unknownWork` (the panel
 * has no such agent work), `notConnected` (its outcome is unknown, or it cannot be asked now), `notReady` (something
 * keeps the rep from becoming available; `message` says what).
 */
export type PanelErrorCode = CommandRefusal | 'unknownWork' | 'notConnected' | 'notReady';

/** What every method of the panel throws; the message is one sentence for the rep. */
export class PanelError extends Error {
  override readonly name = 'PanelError';
  readonly code: PanelErrorCode;

  constructor(code: PanelErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
