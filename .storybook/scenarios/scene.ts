/** How long a step of a scenario is shown, milliseconds, by the toolbar's pace. */
const PACE: Readonly<Record<string, number>> = { calm: 6000, quick: 0 };

interface Play {
  readonly canvasElement: HTMLElement;
  readonly globals: Readonly<Record<string, unknown>>;
  readonly step: (label: string, act: () => Promise<void>) => Promise<void> | void;
}

/** Plays a scenario scene by scene: each has a sentence above the panel, and is shown as long as the pace says. */
export function scenesOf({ canvasElement, globals, step }: Play) {
  const caption = canvasElement.querySelector('.caption');
  const shown = PACE[String(globals.pace)] ?? 0;
  return async (sentence: string, act: () => Promise<unknown> | undefined): Promise<void> => {
    await step(sentence, async () => {
      if (caption) caption.textContent = sentence;
      await act();
      if (shown > 0) await new Promise((resolve) => setTimeout(resolve, shown));
    });
  };
}

/** An element by a path through shadow roots. */
export function deep(root: ParentNode, ...selectors: readonly string[]): HTMLElement {
  let at: ParentNode = root;
  for (const selector of selectors) {
    const found: Element | null =
      at.querySelector(selector) ??
      ('shadowRoot' in at ? ((at as Element).shadowRoot?.querySelector(selector) ?? null) : null);
    if (!found) throw new Error(`${selector} is not there.`);
    at = found;
  }
  return at as HTMLElement;
}
