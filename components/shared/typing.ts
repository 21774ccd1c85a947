/** Input types whose keys make no text. */
const WITHOUT_TEXT = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

/** What a Mac types with Option, wherever the platform is disguised: "å" for A, "∂" for D. Other layouts keep letters. */
const OPTION_CHARACTER = /^(?![ -~])(?:\P{L}|\p{Script=Latin})$/u;

/** The element that a key goes to, also within open shadow trees. */
const targetOf = (event: Event): Element | null => {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
};

/**
 * Whether a key is typing and not a command: it goes to an element that takes text, and enters or edits some there. Keys
 * held with Ctrl, Meta or, except on a Mac, Alt are commands, and so are the function keys; AltGr and a Mac's Option make
 * characters.
 */
export function isTyping(event: KeyboardEvent): boolean {
  const target = targetOf(event);
  if (!target || !takesText(target)) return false;
  const { key, altKey, ctrlKey, metaKey } = event;
  if (event.isComposing || makesCharacters(event)) return true;
  if (ctrlKey || metaKey || /^F\d+$/.test(key)) return false;
  return !altKey || key === 'Dead' || isMac() || OPTION_CHARACTER.test(key);
}

/** Whether AltGr is held: whatever else the browser reports for it, it only ever makes characters. */
export const makesCharacters = (event: KeyboardEvent): boolean => event.getModifierState('AltGraph');

/**
 * Ends an event of the keyboard at this root: what is typed into the panel's fields and menus, and keys that the panel has
 * already used, are no hotkeys of the host, which would see only the panel's own tag as their target.
 */
export function keepKeys(root: DocumentFragment | HTMLElement): void {
  const keep = (event: Event) => {
    const key = event as KeyboardEvent;
    const isPlain = !key.altKey && !key.ctrlKey && !key.metaKey && !/^F\d+$/.test(key.key);
    const isInField = isPlain && targetOf(key)?.closest('input, select, [role=menu]') != null;
    if (key.defaultPrevented || isInField || isTyping(key)) key.stopPropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keep);
}

/** Whether keys that a user presses on this element are text, or choose one. */
export function takesText(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.test(target.type) && !target.readOnly;
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (target instanceof HTMLSelectElement || target.matches('[role=textbox], [role=searchbox]')) return true;
  // Editors that draw their own text have an EditContext instead of editable content.
  const { isContentEditable, editContext } = target as HTMLElement & { readonly editContext?: unknown };
  return isContentEditable || editContext != null;
}

const isMac = (): boolean => /^(Mac|iP)/.test(navigator.platform);
