import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import type { AnyHandler } from 'msw';
import manifest from '../custom-elements.json';
import { startFakeBackend } from './fake-backend.ts';
import { wcagTags } from './wcag.ts';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: { theme: 'light', direction: 'ltr' },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  // Only stories that name handlers get the service worker: `parameters: { handlers: [...] }`.
  loaders: [({ parameters }) => startFakeBackend(parameters.handlers as AnyHandler[] | undefined)],
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      const theme = String(globals.theme);
      page.dataset.theme = theme;
      page.style.colorScheme = theme;
      // Without a background of its own the page would stay white under a dark story.
      page.style.backgroundColor = 'Canvas';
      page.style.color = 'CanvasText';
      page.dir = String(globals.direction);
      page.lang = 'en';
      return story();
    },
  ],
  parameters: {
    backgrounds: { disable: true },
    a11y: { options: { runOnly: wcagTags }, test: 'error' },
  },
};

export default preview;
