/** The elements whose second definition was reported. */
const reported = new Set<string>();

/**
 * Defines a custom element, like lit's decorator of the same name, unless the page has one of that name already: then the
 * first one stays. Two scripts that both bring the panel are a mistake of the page, which the console reports once, but
 * must not stop the module that comes second.
 */
export const customElement =
  (name: string) =>
  (element: CustomElementConstructor): void => {
    if (!customElements.get(name)) return customElements.define(name, element);
    if (reported.has(name)) return;
    reported.add(name);
    console.warn(
      `<${name}> is already defined on this page; the first definition stays. Load the package only once.`,
    );
  };
