import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { waitFor } from 'storybook/test';
import { setupAr } from '../../../assets/locales/setup/setup.ar.ts';
import { setupEn } from '../../../assets/locales/setup/setup.en.ts';
import { FakeSetupBackend } from '../../../test/fake-backend/setup/setup-backend.ts';
import './presence-setup.ts';

const meta: Meta = { title: 'Administrator/Setup', component: 'omni-presence-setup' };
export default meta;

interface Shown {
  readonly page?: keyof typeof setupEn.pages;
  /** The record to open; omitted: only the list is shown. */
  readonly opens?: string;
  readonly words?: typeof setupEn;
  readonly preview?: boolean;
  /** Prepares the back end. */
  readonly before?: (backend: FakeSetupBackend) => void;
}

/** Setup with its own fake back end. */
function story({
  page = 'presence-configurations',
  opens,
  words = setupEn,
  preview = false,
  before,
}: Shown): StoryObj {
  const backend = new FakeSetupBackend();
  before?.(backend);
  return {
    parameters: { handlers: backend.handlers, layout: 'fullscreen' },
    render: () =>
      html`<omni-presence-setup api-address=${backend.address} page=${page} .token=${'token'} .words=${words}
        >${preview ? html`<p slot="preview">How the panel would be.</p>` : nothing}</omni-presence-setup
      >`,
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('omni-presence-setup')?.shadowRoot;
      const rows = () => [
        ...(root?.querySelector('omni-record-list')?.shadowRoot?.querySelectorAll<HTMLElement>('li button') ??
          []),
      ];
      await waitFor(() => {
        if (rows().length === 0) throw new Error('The list is empty.');
      });
      if (opens === undefined) return;
      rows()
        .find(({ textContent }) => textContent.includes(opens))
        ?.click();
      await waitFor(() => {
        if (!root?.querySelector('omni-configuration-editor, omni-record-editor, omni-rep-explanation'))
          throw new Error(`${opens} is not open.`);
      });
      if (page !== 'presence-configurations' || preview) return;
      // The built-in preview is loaded after that.
      await waitFor(() => {
        const built = root?.querySelector('omni-setup-preview')?.shadowRoot;
        if (!built?.querySelector('omni-preview-panel')?.shadowRoot?.querySelector('omni-presence-menu'))
          throw new Error('The preview is not there.');
      });
    },
  };
}

export const List = story({});
export const Editor = story({ opens: 'Billing voice' });
export const DefaultConfiguration = story({ opens: 'Default' });
export const WithAPreview = story({ opens: 'Billing voice', preview: true });
export const RightToLeft = story({ opens: 'Billing voice', words: setupAr });
export const ServiceChannel = story({ page: 'service-channels', opens: 'Voice' });
export const RoutingConfiguration = story({ page: 'routing-configurations', opens: 'Usual' });
export const Queue = story({ page: 'queues', opens: 'Refunds' });
export const Flow = story({ page: 'flows', opens: 'Returns' });
export const PresenceStatus = story({ page: 'presence-statuses', opens: 'Available' });
export const DeclineReason = story({ page: 'decline-reasons', opens: 'Wrong language' });
export const Users = story({ page: 'users' });
export const Profiles = story({ page: 'profiles' });
export const ChooseARep = story({ page: 'explain' });
export const AssignedByUser = story({ page: 'explain', opens: 'Amina Diallo' });
export const AssignedByProfile = story({
  page: 'explain',
  opens: 'Hugo Ferreira',
  before: ({ people }) => (people.users = people.users.map((user) => ({ ...user, assignedTo: null }))),
});
export const AssignedNowhere = story({ page: 'explain', opens: 'Chen Wei' });
export const NotARep = story({
  page: 'explain',
  opens: 'Yusuf Kaya',
  before: ({ people }) =>
    (people.users = people.users.map((user) => ({ ...user, active: user.id !== 'yusuf' }))),
});
export const ExplainedRightToLeft = story({ page: 'explain', opens: 'Amina Diallo', words: setupAr });
