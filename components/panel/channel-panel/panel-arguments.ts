import type { Destination } from '../../../src/domain/work/transfer.ts';

/** A transfer of work to a destination. */
export interface Transfer {
  readonly workId: string;
  readonly destination: Destination;
  /** Invites someone to the conversation; the rep stays in it. */
  readonly conference?: boolean;
}

/** A query for transfer destinations. */
export interface DestinationSearch {
  readonly workId: string;
  /** Part of a name; omitted for all. */
  readonly search?: string;
  /** `next` from the previous page. */
  readonly cursor?: string | null;
}
