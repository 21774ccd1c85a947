interface Marked {
  readonly id: string;
}

/** The marked rows of a list. A range starts at the row that was last marked individually. */
export class Marks {
  #ids = new Set<string>();
  #anchor = 0;

  get count(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Marks only these rows. */
  only(ids: readonly string[], anchor = this.#anchor): void {
    this.#ids = new Set(ids);
    this.#anchor = anchor;
  }

  toggle(id: string, anchor: number): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = anchor;
  }

  /** Marks all rows between the anchor and a row. `from`: the anchor if there is none yet. */
  extend(rows: readonly Marked[], to: number, from = this.#anchor): void {
    if (this.#ids.size === 0) this.#anchor = from;
    const [first, last] = [Math.min(this.#anchor, to), Math.max(this.#anchor, to)];
    this.#ids = new Set(rows.slice(first, last + 1).map(({ id }) => id));
  }

  /** Drops marks of rows that no longer exist. */
  keep(rows: readonly Marked[]): void {
    if (this.#ids.size === 0) return;
    this.#ids = new Set(rows.filter(({ id }) => this.#ids.has(id)).map(({ id }) => id));
  }
}
