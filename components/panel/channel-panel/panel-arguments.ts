import type { Destination } from '../../../src/domain/work/transfer.ts';

/** Which work goes where. */
export interface Transfer {
  readonly workId: string;
  readonly destination: Destination;
  /** Somebody there is asked to join, and the rep stays. */
  readonly conference?: boolean;
}

/** Which destinations are asked for. */
export interface DestinationSearch {
  readonly workId: string;
  /** Part of a name; nothing: all. */
  readonly search?: string;
  /** The `next` of the page before. */
  readonly cursor?: string | null;
}
