/** Keys at most this far apart, in milliseconds, form one prefix. */
const MAX_PAUSE = 500;

/** Finds an item of a menu by its first letters. */
export class Typeahead {
  #typed = '';
  #at = 0;

  /**
   * The index of the first label that starts with the typed keys; repeating one letter cycles through its matches.
   */
  find(event: KeyboardEvent, labels: readonly string[], current: number): number | undefined {
    const { key, timeStamp } = event;
    if (key.length !== 1 || key === ' ' || event.ctrlKey || event.altKey || event.metaKey) return undefined;
    const typed = timeStamp - this.#at > MAX_PAUSE ? key : this.#typed + key;
    this.#typed = typed;
    this.#at = timeStamp;
    const same = [...typed].every((letter) => letter === key);
    const sought = (same ? key : typed).toLowerCase();
    const from = same ? current + 1 : current;
    const order = labels.map((_, index) => (from + index) % labels.length);
    return order.find((index) => labels[index]?.toLowerCase().startsWith(sought));
  }
}
