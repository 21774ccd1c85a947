/** What this browser remembers of small things. */
export interface Memory {
  readonly recall: (name: string) => string | null;
  readonly remember: (name: string, value: string | null) => void;
}

/** What this browser remembered under a name; `null`: nothing, or storage is forbidden here. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Remembers something small in this browser, where it may; `null` forgets it. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Forbidden or full: it is chosen again the next time.
  }
}
