import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import type { AnyHandler } from 'msw';
import { useArgs } from 'storybook/preview-api';
import manifest from '../custom-elements.json';
import { argTypesOf } from './arg-types.ts';
import { applyArgs, logEvents, shownValues } from './controls.ts';
import { startFakeBackend } from './fake-backend.ts';
import { finishPage, preparePage } from './page.ts';
import { initialGlobals, toolbars, widths } from './toolbars.ts';
import { wcagTags } from './wcag.ts';

setCustomElementsManifest(manifest);

/** The stories whose controls show the values of their element already. */
const shown = new Set<string>();

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals,
  globalTypes: toolbars,
  // Only stories that name handlers get the service worker: `parameters: { handlers: [...] }`.
  loaders: [({ parameters }) => startFakeBackend(parameters.handlers as AnyHandler[] | undefined)],
  decorators: [
    (story, { globals, id, component, canvasElement, args }) => {
      const [, updateArgs] = useArgs();
      preparePage(globals);
      const finish = () => {
        finishPage(canvasElement, globals);
        const tag = String(component);
        const element = canvasElement.querySelector(tag);
        if (!element) return;
        logEvents(element, tag);
        applyArgs(element, args);
        if (shown.has(id) || !('__STORYBOOK_PREVIEW__' in window)) return;
        shown.add(id);
        updateArgs(shownValues(element, tag));
      };
      // The last child: it is there once the story is.
      return html`${story()}<span hidden ${ref((end) => end && requestAnimationFrame(finish))}></span>`;
    },
  ],
  afterEach: ({ canvasElement, globals }) => finishPage(canvasElement, globals),
  parameters: {
    backgrounds: { disable: true },
    viewport: { options: widths },
    a11y: { options: { runOnly: wcagTags }, test: 'error' },
    docs: { extractArgTypes: argTypesOf },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Design',
          ['Principles', 'Tokens', 'Icons', 'Sounds', 'Voice and wording', 'Accessibility'],
          'Scenarios',
          'Rep',
          ['Panel', '*'],
          'Administrator',
          ['Setup', '*'],
        ],
      },
    },
  },
};

export default preview;
