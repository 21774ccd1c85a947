interface Marked {
  readonly id: string;
}

/** Which rows of a list are marked. A range goes from where the last mark was set by itself. */
export class Marks {
  #ids = new Set<string>();
  #anchor = 0;

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Marks these and no others. */
  only(ids: readonly string[], anchor = this.#anchor): void {
    this.#ids = new Set(ids);
    this.#anchor = anchor;
  }

  toggle(id: string, anchor: number): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = anchor;
  }

  /** Marks everything between the anchor and a row. `from`: the anchor, where nothing is marked yet. */
  extend(rows: readonly Marked[], to: number, from = this.#anchor): void {
    if (this.#ids.size === 0) this.#anchor = from;
    const [first, last] = [Math.min(this.#anchor, to), Math.max(this.#anchor, to)];
    this.#ids = new Set(rows.slice(first, last + 1).map(({ id }) => id));
  }

  /** Forgets what is no longer there. */
  keep(rows: readonly Marked[]): void {
    if (this.#ids.size === 0) return;
    this.#ids = new Set(rows.filter(({ id }) => this.#ids.has(id)).map(({ id }) => id));
  }
}
