/** Why a connection was closed, by WebSocket close code. The reason phrase is for humans; the code decides. */
export const closeCodes = {
  /** Another session of this rep took over; do not reconnect automatically. */
  replaced: 4001,
  /** The token is missing, malformed, expired or not valid here; get a new one before retrying. */
  refused: 4002,
  /** The panel did not read its messages fast enough. */
  tooSlow: 4003,
  /** The server is restarting: reconnect soon. */
  restarting: 4004,
  /** The panel did not answer the heartbeat. */
  silent: 4005,
  /** A message was too long, too frequent, or sent before `hello`. */
  misbehaved: 4006,
  /** The rep signed out. */
  signedOut: 4007,
  /** The same session connected on a newer socket. */
  takenOver: 4008,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** The reason for a close code; `null` if the connection just broke. */
export function closeReason(code: number): CloseReason | null {
  const found = Object.entries(closeCodes).find(([, known]) => known === code);
  return found ? (found[0] as CloseReason) : null;
}
