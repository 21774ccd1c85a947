import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { idSchema, instantSchema } from '../values.ts';

/**
 * What a panel recorded about a request: it was delivered or painted, the operating system showed a notification, its
 * sound was audible or blocked, the rep answered.
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
 * Why a request's sound was blocked. `notFetched`, `notDecoded` and `tooLong` concern a custom sound: with
 * `soundStarted` they say why the default sound played instead.
 */
export const soundObstacles = [
  /** The browser waits for the rep to click into the page. */
  'contextSuspended',
  /** Something else holds the audio device, such as a phone call. */
  'contextInterrupted',
  /** The browser closed the page's audio, or has none. */
  'contextClosed',
  /** The request's terms include no sound. */
  'soundOff',
  'notFetched',
  'notDecoded',
  'tooLong',
  /** The sound was ready only after the request had stopped ringing. */
  'tooSlow',
  /** A newer request was playing the one sound at a time. */
  'newerRequest',
  /** Another browser tab was playing the sound. */
  'otherTab',
  /** The connection was lost, so it was unknown whether the request was still open. */
  'notConnected',
  /** The host application took over the sound or prevented it. */
  'hostPrevented',
] as const;
export type SoundObstacle = (typeof soundObstacles)[number];

/** The most receipts in one message: even the longest ones fit into the largest message that a panel may send. */
export const MAX_ALERT_RECEIPTS = 40;

/** One event that a panel recorded about a request. Only the first of each kind counts. */
export const alertReceiptSchema = v.object({
  agentWorkId: idSchema,
  kind: v.picklist(alertReceiptKinds),
  /** The instant, by the panel's estimate of the server's clock. */
  at: instantSchema,
  /** Whether the browser tab was visible at that instant. */
  visibility: v.picklist(['visible', 'hidden']),
  /** Why the sound was blocked, or is not the requested one. */
  reason: v.exactOptional(v.picklist(soundObstacles)),
  /** For support, such as an error's name: printable ASCII. */
  detail: v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(80, message(rules.maxLength, 'Detail', 80)),
      v.regex(/^[ -~]*$/, message(rules.printableAscii, 'Detail')),
    ),
  ),
});
export type AlertReceipt = v.InferOutput<typeof alertReceiptSchema>;
