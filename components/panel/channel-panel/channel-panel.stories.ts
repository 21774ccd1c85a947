import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { FakeBackend } from '../../../test/fake-backend/fake-backend.ts';
import { aConfiguration, aRequest, REP, statuses } from '../../../test/fake-backend/records.ts';
import '../../../src/index.ts';

const meta: Meta = { title: 'Rep/Panel', component: 'omni-channel-panel' };
export default meta;

type Work = ReturnType<typeof aRequest>;

/** The panel connected to a fake back end with these works; the rep is available. */
function story(works: readonly Work[], layout: 'docked' | 'inline', shows: string): StoryObj {
  const backend = new FakeBackend(aConfiguration());
  const [available] = statuses;
  if (available) backend.connection.presence = { status: available, since: Date.now(), cause: 'rep' };
  for (const work of works) backend.connection.works.set(work.id, work);
  return {
    parameters: { handlers: backend.handlers },
    render: () =>
      html`<omni-channel-panel
        api-address=${backend.address}
        rep=${REP.id}
        layout=${layout}
        .token=${'token'}
      ></omni-channel-panel>`,
    play: async ({ canvasElement }) => {
      const panel = canvasElement.querySelector('omni-channel-panel');
      await waitFor(() => {
        if (!panel?.shadowRoot?.querySelector('omni-presence-menu')?.shadowRoot?.textContent.includes(shows))
          throw new Error(`The panel does not show ${shows}.`);
      });
    },
  };
}

const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;
const opened = (subject: string, minutes: number, channelId: string) =>
  aRequest({ subject, status: 'opened', openedBy: 'rep', openedAt: minutesAgo(minutes) }, { channelId });
const some = [
  opened('Card charged twice at checkout', 4, 'voice'),
  opened('Where is my replacement router?', 11, 'messaging'),
  opened('Address change, contract 20418', 64, 'case'),
  aRequest({ status: 'declined', settledAt: minutesAgo(20), declineReason: { id: 'x', label: 'On a call' } }),
];

export const Docked = story(some, 'docked', 'Available');
export const Inline = story(some, 'inline', 'Available');
export const WithARequest = story(
  [...some, aRequest({}, { pushTimeoutSeconds: null })],
  'docked',
  'Available',
);
export const NothingToDo = story([], 'inline', 'Available');
