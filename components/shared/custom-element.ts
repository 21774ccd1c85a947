let isReported = false;

/**
 * Defines a custom element, like lit's decorator of the same name, unless the page has one of that name already: then the
 * first one stays. Two scripts that both bring the panel are a mistake of the page, which the console reports once, but
 * must not stop the module that comes second.
 */
export const customElement =
  (name: string) =>
  (element: CustomElementConstructor): void => {
    if (!customElements.get(name)) return customElements.define(name, element);
    // All elements of a second copy are defined already.
    if (isReported) return;
    isReported = true;
    console.warn(
      `The Omni-Channel panel is loaded twice on this page: <${name}> is already defined, and the first definition stays.`,
    );
  };
