/** Marks an element as written in the language of its words, whatever the language and direction of the page. */
export function speak(
  element: HTMLElement,
  { locale, direction }: { readonly locale: string; readonly direction: 'ltr' | 'rtl' },
): void {
  element.lang = locale;
  element.dir = direction;
  // It has words of its own: a browser's translator would freeze its texts.
  element.translate = false;
}
