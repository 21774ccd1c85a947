import { takesText } from '../../shared/typing.ts';

/** Whether an element covers the field in which the user types, wherever that is on the page. */
export function covers(element: Element): boolean {
  const field = typedInto(element.ownerDocument);
  if (!field || field === element || element.contains(field)) return false;
  const [one, other] = [element.getBoundingClientRect(), field.getBoundingClientRect()];
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** The focused field, however deep in shadow trees; `null` if the focus is in none. */
function typedInto(document: Document): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused && takesText(focused) ? focused : null;
}
