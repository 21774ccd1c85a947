import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { someConfigurations, somePeople } from '../../../test/fake-backend/setup/some-records.ts';
import type { FormState } from '../shared/contexts.ts';
import { savedView, type SavingView } from '../shared/saving-view.ts';
import { inSetup } from '../shared/story-contexts.ts';
import './configuration-editor.ts';

const meta: Meta = { title: 'Administrator/Configuration editor', component: 'omni-configuration-editor' };
export default meta;

const { users, profiles } = somePeople();
const configurations = new Map(someConfigurations());
const choices: FormState['choices'] = {
  'presence-statuses': [
    { id: 'available', name: 'Available', kind: 'online' },
    { id: 'lunch', name: 'Lunch', kind: 'busy' },
  ],
  'decline-reasons': [
    { id: 'another-call', name: 'On another call' },
    { id: 'specialist', name: 'Needs a specialist' },
    { id: 'language', name: 'Wrong language' },
  ],
};

function story(id: string, saving: Partial<SavingView> = {}, change: object = {}): StoryObj {
  const draft: FormState['draft'] = { ...configurations.get(id), ...change };
  return {
    decorators: [inSetup({ draft, choices })],
    render: () =>
      html`<omni-configuration-editor
        .recordId=${id}
        heading=${String(draft.name)}
        ?is-default=${id === 'default'}
        .people=${{ users: users.filter(({ assignedTo }) => assignedTo?.id === id), profiles: [] }}
        .profiles=${profiles}
        .saving=${{ ...savedView, ...saving }}
      ></omni-configuration-editor>`,
  };
}

export const Existing = story('billing');
export const Default = story('default');
export const Unsaved = story('billing', { changes: 2 }, { capacity: 12, soundLengthSeconds: 30 });
export const Saved = story('billing', { isSaved: true });
