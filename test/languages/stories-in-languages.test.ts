import { expect } from '@open-wc/testing';
import { setProjectAnnotations } from '@storybook/web-components-vite';
import { composeStory } from 'storybook/preview-api';
import preview from '../../.storybook/preview.ts';
import { english, translations } from '../helpers/languages.ts';
import { rendered } from '../helpers/fake-clock.ts';
import { everything } from '../helpers/mount.ts';
import { until } from '../helpers/until.ts';
import { pseudo } from './pseudo.ts';
import { textsOf, unreadableTexts } from './unreadable-text.ts';

type StoryModule = Record<string, unknown> & { default: { title?: string } };

const modules = import.meta.glob<StoryModule>('../../components/**/*.stories.ts', { eager: true });
const project = setProjectAnnotations([preview]);

const languages = {
  ...translations,
  /** 40 % longer than English. */
  pseudo: {
    panel: pseudo(english.panel),
    setup: pseudo(english.setup),
    preview: pseudo(english.preview),
    import: pseudo(english.import),
  },
};

/** In pixels: as wide as the story's own place, and as narrow as a page at 400 % zoom. */
const widths = [null, 320];

/** Changes the language of everything in a story, as a host does. */
function speak(
  root: Element,
  { panel, setup, preview: ofPreview, import: ofImport }: (typeof languages)['pseudo'],
): void {
  for (const element of everything(root)) {
    if (is('omni-story-contexts', element)) element.context = { ...element.context, strings: panel };
    else if (is('omni-setup-story', element)) element.words = setup;
    else if (is('omni-channel-panel', element)) element.words = panel;
    else if (is('omni-presence-setup', element)) element.words = setup;
    else if (is('omni-setup-preview', element)) element.words = ofPreview;
    else if (is('omni-setup-import', element)) element.own = ofImport;
  }
}

const is = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  element: Element,
): element is HTMLElementTagNameMap[Tag] => element.matches(tag);

describe('in every language, and with words that are 40 % longer, no text is cut or out of place', () => {
  for (const [path, { default: meta, ...stories }] of Object.entries(modules)) {
    const title = meta.title ?? path;
    it(title, async () => {
      const found: string[] = [];
      for (const [name, annotations] of Object.entries(stories)) {
        const canvasElement = document.createElement('main');
        document.body.append(canvasElement);
        const story = composeStory(annotations as never, meta as never, project, {}, name);
        try {
          await story.run({ canvasElement, globals: { ...preview.initialGlobals } });
          const inEnglish = textsOf(canvasElement);
          for (const [language, words] of Object.entries(languages)) {
            speak(canvasElement, words);
            await rendered();
            // What every language has in common is not translated.
            const names = new Set([...textsOf(canvasElement)].filter((text) => inEnglish.has(text)));
            for (const width of widths) {
              canvasElement.style.inlineSize = width === null ? '' : `${width}px`;
              await rendered();
              await until('nothing moves', () => document.getAnimations().every(isEndless));
              const where = `${name}, ${language}${width === null ? '' : `, ${width} px`}`;
              found.push(...unreadableTexts(canvasElement, names).map((problem) => `${where}: ${problem}`));
            }
          }
        } finally {
          canvasElement.remove();
        }
      }
      expect([...new Set(found)]).to.deep.equal([]);
    });
  }
});

const isEndless = ({ effect, playState }: Animation): boolean =>
  playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
