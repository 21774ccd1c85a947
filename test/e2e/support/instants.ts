import type { Page } from '@playwright/test';

/**
 * When an element with this text first appears from now on, in any shadow tree: milliseconds since 1970 by the page's
 * true clock, however late the test learns of it. Requires the sound probe in the page.
 */
export function shownAt(page: Page, selector: string, text = ''): Promise<number> {
  return page.evaluate(
    ([wanted, words]) => {
      const isShown = (root: Document | ShadowRoot): boolean =>
        [...root.querySelectorAll('*')].some(
          (element) =>
            (element.matches(wanted) &&
              element.textContent.includes(words) &&
              element.getClientRects().length > 0) ||
            (element.shadowRoot !== null && isShown(element.shadowRoot)),
        );
      return new Promise<number>((resolve) => {
        const look = setInterval(() => {
          if (!isShown(document)) return;
          clearInterval(look);
          resolve(window.soundLog.timeOrigin + performance.now());
        }, 20);
      });
    },
    [selector, text] as const,
  );
}
