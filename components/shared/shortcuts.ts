import { isTyping, makesCharacters } from './typing.ts';

/**
 * Keys that answer the first request: a key after its modifiers (`Ctrl`, `Alt`, `Shift`, `Meta`), such as `Alt+A`. An
 * empty string switches one off.
 */
export interface Shortcuts {
  readonly accept: string;
  readonly decline: string;
}

export const defaultShortcuts: Shortcuts = { accept: 'Alt+A', decline: 'Alt+D' };

const partsOf = (shortcut: string): string[] => shortcut.toUpperCase().replace('CONTROL', 'CTRL').split('+');

/** Whether a key was pressed with exactly the modifiers of a shortcut, and not to type. */
export function isPressed(shortcut: string, event: KeyboardEvent): boolean {
  const keys = partsOf(shortcut);
  const key = keys.pop();
  return (
    key !== undefined &&
    key !== '' &&
    event.altKey === keys.includes('ALT') &&
    event.ctrlKey === keys.includes('CTRL') &&
    event.metaKey === keys.includes('META') &&
    event.shiftKey === keys.includes('SHIFT') &&
    key === nameOf(event) &&
    !makesCharacters(event) &&
    !isTyping(event)
  );
}

/** The same for assistive technology, which has names of its own for the modifiers. */
export const ariaShortcut = (shortcut: string): string =>
  shortcut.replace(/^ctrl(?=\+)|(?<=\+)ctrl(?=\+)/i, 'Control');

// With Alt a Mac types a different character or a dead key, so the physical key counts.
function nameOf({ key, code }: KeyboardEvent): string {
  const isName = key !== 'Dead' && /^([a-z0-9]|[a-z]\w+)$/i.test(key);
  return (isName ? key : code.replace(/^(Key|Digit)/, '')).toUpperCase();
}
