import { idSchema, type Id } from '../../domain/values.ts';
import * as v from 'valibot';
import { Store } from '../../stores/store.ts';
import type { Resource } from '../client.ts';

/** The pages of Setup: one per kind of record, the explanation of a rep's configuration, and import and export. */
export type PageName = Resource | 'explain' | 'import';

/** Stands for a record that is not stored yet; it is not a valid id. */
export const NEW = '+';

/** The user's place: a page, and the record open on it. */
export interface Place {
  readonly page: PageName;
  /** An id, or `NEW`; `null` if nothing is open. */
  readonly record: Id | null;
}

/** Whether this text can identify an open record. */
export const isRecord = (text: string): boolean => text === NEW || v.is(idSchema, text);

export interface PlaceState extends Place {
  /** Whether the step is the same under another name: a new record received its id, or a record was deleted. */
  readonly isSameStep: boolean;
}

/** The user's place in Setup. */
export class PlaceStore extends Store<PlaceState> {
  constructor() {
    super({ page: 'presence-configurations', record: null, isSameStep: true });
  }

  /** The user navigated. */
  go({ page, record }: Place): void {
    this.replace({ page, record, isSameStep: false });
  }

  /** The open record is now identified differently. */
  rename(record: Id | null): void {
    this.replace({ ...this.state, record, isSameStep: true });
  }
}
