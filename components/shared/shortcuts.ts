/** Keys that answer the first request, such as `Alt+A`. An empty string disables one. */
export interface Shortcuts {
  readonly accept: string;
  readonly decline: string;
}

export const defaultShortcuts: Shortcuts = { accept: 'Alt+A', decline: 'Alt+D' };

/** Whether a key was pressed with exactly the modifiers of a shortcut. */
export function isPressed(shortcut: string, event: KeyboardEvent): boolean {
  const keys = shortcut.toUpperCase().split('+');
  const key = keys.pop();
  return (
    key !== undefined &&
    key !== '' &&
    event.altKey === keys.includes('ALT') &&
    event.ctrlKey === keys.includes('CTRL') &&
    event.metaKey === keys.includes('META') &&
    event.shiftKey === keys.includes('SHIFT') &&
    key === nameOf(event)
  );
}

// With Alt a Mac types a different character, so the physical key counts.
function nameOf({ key, code }: KeyboardEvent): string {
  return (/^([a-z0-9]|[a-z]\w+)$/i.test(key) ? key : code.replace(/^(Key|Digit)/, '')).toUpperCase();
}
