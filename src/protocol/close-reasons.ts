/** Why a connection was closed, by WebSocket close code. The reason phrase is for people; the code decides. */
export const closeCodes = {
  /** Another session of this rep took over; do not reconnect by yourself. */
  replaced: 4001,
  /** The token is missing, malformed, expired, or not for this; get another before trying again. */
  refused: 4002,
  /** The panel did not take its messages fast enough. */
  tooSlow: 4003,
  /** The server is going down and will be back: reconnect soon. */
  restarting: 4004,
  /** The panel answered no beat. */
  silent: 4005,
  /** A message was too long, too frequent, or came before `hello`. */
  misbehaved: 4006,
  /** The rep signed out. */
  signedOut: 4007,
  /** The same session came on a newer socket. */
  takenOver: 4008,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** The reason behind a close code; `null`: the connection just broke. */
export function closeReason(code: number): CloseReason | null {
  const found = Object.entries(closeCodes).find(([, known]) => known === code);
  return found ? (found[0] as CloseReason) : null;
}
