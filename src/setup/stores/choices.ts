import { Store } from '../../stores/store.ts';
import type { Row } from '../client.ts';

/** The records that fields may refer to, by resource. */
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
