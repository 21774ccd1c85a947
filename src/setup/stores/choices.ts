import { Store } from '../../stores/store.ts';
import type { Row } from '../client.ts';

/** What the fields of records may refer to, by the resource it comes from. */
export type Choices = Readonly<Record<string, readonly Row[]>>;

/** The records that others may refer to. */
export class ChoicesStore extends Store<Choices> {
  constructor() {
    super({});
  }

  set(resource: string, rows: readonly Row[]): void {
    this.replace({ ...this.state, [resource]: rows });
  }
}
