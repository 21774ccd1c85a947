import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { FakeBackend } from '../../../test/fake-backend/fake-backend.ts';
import { aConfiguration, aRequest, REP, statuses } from '../../../test/fake-backend/records.ts';
import '../../../src/index.ts';

const meta: Meta = { title: 'Rep/Separate elements', component: 'omni-channel' };
export default meta;

type Work = ReturnType<typeof aRequest>;

/** The parts of the panel in a page of a host, connected to a fake back end with these works; the rep is available. */
function story(works: readonly Work[]): StoryObj {
  const backend = new FakeBackend(aConfiguration());
  const [available] = statuses;
  if (available) backend.connection.presence = { status: available, since: Date.now(), cause: 'rep' };
  for (const work of works) backend.connection.works.set(work.id, work);
  return {
    parameters: { handlers: backend.handlers },
    render: () =>
      html`<style>
          .console {
            display: grid;
            grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
            gap: 1rem;
            padding: 1rem;
          }
          .console > * {
            align-self: start;
          }
        </style>
        <div class="console">
          <omni-presence for="channel"></omni-presence>
          <omni-wrap-up for="channel"></omni-wrap-up>
          <omni-channel id="channel" api-address=${backend.address} rep=${REP.id} .token=${'token'}>
            <omni-work></omni-work>
            <omni-log></omni-log>
            <omni-requests></omni-requests>
          </omni-channel>
        </div>`,
    play: async ({ canvasElement }) => {
      await waitFor(() => {
        const shown = canvasElement.querySelector('omni-presence')?.shadowRoot;
        const menu = shown?.querySelector('omni-presence-menu')?.shadowRoot;
        if (!menu?.textContent.includes('Available')) throw new Error('The parts are not connected.');
      });
    },
  };
}

const now = Date.now();
const minutesAgo = (minutes: number) => now - minutes * 60_000;
const opened = (subject: string, minutes: number, channelId: string) =>
  aRequest({ subject, status: 'opened', openedBy: 'rep', openedAt: minutesAgo(minutes) }, { channelId });
const wrappingUp: Work = {
  ...opened('Where is my replacement router?', 11, 'messaging'),
  status: 'afterConversationWork',
  acw: {
    terms: { durationSeconds: 600, extension: { seconds: 60, max: 2 } },
    startedAt: minutesAgo(1),
    endsAt: minutesAgo(-9),
    extensionsUsed: 0,
  },
};

export const WithEverything = story([
  opened('Card charged twice at checkout', 4, 'voice'),
  wrappingUp,
  aRequest({ status: 'declined', settledAt: minutesAgo(20), declineReason: { id: 'x', label: 'On a call' } }),
  aRequest({}, { pushTimeoutSeconds: null }),
]);
export const NothingToDo = story([]);
