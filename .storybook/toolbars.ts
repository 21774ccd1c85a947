import type { Preview } from '@storybook/web-components-vite';
import { storyLanguages } from '../components/shared/stories/story-languages.ts';
import { brands } from './brands.ts';

type GlobalType = NonNullable<Preview['globalTypes']>[string];
type Toolbar = Exclude<NonNullable<GlobalType['toolbar']>, boolean>;

const toolbar = (
  description: string,
  icon: NonNullable<Toolbar['icon']>,
  items: { readonly value: string; readonly title: string }[],
): GlobalType => ({
  description,
  toolbar: { title: description, icon, items, dynamicTitle: true },
});

/** The settings above each story. Storybook's own viewport toolbar sets the width. */
export const toolbars = {
  theme: toolbar('Theme', 'contrast', [
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
  ]),
  language: toolbar(
    'Language',
    'globe',
    Object.entries(storyLanguages).map(([value, { name }]) => ({ value, title: name })),
  ),
  direction: toolbar('Direction', 'transfer', [
    { value: 'auto', title: 'Direction of the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  textSize: toolbar(
    'Text size',
    'zoom',
    ['100', '125', '150', '200'].map((value) => ({ value, title: `Text ${value} %` })),
  ),
  density: toolbar('Density', 'component', [
    { value: '14', title: 'Compact' },
    { value: '16', title: 'Regular' },
    { value: '18', title: 'Spacious' },
  ]),
  brand: toolbar(
    'Brand',
    'paintbrush',
    Object.entries(brands).map(([value, { name }]) => ({ value, title: name })),
  ),
  colours: toolbar('Colours', 'eye', [
    { value: 'own', title: 'Colours of the theme' },
    { value: 'forced', title: 'Forced colours' },
  ]),
  motion: toolbar('Motion', 'lightning', [
    { value: 'full', title: 'Full motion' },
    { value: 'reduced', title: 'Reduced motion' },
  ]),
  pace: toolbar('Pace of scenarios', 'timer', [
    { value: 'calm', title: 'Scenarios: to watch' },
    { value: 'quick', title: 'Scenarios: at once' },
  ]),
};

export const initialGlobals = {
  theme: 'light',
  language: 'en',
  direction: 'auto',
  textSize: '100',
  density: '16',
  brand: 'own',
  colours: 'own',
  motion: 'full',
  pace: 'calm',
};

/** The widths of a rep's window: a docked panel on a telephone, up to a wide screen. */
export const widths = Object.fromEntries(
  [320, 360, 480, 768, 1024, 1280, 1600].map((width) => [
    `w${String(width)}`,
    { name: `${String(width)} px`, styles: { width: `${String(width)}px`, height: '100%' } },
  ]),
);
