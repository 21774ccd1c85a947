import { idSchema, type Id } from '../../domain/values.ts';
import * as v from 'valibot';
import { Store } from '../../stores/store.ts';
import type { Resource } from '../client.ts';

/** The pages of Setup: one for each kind of record, and what holds for a rep. */
export type PageName = Resource | 'explain';

/** Stands for a record that is not stored yet; no id is like it. */
export const NEW = '+';

/** Where the person is: a page, and what is open of it. */
export interface Place {
  readonly page: PageName;
  /** An id, or `NEW`; `null`: nothing is open. */
  readonly record: Id | null;
}

/** Whether this can name what is open of a page. */
export const isRecord = (text: string): boolean => text === NEW || v.is(idSchema, text);

export interface PlaceState extends Place {
  /** Whether it is the same step under another name: a new record has its id now, or is gone. */
  readonly isSameStep: boolean;
}

/** Where the person is. */
export class PlaceStore extends Store<PlaceState> {
  constructor() {
    super({ page: 'presence-configurations', record: null, isSameStep: true });
  }

  /** The person went somewhere. */
  go({ page, record }: Place): void {
    this.replace({ page, record, isSameStep: false });
  }

  /** What is open here goes by another name now. */
  rename(record: Id | null): void {
    this.replace({ ...this.state, record, isSameStep: true });
  }
}
