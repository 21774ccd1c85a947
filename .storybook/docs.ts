import ElementPage from './element-page.mdx';

/** Apart from the preview: tests use that, and know nothing of pages. */
export const parameters = { docs: { page: ElementPage as unknown } };

/** Whether many stories are below each other on one page. */
let isPage = false;

export const decorators = [
  (story: () => unknown, { viewMode }: { readonly viewMode: string }) => {
    isPage = viewMode === 'docs';
    return story();
  },
];

// A story that takes the focus scrolls its page to itself. A page opens at its top, and only its reader scrolls it.
let hasReader = false;
for (const input of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
  window.addEventListener(input, () => (hasReader = true), { capture: true, passive: true });
window.addEventListener('scroll', () => isPage && !hasReader && window.scrollTo(0, 0));
