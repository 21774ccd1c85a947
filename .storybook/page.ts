import { storyLanguage } from '../components/shared/stories/story-languages.ts';
import { brands } from './brands.ts';
import { imitate } from './preferences.ts';

type Globals = Readonly<Record<string, unknown>>;

/** The elements that define the tokens for what is inside, which is where a host sets its own. */
const themed =
  'omni-story-contexts, omni-setup-story, omni-channel-panel, omni-presence-setup, omni-setup-preview';

const brand = document.head.appendChild(document.createElement('style'));

/** Makes the page what the toolbars say, before a story is rendered. */
export function preparePage(globals: Globals): void {
  const page = document.documentElement;
  const theme = String(globals.theme);
  const { direction } = storyLanguage(globals).setup;
  page.dataset.theme = theme;
  page.style.colorScheme = theme;
  // Without a background of its own the page would stay white under a dark story.
  page.style.backgroundColor = 'Canvas';
  page.style.color = 'CanvasText';
  page.style.setProperty('zoom', `${String(globals.textSize)}%`);
  page.dir = globals.direction === 'auto' ? direction : String(globals.direction);
  page.lang = storyLanguage(globals).panel.locale;
  const { tokens = '' } = brands[String(globals.brand)] ?? {};
  brand.textContent = `${themed} { --omni-rem: ${String(globals.density)}px; ${tokens} }`;
}

/** Makes what has been rendered what the toolbars say. */
export function finishPage(canvas: Element, globals: Globals): void {
  const { panel, setup, preview } = storyLanguage(globals);
  const elements = {
    'omni-channel-panel': panel,
    'omni-presence-setup': setup,
    'omni-setup-preview': preview,
  };
  // A story that is about a language has set it by itself.
  if (globals.language !== 'en')
    for (const [tag, words] of Object.entries(elements))
      for (const element of canvas.querySelectorAll(tag)) Object.assign(element, { words });
  const chosen = globals.direction === 'auto' ? null : String(globals.direction);
  if (chosen !== null)
    for (const element of canvas.querySelectorAll<HTMLElement>(themed)) element.dir = chosen;
  imitate({ forcedColours: globals.colours === 'forced', reducedMotion: globals.motion === 'reduced' });
}
