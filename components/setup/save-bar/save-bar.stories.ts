import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { savedView, type SavingView } from '../shared/saving-view.ts';
import { inSetup } from '../shared/story-contexts.ts';
import './save-bar.ts';

const meta: Meta = { title: 'Administrator/Save bar', component: 'omni-save-bar', decorators: [inSetup()] };
export default meta;

const story = (change: Partial<SavingView>, moves = 0): StoryObj => ({
  render: () => html`<omni-save-bar .saving=${{ ...savedView, ...change }} moves=${moves}></omni-save-bar>`,
});
const night = { id: 'night', name: 'Night shift' };
const here = { id: 'here', name: 'Billing voice' };

export const Unsaved = story({ changes: 5 }, 2);
export const Wrong = story({ changes: 5, problems: ['ACW duration'] });
export const Saving = story({ changes: 1, isSaving: true });
export const NotSaved = story({ changes: 1, failure: 'The server did not answer.' });
export const Saved = story({ isSaved: true });
export const Undone = story({ isUndone: true });
export const Moved = story({
  isSaved: true,
  moved: {
    id: 'change',
    moved: [
      { kind: 'user', id: 'priya', name: 'Priya Nair', from: night, to: here },
      { kind: 'user', id: 'chen', name: 'Chen Wei', from: null, to: here },
    ],
  },
});
