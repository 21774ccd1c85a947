/** The element whose shadow tree a node is in; `null` in the document itself. */
export function hostOf(node: Node | null): Element | null {
  const root = node?.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The elements around this one, from the nearest on, as they are shown: across shadow trees and slots. */
export function ancestors(element: Element): Element[] {
  const parent = element.assignedSlot ?? element.parentElement ?? hostOf(element);
  return parent ? [parent, ...ancestors(parent)] : [];
}
