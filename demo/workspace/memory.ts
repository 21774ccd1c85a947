/**
 * Data that this browser tab keeps over a reload, for convenience only: if storage is full, blocked or damaged, the
 * workspace starts empty.
 */
export class Memory {
  readonly #prefix: string;

  constructor(repId: string) {
    this.#prefix = `workspace/${repId}/`;
  }

  recall<Value>(key: string, otherwise: Value, isValid: (value: unknown) => value is Value): Value {
    try {
      const value: unknown = JSON.parse(sessionStorage.getItem(this.#prefix + key) ?? 'null');
      return isValid(value) ? value : otherwise;
    } catch {
      return otherwise;
    }
  }

  keep(key: string, value: unknown): void {
    try {
      sessionStorage.setItem(this.#prefix + key, JSON.stringify(value));
    } catch {
      // Full or blocked: the next reload starts without it.
    }
  }

  forget(key: string): void {
    try {
      sessionStorage.removeItem(this.#prefix + key);
    } catch {
      // Blocked: nothing was stored either.
    }
  }
}
