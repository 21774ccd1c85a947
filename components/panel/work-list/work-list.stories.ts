import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { accepted, ago, HOSTILE, raised, request, works } from '../../shared/stories/story-fixtures.ts';
import './work-list.ts';

const meta: Meta = {
  title: 'Rep/Work list',
  component: 'omni-work-list',
  decorators: [withContexts],
  render: () => html`<omni-work-list></omni-work-list>`,
};
export default meta;

const story = (work: NonNullable<StoryContext['work']>): StoryObj => ({ parameters: { context: { work } } });

export const ThreeWorks = story(works(accepted));
export const None = story(works([]));
export const EndingIsChecked = story(
  works(accepted, { answers: { charged: { kind: 'end-conversation', state: 'checking' } } }),
);
export const Flagged = story(works(accepted.map((work) => ({ ...work, flag: raised }))));
export const LongAndForeignText = story(
  works([
    request('long', {
      status: 'opened',
      subject: 'My order was delivered to the neighbour and two of the five parts are missing',
      customerName: 'Maximiliane von Hohenstein-Brandt-Wittgenstein',
      openedAt: ago(190),
    }),
    request('arabic', { status: 'opened', subject: 'أين جهاز التوجيه البديل؟', customerName: 'سلمى بن عمر' }),
    request('hostile', { status: 'opened', subject: HOSTILE, customerName: HOSTILE }),
  ]),
);

const [, message] = accepted;
const router = message ? [message] : [];
export const TransferIsChecked = story(
  works(accepted, { answers: { router: { kind: 'transfer', state: 'checking' } } }),
);
export const TransferWasRefused = story(
  works(accepted, { refusals: { router: 'You may not transfer this work there.' } }),
);
export const SomebodyIsAskedToJoin = story(
  works(
    router.map((work) => ({
      ...work,
      conference: { with: [], invited: { kind: 'profile', id: 'specialists', name: 'Specialists' } },
    })),
  ),
);
export const InAConference = story(
  works(
    router.map((work) => ({
      ...work,
      conference: {
        with: ['Amara Okafor', 'Noah Fischer'],
        invited: { kind: 'queue', id: 'billing', name: 'Billing voice' },
      },
    })),
  ),
);
