import * as v from 'valibot';
import { idSchema, instantSchema } from '../values.ts';

/**
 * What a panel saw happen of a request: it came, it was painted, the operating system showed a notification of it, its
 * sound was heard or could not be, the rep answered.
 */
export const alertReceiptKinds = [
  'delivered',
  'painted',
  'notified',
  'soundStarted',
  'soundBlocked',
  'answered',
] as const;
export type AlertReceiptKind = (typeof alertReceiptKinds)[number];

/**
 * Why a request's sound was blocked. `notFetched`, `notDecoded` and `tooLong` are of a custom sound: with
 * `soundStarted` they say why the default sound was heard instead.
 */
export const soundObstacles = [
  /** The browser waits for the rep to click into the page. */
  'contextSuspended',
  /** Something else holds the audio device, a call of the operating system for instance. */
  'contextInterrupted',
  /** The browser closed the page's audio, or has none. */
  'contextClosed',
  /** The terms of the request have no sound. */
  'soundOff',
  'notFetched',
  'notDecoded',
  'tooLong',
  /** The sound was ready only when the request's time to ring was over. */
  'tooSlow',
  /** A newer request had the one sound there is. */
  'newerRequest',
  /** Another browser tab had the sound. */
  'otherTab',
  /** The connection was lost, so that nobody knew whether the request was still open. */
  'notConnected',
  /** The host application took the sound over or forbade it. */
  'hostPrevented',
] as const;
export type SoundObstacle = (typeof soundObstacles)[number];

/** The most receipts of one message: the longest ones still fit into the largest message of a panel. */
export const MAX_ALERT_RECEIPTS = 40;

/** One thing that a panel saw happen of a request. There is one of each kind for each request: the first one counts. */
export const alertReceiptSchema = v.object({
  agentWorkId: idSchema,
  kind: v.picklist(alertReceiptKinds),
  /** When, on the server's clock as the panel measures it. */
  at: instantSchema,
  /** Whether the browser tab was visible then. */
  visibility: v.picklist(['visible', 'hidden']),
  /** Why the sound was blocked, or is not the one that was asked for. */
  reason: v.exactOptional(v.picklist(soundObstacles)),
  /** For support, such as the name of an error: printable ASCII. */
  detail: v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(80, 'Detail must have at most 80 characters.'),
      v.regex(/^[ -~]*$/, 'Detail must be printable ASCII.'),
    ),
  ),
});
export type AlertReceipt = v.InferOutput<typeof alertReceiptSchema>;
