/**
 * A worker has no document: elements cannot be used there, but importing them must not fail, because what a page and its
 * workers share may import them. lit needs some names of a page while it is loaded. To be imported before lit.
 */
const nothing = () => undefined;
const lent =
  'WorkerGlobalScope' in globalThis
    ? {
        HTMLElement: EventTarget,
        CSSStyleSheet: EventTarget,
        customElements: { get: nothing, define: nothing },
        document: { createTreeWalker: nothing, createComment: nothing },
      }
    : {};
Object.assign(globalThis, lent);

/** Takes the names away again, by which other code tells a page from a worker. To be called once all is loaded. */
export function endLoan(): void {
  for (const name of Object.keys(lent)) Reflect.deleteProperty(globalThis, name);
}
