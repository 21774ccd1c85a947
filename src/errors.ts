import type { Refusal, RefusalCode } from './domain/work/refusals.ts';

/**
 * Why a method of the panel failed: the server's refusals, and `unknownWork` (the panel has no such agent work),
 * `notConnected` (the outcome is unknown, or the server cannot be asked now), `notReady` (something prevents the rep
 * from becoming available; `message` says what).
 */
export type PanelErrorCode = RefusalCode | 'unknownWork' | 'notConnected' | 'notReady';

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
