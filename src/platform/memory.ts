/** Small values that this browser remembers. */
export interface Memory {
  readonly recall: (name: string) => string | null;
  readonly remember: (name: string, value: string | null) => void;
}

/** The value stored under a name; `null` if there is none, or storage is forbidden. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Stores a small value in this browser, if storage is allowed; `null` deletes it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Forbidden or full: the user chooses again next time.
  }
}
